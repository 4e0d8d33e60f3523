"""A SearchQuery worked out to what every engine must express; engines only translate it.

Matching and scoring are apart. What matches is boolean over tokens, so that totals and facet counts
are exact and equal on every engine; what scores only orders the matches.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Final

from search.documents import ZONDER_PLEK
from search.nearness import bonuses
from search.query import Near, SearchQuery, Sort
from search.synonyms.table import synonyms
from search.text import TextPlan, ordering, plan_text
from search.vocabulary import Vocabulary

# How much a hit in a field is worth: the name says best what a voorziening is. A begrip counts like
# a name, since several words may lead to it and none of them needs to be in the entry.
FIELD_WEIGHTS: Final[Mapping[str, float]] = {
    "naam": 4.0,
    "trefwoorden": 2.5,
    "aanbieder": 1.5,
    "tekst": 1.0,
    "begrip_bevestigd": 4.0,
    "begrip_sterk": 3.0,
    "begrip_zwak": 2.0,
}
PARTS_WEIGHT: Final = 0.4  # of a part of a compound, against the whole word
# Where words that follow each other say more: the stems of these fields keep their positions.
PHRASE_FIELDS: Final = ("naam", "trefwoorden", "tekst")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacePlan:
    """Within `km` of the point, or offered in one of `gebieden`."""

    lat: float
    lon: float
    km: float
    gebieden: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What to match, how to order and what to count.

    A document matches when it holds for `text`, `gemeente`, `place`, `leeftijd` and `bbox` and, for
    each of `filters`, has one of the values. Counts of a facet leave out its own filter, never the
    rest.
    """

    text: TextPlan | None  # None: every document
    gemeente: str | None  # of the scope
    filters: Mapping[str, tuple[str, ...]]
    place: PlacePlan | None
    near: Near | None  # where distances are measured from
    leeftijd: int | None
    bbox: tuple[float, float, float, float] | None
    sort: Sort
    start: int  # of the first hit wanted, from 0
    size: int
    facets: tuple[str, ...]
    missing_words: tuple[str, ...] = ()
    corrections: Mapping[str, str] = field(default_factory=dict)


def build_plan(query: SearchQuery, vocabulary: Vocabulary) -> Plan:
    """Work out `query`; never fails on any text.

    Args:
        query: what the visitor asked.
        vocabulary: the words of the documents within the query's scope.
    """
    answer = plan_text(
        query.text, vocabulary, partial(synonyms().expansions, gemeente=query.only_gemeente)
    )
    near, text = query.near, answer.plan
    if near is not None and text is not None:
        text = replace(text, bonuses=bonuses(near))
    if query.ordering_text and text is not None:
        text = replace(text, scored=text.scored + ordering(query.ordering_text, text, vocabulary))
    place = None
    if near is not None and near.km is not None:
        gebieden = tuple(sorted(map(_storable, near.gebieden | {ZONDER_PLEK})))
        place = PlacePlan(lat=near.lat, lon=near.lon, km=near.km, gebieden=gebieden)
    filters = {
        facet: tuple(sorted(map(_storable, values)))
        for facet in query.filters
        if (values := query.chosen(facet))
    }
    return Plan(
        text=text,
        gemeente=None if query.scope.gemeente is None else _storable(query.scope.gemeente),
        filters=filters,
        place=place,
        near=near,
        leeftijd=query.leeftijd,
        bbox=query.bbox,
        sort=query.order,
        start=(query.page - 1) * query.size,
        size=query.size,
        facets=query.facets,
        missing_words=answer.missing,
        corrections=answer.corrections,
    )


def _storable(value: str) -> str:
    """Replace what no engine can hold (half a surrogate pair) by "?", which no slug has."""
    return value.encode("utf-8", "replace").decode()
