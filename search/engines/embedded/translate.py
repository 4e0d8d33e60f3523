"""A Plan in tantivy's queries: one function for each thing a plan can say.

Every query here is a condition, scored 0, except `scoring`.
"""

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

import tantivy
from tantivy import Occur, Query

from search.begrippen.tokens import is_begrip
from search.documents import BEGRIP_FIELDS
from search.engines.distance import box_around
from search.engines.embedded.schema import (
    EVERY,
    GEBIED,
    LEEFTIJD_TOT,
    LEEFTIJD_VAN,
    PUNTEN,
    build_schema,
    lat_column,
    lon_column,
    scored_field,
)
from search.engines.tokens import PARTS, STEMS
from search.plan import FIELD_WEIGHTS, PARTS_WEIGHT, PHRASE_FIELDS, PlacePlan
from search.query import Scope
from search.text import Phrase, Scored, TextPlan, Tokens, Word

BBox = tuple[float, float, float, float]


@cache
def schema() -> tantivy.Schema:
    return build_schema()


def term(field: str, value: str) -> Query:
    return Query.term_query(schema(), field, value)


def one_of(field: str, values: Iterable[str | int]) -> Query:
    return Query.term_set_query(schema(), field, list(values))


def in_scope(scope: Scope) -> list[Query]:
    return [] if scope.gemeente is None else [term("gemeente", scope.gemeente)]


def all_of(queries: list[Query], without: Iterable[Query] = ()) -> Query:
    """Return what matches each of `queries` (everything for none) and none of `without`."""
    excluded = [(Occur.MustNot, query) for query in without]
    if len(queries) == 1 and not excluded:
        return queries[0]
    required = [(Occur.Must, query) for query in queries or [Query.all_query()]]
    return Query.boolean_query(required + excluded)


def any_of(queries: list[Query], at_least: int = 1) -> Query:
    if len(queries) == 1:
        return queries[0]
    shoulds = [(Occur.Should, query) for query in queries]
    if at_least == 1:
        return Query.boolean_query(shoulds)
    return Query.boolean_query(shoulds, minimum_number_should_match=at_least)


def unscored(query: Query) -> Query:
    return Query.const_score_query(query, 0.0)


@lru_cache(maxsize=10_000)
def holding(tokens: Tokens) -> Query:
    return all_of([term(EVERY, token) for token in tokens])


def having(word: Word) -> Query:
    return any_of([holding(tokens) for tokens in word.alternatives])


def matching(text: TextPlan) -> Query:
    enough = [holding((token,)) for token in text.begrippen]
    words = [having(word) for word in text.words]
    if text.at_least == 1:
        enough += words
    elif words:
        enough.append(any_of(words, text.at_least))
        enough += [having(text.rarest)] if text.rarest else []
    return any_of(enough) if enough else Query.empty_query()


def scoring(text: TextPlan) -> list[Query]:
    return [*map(_scored, text.scored), *constants(text)]


def constants(text: TextPlan) -> list[Query]:
    """Return the phrases and then the bonuses of `text`."""
    near = [
        Query.const_score_query(term(GEBIED, bonus.gebied), bonus.weight) for bonus in text.bonuses
    ]
    return [*map(_following, text.phrases), *near]


def _scored(scored: Scored) -> Query:
    return Query.boost_query(all_of([_in_fields(token) for token in scored.tokens]), scored.weight)


@lru_cache(maxsize=10_000)  # making the queries costs as much as a small search
def _in_fields(token: str) -> Query:
    return any_of(
        [
            Query.boost_query(term(scored_field(name, layer), token), field_weight * layer_weight)
            for name, field_weight in FIELD_WEIGHTS.items()
            for layer, layer_weight in ((STEMS, 1.0), (PARTS, PARTS_WEIGHT))
            if (name in BEGRIP_FIELDS) == is_begrip(token)
        ]
    )


def _following(phrase: Phrase) -> Query:
    """Return what holds the words one after the other, for a constant score."""
    fields = (scored_field(name, STEMS) for name in PHRASE_FIELDS)
    words: list[str | tuple[int, str]] = list(phrase.tokens)
    held = any_of([Query.phrase_query(schema(), field, words) for field in fields])
    return Query.const_score_query(held, phrase.weight)


def of_age(leeftijd: int) -> Query:
    """Return what is not for older or younger people only; most documents hold no limit."""
    kind = tantivy.FieldType.Integer
    for_older = Query.range_query(
        schema(), LEEFTIJD_VAN, kind, lower_bound=leeftijd, include_lower=False
    )
    for_younger = Query.range_query(
        schema(), LEEFTIJD_TOT, kind, upper_bound=leeftijd, include_upper=False
    )
    return all_of([], without=[for_older, for_younger])


def in_box(bbox: BBox, most_points: int) -> Query:
    """Return what has any point in `bbox`; no document has more than `most_points`."""
    min_lon, min_lat, max_lon, max_lat = map(float, bbox)
    kind = tantivy.FieldType.Float
    if not most_points or min_lon > max_lon or min_lat > max_lat:
        return Query.empty_query()
    return any_of(
        [
            all_of(
                [
                    Query.range_query(schema(), lat_column(position), kind, min_lat, max_lat),
                    Query.range_query(schema(), lon_column(position), kind, min_lon, max_lon),
                ]
            )
            for position in range(most_points)
        ]
    )


def with_points(most_points: int) -> Query:
    if not most_points:
        return Query.empty_query()
    return one_of(PUNTEN, map(str, range(1, most_points + 1)))


def filter_text(filters: Mapping[str, Iterable[str]]) -> str:
    """Return facet filters in tantivy's query language, the only form aggregations take."""
    return " AND ".join(
        "(" + " OR ".join(f"{facet}:{_quoted(value)}" for value in values) + ")"
        for facet, values in filters.items()
    )


def _quoted(value: str) -> str:
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def in_gebied(place: PlacePlan) -> Query:
    return one_of(GEBIED, place.gebieden)


def around(place: PlacePlan, most_points: int) -> Query:
    """Return what may lie within the circle; the corners of the box are still in."""
    box = box_around(place.lat, place.lon, place.km)
    return with_points(most_points) if box is None else in_box(box, most_points)
