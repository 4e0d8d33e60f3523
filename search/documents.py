"""What an engine indexes of one voorziening."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from search.query import FACETS, ONBEKEND

TEXT_FIELDS: Final = ("naam", "trefwoorden", "aanbieder", "tekst")
# Begrippen that a person confirmed, and those that the text suggests: certainly, or maybe.
BEGRIP_FIELDS: Final = ("begrip_bevestigd", "begrip_sterk", "begrip_zwak")
# Service areas that hold every place: offered at home, online or by telephone.
ZONDER_PLEK: Final = "zonder-plek"
MAX_PUNTEN: Final = 32
# Beyond these an age limits nobody.
MIN_LEEFTIJD: Final = 0
MAX_LEEFTIJD: Final = 150
MAX_BOOST: Final = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One voorziening as engines see it: texts, slugs and numbers.

    Raises:
        ValueError: an id that is no UUID, an unknown field or facet, a point off the earth, a boost
            outside 1 to 2, or ages the wrong way round.
    """

    id: str  # public id, a UUID; kept in its canonical spelling
    texts: Mapping[str, str] = field(default_factory=dict)  # keys TEXT_FIELDS
    begrippen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # BEGRIP_FIELDS → slugs
    aanbieders: tuple[tuple[str, str], ...] = ()  # (slug, naam) of those that have a page
    # Keys FACETS, values slugs. "onbekend" stands alone: beside a known value it is dropped.
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    # "landelijk", "gemeente:<slug>", "plaats:<slug>", "zonder-plek"
    gebieden: tuple[str, ...] = ()
    # (lat, lon) of public locations, WGS 84; points after the first MAX_PUNTEN are not searched.
    punten: tuple[tuple[float, float], ...] = ()
    leeftijd_van: int = MIN_LEEFTIJD  # years, both ends included
    leeftijd_tot: int = MAX_LEEFTIJD
    naam_sort: str = ""  # what sorting by name goes by; the name itself when left out
    boost: float = 1.0  # multiplies the relevance score; 1 to MAX_BOOST

    def __post_init__(self) -> None:
        unknown = self.texts.keys() - set(TEXT_FIELDS)
        unknown |= self.facets.keys() - set(FACETS)
        unknown |= self.begrippen.keys() - set(BEGRIP_FIELDS)
        if unknown:
            raise ValueError(f"no such field or facet: {', '.join(sorted(unknown))}")
        if not 1.0 <= self.boost <= MAX_BOOST:
            raise ValueError(f"boost is 1 to {MAX_BOOST}, not {self.boost}")
        if self.leeftijd_van > self.leeftijd_tot:
            raise ValueError("leeftijd_van lies after leeftijd_tot")
        for lat, lon in self.punten:
            if not (-90 <= lat <= 90 and -180 <= lon <= 180):  # also refuses NaN
                raise ValueError("a point is (latitude, longitude) in degrees")
        object.__setattr__(self, "id", str(uuid.UUID(self.id)))
        object.__setattr__(self, "punten", tuple(self.punten[:MAX_PUNTEN]))
        object.__setattr__(self, "facets", _without_doubles(self.facets))
        object.__setattr__(self, "gebieden", tuple(dict.fromkeys(self.gebieden)))
        if not self.naam_sort:
            object.__setattr__(self, "naam_sort", self.texts.get("naam", ""))


def _without_doubles(facets: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    clean: dict[str, tuple[str, ...]] = {}
    for facet, values in facets.items():
        if len(values) > 1:
            known = dict.fromkeys(value for value in values if value != ONBEKEND)
            values = tuple(known) or (ONBEKEND,)
        if values:
            clean[facet] = tuple(values)
    return clean
