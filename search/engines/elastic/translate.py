"""A Plan in the queries of elasticsearch.dsl: one function for each thing a plan can say."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from elasticsearch.dsl import query as q
from elasticsearch.dsl.function import FieldValueFactor
from elasticsearch.dsl.query import Query

from search.begrippen.tokens import is_begrip
from search.documents import BEGRIP_FIELDS
from search.engines.elastic.mapping import (
    BOOST,
    EVERY,
    GEBIED,
    LEEFTIJD_TOT,
    LEEFTIJD_VAN,
    scored_field,
)
from search.engines.tokens import PARTS, STEMS
from search.plan import FIELD_WEIGHTS, PARTS_WEIGHT, PHRASE_FIELDS
from search.query import Scope
from search.text import Phrase, Scored, TextPlan, Tokens, Word


def term(field: str, value: str) -> Query:
    return q.Term(field, {"value": value})


def one_of(field: str, values: Iterable[str]) -> Query:
    return q.Terms(field, list(values))


def in_scope(scope: Scope) -> list[Query]:
    return [] if scope.gemeente is None else [term("gemeente", scope.gemeente)]


def all_of(queries: Iterable[Query], without: Iterable[Query] = ()) -> Query:
    """Return what matches each of `queries` (everything for none) and none of `without`."""
    wanted, unwanted = list(queries), list(without)
    if not wanted and not unwanted:
        return q.MatchAll()
    if len(wanted) == 1 and not unwanted:
        return wanted[0]
    if not unwanted:
        return q.Bool(filter=wanted)
    return q.Bool(filter=wanted, must_not=unwanted)


def any_of(queries: Iterable[Query], at_least: int = 1) -> Query:
    """Return what matches `at_least` of `queries`; nothing for none."""
    wanted = list(queries)
    if not wanted:
        return q.MatchNone()
    if len(wanted) == 1 and at_least == 1:
        return wanted[0]
    return q.Bool(should=wanted, minimum_should_match=at_least)


@lru_cache(maxsize=10_000)
def holding(tokens: Tokens) -> Query:
    return all_of(term(EVERY, token) for token in tokens)


def having(word: Word) -> Query:
    return any_of(map(holding, word.alternatives))


def matching(text: TextPlan) -> Query:
    enough = [holding((token,)) for token in text.begrippen]
    words = [having(word) for word in text.words]
    if text.at_least == 1:
        enough += words
    elif words:
        enough.append(any_of(words, text.at_least))
        enough += [having(text.rarest)] if text.rarest else []
    return any_of(enough)


def scored(matches: Query, text: TextPlan) -> Query:
    """Return `matches` with their scores: what the text says, multiplied by the boost."""
    parts = [part for scored in text.scored for part in _scored(scored)]
    parts += map(_following, text.phrases)
    parts += [
        q.ConstantScore(filter=term(GEBIED, bonus.gebied), boost=bonus.weight)
        for bonus in text.bonuses
    ]
    return q.FunctionScore(
        query=q.Bool(filter=[matches], should=parts),
        functions=[FieldValueFactor(field=BOOST, missing=1)],
        boost_mode="multiply",
    )


def _scored(scored: Scored) -> list[Query]:
    if len(scored.tokens) == 1:
        return _in_fields(scored.tokens[0], scored.weight)
    required = [any_of(_in_fields(token, scored.weight)) for token in scored.tokens]
    return [q.Bool(must=required)]


@lru_cache(maxsize=10_000)
def _in_fields(token: str, weight: float) -> list[Query]:
    return [
        q.Term(scored_field(name, layer), {"value": token, "boost": weight * of_field * of_layer})
        for name, of_field in FIELD_WEIGHTS.items()
        for layer, of_layer in ((STEMS, 1.0), (PARTS, PARTS_WEIGHT))
        if (name in BEGRIP_FIELDS) == is_begrip(token)
    ]


def _following(phrase: Phrase) -> Query:
    """Return what holds the words one after the other, for a constant score."""
    words = " ".join(phrase.tokens)
    fields = [scored_field(name, STEMS) for name in PHRASE_FIELDS]
    held = any_of(q.MatchPhrase(field, {"query": words}) for field in fields)
    return q.ConstantScore(filter=held, boost=phrase.weight)


def of_age(leeftijd: int) -> Query:
    """Return what is not for older or younger people only; most documents hold no limit."""
    for_older = q.Range(LEEFTIJD_VAN, {"gt": leeftijd})
    for_younger = q.Range(LEEFTIJD_TOT, {"lt": leeftijd})
    return all_of([], without=[for_older, for_younger])


def chosen(filters: Mapping[str, Iterable[str]], leaving_out: str = "") -> list[Query]:
    return [one_of(facet, values) for facet, values in filters.items() if facet != leaving_out]


def exists(field: str) -> Query:
    return q.Exists(field=field)
