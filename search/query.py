"""What a visitor asks and what an engine answers: plain values, free of HTTP and of any engine."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

FACETS: Final = (
    "gemeente",
    "stap",
    "lijn",
    "soort",
    "toegangstoets",
    "eigen_bijdrage",
    "vorm",
    "aanmelding",
    "doelgroep",
    "leefgebied",
    "begrip",
    "taal",
    "toegankelijk",
    "bereik",
)
ALLE: Final = "*"  # as a chosen value: every value, so no filter on this facet
ONBEKEND: Final = "onbekend"  # a value like any other, with its own count

MAX_PAGE_SIZE: Final = 100


class Sort(StrEnum):
    RELEVANTIE = "relevantie"
    AFSTAND = "afstand"
    NAAM = "naam"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What this visitor may see at all (host, embed key, role); no filter or facet widens it."""

    gemeente: str | None = None  # slug of the context gemeente


EVERYWHERE: Final = Scope()


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """A place. Degrees are WGS 84; `km` is a straight line, None sorts without limiting."""

    lat: float
    lon: float
    km: float | None = None
    # Service areas that hold this place: "landelijk", "gemeente:haren", "plaats:glimmen".
    gebieden: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        if not (-90 <= self.lat <= 90 and -180 <= self.lon <= 180):  # also refuses NaN
            raise ValueError("a place needs a latitude within ±90 and a longitude within ±180")
        if self.km is not None and not 0 <= self.km <= 20_100:
            raise ValueError("a radius is 0 to 20,100 km, half way round the earth")


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchQuery:
    """Words AND filters AND place; OR between the values of a facet, AND between facets."""

    scope: Scope = EVERYWHERE
    text: str = ""  # "" matches everything
    ordering_text: str = ""  # words that raise what holds them, and match nothing: a place's name
    near: Near | None = None
    filters: Mapping[str, frozenset[str]] = field(default_factory=dict)
    leeftijd: int | None = None  # years
    bbox: tuple[float, float, float, float] | None = None  # minlon, minlat, maxlon, maxlat
    sort: Sort | None = (
        None  # None: by distance for a place without words, else relevance, else name
    )
    page: int = 1
    size: int = 20
    facets: tuple[str, ...] = FACETS
    # Facets whose chosen values get "onbekend" added.
    include_unknown: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        unknown = {*self.filters, *self.facets, *self.include_unknown} - set(FACETS)
        if unknown:
            raise ValueError(f"no such facet: {', '.join(sorted(unknown))}")
        if self.page < 1 or not 0 <= self.size <= MAX_PAGE_SIZE:
            raise ValueError(f"pages count from 1 and hold at most {MAX_PAGE_SIZE} entries")
        if self.sort is Sort.AFSTAND and self.near is None:
            raise ValueError("sorting by distance needs a place")
        if self.bbox is not None and not all(-361 < edge < 361 for edge in self.bbox):
            raise ValueError("a bounding box is minlon, minlat, maxlon, maxlat in degrees")

    @property
    def order(self) -> Sort:
        """The sort that applies: the chosen one, else the one that suits the question."""
        if self.sort is not None:
            return self.sort
        if self.text.strip():
            return Sort.RELEVANTIE
        return Sort.NAAM if self.near is None else Sort.AFSTAND

    @property
    def only_gemeente(self) -> str | None:
        """The slug of the one gemeente that is searched in, by scope or by filter; else None."""
        chosen = self.chosen("gemeente")
        return self.scope.gemeente or (next(iter(chosen)) if len(chosen) == 1 else None)

    def chosen(self, facet: str) -> frozenset[str]:
        """The values that limit `facet`, "onbekend" included when asked for; empty for no limit."""
        values = self.filters.get(facet, frozenset())
        if not values or ALLE in values:
            return frozenset()
        return values | {ONBEKEND} if facet in self.include_unknown else values


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetValue:
    """`count` is the number of results with this value alone chosen in its facet."""

    slug: str
    count: int
    selected: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    id: str
    score: float  # comparable within one answer only; 0.0 unless sorted by relevance
    km: float | None  # to the nearest point; None without a point or without a place


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A name that goes on from what somebody is typing."""

    text: str
    soort: str  # "naam" of an entry, or "aanbieder"
    count: int  # entries behind it
    id: str = ""  # public id of the entry, or slug of the aanbieder


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    total: int
    hits: tuple[Hit, ...] = ()
    # Most frequent value first; a chosen value is there even with count 0.
    facets: Mapping[str, tuple[FacetValue, ...]] = field(default_factory=dict)
    # Per filtered facet: how many entries choosing "onbekend" too would add.
    unknown: Mapping[str, int] = field(default_factory=dict)
    missing_words: tuple[str, ...] = ()  # typed words that no entry has
    corrections: Mapping[str, str] = field(default_factory=dict)  # typed word → word used instead
    engine: str = ""
    generation: str = ""
    took_ms: float = 0.0
    degraded: bool = False
