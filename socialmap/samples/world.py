"""Where the invented listings stand: the Dutch places of GeoNames in 342 synthetic gemeenten."""

import json
import random
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import accumulate
from typing import Any, Final

from django.utils.text import slugify

from socialmap.geo.geonames import GeonamesPlaats, dutch_places

GEMEENTEN: Final = 342
# The stap of each model for: help among residents, free help, light support, help on purpose.
NIVEAUS: Final = {
    "rotonde": ("burgerkracht", "algemene-voorzieningen", "algemene-voorzieningen")
    + ("maatwerkvoorzieningen",),
    "regenboog": ("eigen-kracht-en-netwerk", "algemene-voorzieningen", "algemene-voorzieningen")
    + ("hulp-via-de-gemeente",),
    "piramide": ("samenleving", "algemene-voorzieningen", "algemene-voorzieningen")
    + ("professionele-ondersteuning",),
    "keten": ("eigen-kracht-en-netwerk", "voorliggend-veld", "basisondersteuning")
    + ("maatwerkondersteuning",),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Gemeentedeel:
    """A synthetic gemeente: codes GM9001 to GM9342 do not exist."""

    nummer: int
    vorm: str

    @property
    def code(self) -> str:
        return f"GM9{self.nummer:03}"

    @property
    def slug(self) -> str:
        return f"voorbeeldgemeente-{self.nummer:03}"

    @property
    def naam(self) -> str:
        return f"Voorbeeldgemeente {self.nummer:03}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dorp:
    """A real place, WGS 84, in a synthetic gemeente."""

    naam: str
    slug: str
    lat: float
    lon: float
    inwoners: int
    gemeente: Gemeentedeel


class World:
    """Places, to be drawn by the square root of their inhabitants: towns have more, not all."""

    def __init__(self, dorpen: list[Dorp]) -> None:
        self.dorpen = dorpen
        self.gemeenten = list({dorp.gemeente.nummer: dorp.gemeente for dorp in dorpen}.values())
        self._weights = list(accumulate((dorp.inwoners + 400) ** 0.5 for dorp in dorpen))

    def draw(self, source: random.Random) -> Dorp:
        return source.choices(self.dorpen, cum_weights=self._weights)[0]


@cache
def dutch_world() -> World:
    """All Dutch places; each belongs to the nearest of the 342 largest."""
    places = sorted(dutch_places(), key=lambda place: (-place.inwoners, place.naam, place.lat))
    vormen = sorted(NIVEAUS)
    centres = [
        (place, Gemeentedeel(nummer=number, vorm=vormen[number % len(vormen)]))
        for number, place in enumerate(places[:GEMEENTEN], 1)
    ]
    dorpen, slugs = [], set()
    for place in places:
        gemeente = _nearest(place, centres)
        slug, number = slugify(place.naam), 2
        while slug in slugs:
            slug, number = f"{slugify(place.naam)}-{number}", number + 1
        slugs.add(slug)
        dorpen.append(
            Dorp(
                naam=place.naam,
                slug=slug,
                lat=place.lat,
                lon=place.lon,
                inwoners=place.inwoners,
                gemeente=gemeente,
            )
        )
    return World(dorpen)


def _nearest(
    place: GeonamesPlaats, centres: list[tuple[GeonamesPlaats, Gemeentedeel]]
) -> Gemeentedeel:
    """By flat distance: 700,000 comparisons, and a degree east is 0.61 of one north at 52°."""
    best, found = float("inf"), centres[0][1]
    for centre, gemeente in centres:
        north, east = place.lat - centre.lat, (place.lon - centre.lon) * 0.61
        distance = north * north + east * east
        if distance < best:
            best, found = distance, gemeente
    return found


@cache
def read_json(name: str) -> Any:
    source = files("socialmap").joinpath("samples", name)
    return json.loads(source.read_text(encoding="utf-8"))
