"""The values that travel between the sources of places and the pages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from socialmap.geo.coordinates import in_netherlands


class Precisie(StrEnum):
    """How exact a point is; a page shows it next to a distance."""

    ADRES = "adres"
    POSTCODE = "postcode"  # also the middle of a street, which is about as exact
    PLAATS = "plaats"
    COORDINAAT = "coordinaat"


class Reden(StrEnum):
    """Why a lookup has a plek, or has none."""

    GEVONDEN = "gevonden"
    ONBEKEND = "onbekend"
    BUITEN_NEDERLAND = "buiten-nederland"
    ONGELDIG = "ongeldig"
    DIENST_WEG = "dienst-weg"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plek:
    """A point in the Netherlands with a name for people.

    lat, lon: WGS 84, decimal degrees. gemeente_code: CBS code, "GM0017".
    bron: short name of the source. attributie: what its licence asks to show, or "".
    """

    naam: str
    lat: float
    lon: float
    precisie: Precisie
    bron: str
    attributie: str = ""
    plaats_slug: str | None = None
    gemeente_code: str | None = None
    gemeente_slug: str | None = None

    def __post_init__(self) -> None:
        if not in_netherlands(self.lat, self.lon):
            raise ValueError("A plek lies within the Netherlands.")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceLookup:
    """The answer to "where is this?".

    suggesties: texts that `find_place` does find. Without a plek they are near matches ("Glimmen"
    for "Glimen"), with one they are other places of the same name. They are never used unasked.
    """

    plek: Plek | None = None
    suggesties: tuple[str, ...] = ()
    reden: Reden = Reden.ONBEKEND

    def __post_init__(self) -> None:
        if (self.plek is not None) != (self.reden is Reden.GEVONDEN):
            raise ValueError("A lookup is gevonden when, and only when, it has a plek.")


class PlaceSource(Protocol):
    """Something that knows places: the gazetteer, or a service outside."""

    def find(self, text: str, *, gemeente_slug: str | None = None) -> Plek | None:
        """Return the plek of `text`, or None when this source does not know it.

        Raises:
            GeocodingFailed: the source could not answer.
        """
        ...


def near_tokens(plek: Plek) -> frozenset[str]:
    """Return the tokens of the service areas that hold `plek`, as the search index has them."""
    tokens = {"landelijk"}
    if plek.gemeente_slug is not None:
        tokens.add(f"gemeente:{plek.gemeente_slug}")
    if plek.plaats_slug is not None:
        tokens.add(f"plaats:{plek.plaats_slug}")
    return frozenset(tokens)
