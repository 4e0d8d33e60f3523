"""Names that go on from what somebody is typing, and counts of some facet values."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from elasticsearch.dsl import aggs
from elasticsearch.dsl import query as q
from elasticsearch.dsl.query import Query

from search.engines.completion import SEPARATOR as PART
from search.engines.completion import AanbiederName, Beginning, likeliest
from search.engines.elastic import translate
from search.engines.elastic.mapping import (
    AANBIEDERS,
    ID,
    NAAM,
    NAAM_FIRST,
    SEPARATOR,
    scored_field,
)
from search.engines.tokens import STEMS
from search.query import Scope, Suggestion

_NAAM_STEMS: Final = scored_field("naam", STEMS)
# Ways into names that are looked at, by entries: one aanbieder may have several.
_MOST_WAYS: Final = 1_000
_SPECIAL: Final = re.compile(r'([.?+*|{}\[\]()"\\#@&<>~^$-])')

Body = dict[str, Any]


def completion_body(typed: Beginning, scope: Scope, limit: int) -> Body:
    """Ask for entries, those whose name begins so first, and for aanbieders, whole names apart."""
    within = translate.in_scope(scope)
    conditions = [translate.term(_NAAM_STEMS, stem) for stem in typed.words]
    conditions += [_going_on(_NAAM_STEMS, typed), *within]
    first = (
        translate.term(NAAM_FIRST, typed.words[0]) if typed.words else _going_on(NAAM_FIRST, typed)
    )
    named = q.Bool(filter=conditions, should=[q.ConstantScore(filter=first)])
    begins = _SPECIAL.sub(r"\\\1", typed.whole) + f"[^{PART}]*{PART}"
    ways = aggs.Global()
    group = ways.bucket("within", "filter", translate.all_of(within))
    for name, place in (("whole", "0"), ("part", "1")):
        include = f"{begins}{place}{PART}.*"
        group.bucket(name, "terms", field=AANBIEDERS, include=include, size=_MOST_WAYS)
    return {
        "query": named.to_dict(),
        "sort": [{"_score": "desc"}, {NAAM: "asc"}],
        "size": limit,
        "stored_fields": "_none_",
        "docvalue_fields": [ID, NAAM],
        "track_total_hits": False,
        "aggs": {"ways": ways.to_dict()},
    }


def suggestions_in(answer: Mapping[str, Any], limit: int) -> list[Suggestion]:
    """Return at most `limit` entries and then as many aanbieders."""
    names = (hit["fields"][NAAM][0].split(SEPARATOR) for hit in answer["hits"]["hits"])
    entries = [Suggestion(text=naam, soort="naam", count=1, id=id) for _, naam, id in names]
    found = answer["aggregations"]["ways"]["within"]
    buckets = [*found["whole"]["buckets"], *found["part"]["buckets"]]
    counted = ((AanbiederName.read(bucket["key"]), bucket["doc_count"]) for bucket in buckets)
    return entries + [
        Suggestion(text=name.naam, soort="aanbieder", count=count, id=name.slug)
        for name, count in likeliest(counted)[:limit]
    ]


def counts_body(facet: str, slugs: Sequence[str], scope: Scope) -> Body:
    """Ask how many entries in sight have each of `slugs`."""
    counted = {slug: translate.term(facet, slug).to_dict() for slug in slugs}
    return {
        "query": translate.all_of(translate.in_scope(scope)).to_dict(),
        "size": 0,
        "track_total_hits": False,
        "aggs": {"counted": {"filters": {"filters": counted}}},
    }


def counts_in(answer: Mapping[str, Any]) -> dict[str, int]:
    buckets = answer["aggregations"]["counted"]["buckets"]
    return {slug: bucket["doc_count"] for slug, bucket in buckets.items()}


def _going_on(field: str, typed: Beginning) -> Query:
    begins = q.Prefix(field, {"value": typed.last})
    return translate.any_of([begins, translate.term(field, typed.last_stem)])
