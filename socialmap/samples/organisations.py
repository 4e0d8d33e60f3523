"""Invented organisations: one for every group of listings."""

import random
import uuid
from dataclasses import dataclass
from typing import Final

from django.utils.text import slugify

from socialmap.samples.world import Dorp, World, read_json

GROUP: Final = 6  # listings that share one organisation
FACTS: Final = ("rolstoel", "toilet", "lift", "parkeerplek", "ringleiding")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plek:
    """Where an organisation is: a point near its place, what is known about getting in."""

    public_id: uuid.UUID
    naam: str
    huisnummer: str
    lat: float
    lon: float
    toegang: tuple[bool | None, ...]  # in the order of FACTS


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisatie:
    nummer: int
    public_id: uuid.UUID
    naam: str
    slug: str
    soort: str
    dorp: Dorp
    plek: Plek


def organisation(nummer: int, seed: int, world: World) -> Organisatie:
    """The same organisation for the same number and seed, whatever came before."""
    source = random.Random(f"organisatie {seed} {nummer}")  # noqa: S311 - not for secrets
    woorden = read_json("woorden.json")
    dorp = world.draw(source)
    form, soort = source.choice(woorden["soorten_org"])
    woord = source.choice(woorden["kleuren_namen"])
    naam = form.format(x=woord)
    if source.random() < 0.4:
        naam = f"{naam} {dorp.naam}"
    known = source.random() < 0.55
    return Organisatie(
        nummer=nummer,
        public_id=uuid_of(source),
        naam=naam,
        slug=f"{slugify(naam)[:90]}-{seed}-{nummer}",
        soort=soort,
        dorp=dorp,
        plek=Plek(
            public_id=uuid_of(source),
            naam=f"De {woord}",
            huisnummer=str(source.randint(1, 250)),
            lat=round(dorp.lat + source.gauss(0, 0.006), 5),
            lon=round(dorp.lon + source.gauss(0, 0.009), 5),
            toegang=tuple(_fact(source, known) for _ in FACTS),
        ),
    )


def uuid_of(source: random.Random) -> uuid.UUID:
    return uuid.UUID(int=source.getrandbits(128), version=4)


def _fact(source: random.Random, known: bool) -> bool | None:
    if not known or source.random() < 0.2:
        return None
    return source.random() < 0.75
