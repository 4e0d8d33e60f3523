"""Who offers something, where, and who may log in."""

from typing import Any

import factory
from factory.django import DjangoModelFactory

from socialmap import models
from tests.socialmap.factories.gemeente import GemeenteFactory, PlaatsFactory
from tests.socialmap.factories.rows import openings, save_rows


class GebruikerFactory(DjangoModelFactory):
    """Logs in with the password "geheim-voor-de-test"."""

    class Meta:
        model = models.Gebruiker
        skip_postgeneration_save = True

    class Params:
        beheerder = factory.Trait(is_superuser=True, is_staff=True)

    email = factory.Sequence(lambda n: f"gebruiker{n}@voorbeeld.example")
    password = factory.django.Password("geheim-voor-de-test")


class AanbiederFactory(DjangoModelFactory):
    class Meta:
        model = models.Aanbieder

    naam = factory.Sequence(lambda n: f"Buurthuis {n}")
    gemeente = factory.SubFactory(GemeenteFactory)
    live = True


class LocatieFactory(DjangoModelFactory):
    class Meta:
        model = models.Locatie
        skip_postgeneration_save = True

    class Params:
        zonder_punt = factory.Trait(lat=None, lon=None, precisie="geen")
        toegankelijk = factory.Trait(rolstoel=True, toilet=True, lift=True, parkeerplek=True)

    aanbieder = factory.SubFactory(AanbiederFactory)
    naam = factory.Sequence(lambda n: f"Dorpshuis {n}")
    straat = "Voorbeeldstraat"
    huisnummer = factory.Sequence(lambda n: str(n % 900 + 1))
    postcode = "0000 AA"
    plaats = factory.SubFactory(PlaatsFactory)
    lat = 53.14
    lon = 6.63
    precisie = "adres"
    live = True

    @factory.post_generation
    def openingstijden(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        """Rows of (weekdag, van, tot) with times as "09:00"."""
        if create:
            save_rows(models.LocatieOpening, {"locatie": self}, openings(extracted))


class LidmaatschapFactory(DjangoModelFactory):
    class Meta:
        model = models.Lidmaatschap

    user = factory.SubFactory(GebruikerFactory)
    aanbieder = factory.SubFactory(AanbiederFactory)
    rol = "beheerder"


class RedacteurschapFactory(DjangoModelFactory):
    class Meta:
        model = models.Redacteurschap

    user = factory.SubFactory(GebruikerFactory)
    gemeente = factory.SubFactory(GemeenteFactory)
    rol = "redacteur"
