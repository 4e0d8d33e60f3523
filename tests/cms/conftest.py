"""A small world: two gemeenten, two aanbieders and everybody who logs in."""

from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client

from cms.setup import ensure_cms
from socialmap import models
from tests.socialmap.factories import (
    AanbiederFactory,
    GebruikerFactory,
    GemeenteFactory,
    LidmaatschapFactory,
    LocatieFactory,
    RedacteurschapFactory,
    VoorzieningFactory,
)


@dataclass(kw_only=True)
class Wereld:
    """A is trusted to publish; B belongs to the other gemeente."""

    haren: models.Gemeente
    oldambt: models.Gemeente
    a: models.Aanbieder
    b: models.Aanbieder
    entry_a: models.Voorziening
    entry_b: models.Voorziening
    locatie_a: models.Locatie
    locatie_b: models.Locatie
    platform: models.Gebruiker
    redacteur: models.Gebruiker
    hoofdredacteur: models.Gebruiker
    redacteur_oldambt: models.Gebruiker
    consulent: models.Gebruiker
    lid_a: models.Gebruiker
    lid_b: models.Gebruiker


@pytest.fixture
def wereld(db: None) -> Wereld:
    ensure_cms()
    haren = GemeenteFactory(slug="haren", naam="Haren")
    oldambt = GemeenteFactory(slug="oldambt", naam="Oldambt")
    a = AanbiederFactory(naam="Torion", gemeente=haren, slug="torion")
    b = AanbiederFactory(naam="Geheimbond", gemeente=oldambt, slug="geheimbond")
    return Wereld(
        haren=haren,
        oldambt=oldambt,
        a=a,
        b=b,
        entry_a=VoorzieningFactory(naam="Koffie in Haren", aanbieder=a, live=True),
        entry_b=VoorzieningFactory(naam="Geheimtuin", aanbieder=b, live=True),
        locatie_a=LocatieFactory(aanbieder=a, naam="Dorpshuis Haren"),
        locatie_b=LocatieFactory(aanbieder=b, naam="Geheimhuis"),
        platform=GebruikerFactory(email="platform@voorbeeld.example", beheerder=True),
        redacteur=RedacteurschapFactory(gemeente=haren).user,
        hoofdredacteur=RedacteurschapFactory(gemeente=haren, rol="hoofdredacteur").user,
        redacteur_oldambt=RedacteurschapFactory(gemeente=oldambt).user,
        consulent=RedacteurschapFactory(gemeente=haren, rol="consulent").user,
        lid_a=LidmaatschapFactory(aanbieder=a).user,
        lid_b=LidmaatschapFactory(aanbieder=b).user,
    )


@pytest.fixture
def as_user() -> Any:
    """A fresh client, logged in: messages of an earlier request stay with that one."""

    def log_in(user: models.Gebruiker) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return log_in
