"""The fields of an index on Elasticsearch, and a document turned into them.

The index holds ready tokens, slugs and numbers. The mapping is strict: a field that it does not
name is refused, so that documents are made here only.
"""

import hashlib
import json
from datetime import date
from functools import cache
from typing import Any, Final

from elasticsearch.dsl import Double, GeoPoint, Integer, Keyword, Long, Mapping, Text

from search.begrippen.version import begrippen_version
from search.documents import BEGRIP_FIELDS, MAX_LEEFTIJD, MIN_LEEFTIJD, TEXT_FIELDS, Document
from search.engines.bm25 import K1, B
from search.engines.completion import aanbieder_names, first_stem
from search.engines.elastic.turns import TURNS, turns_from
from search.engines.tokens import PARTS, STEMS, document_tokens, naam_key
from search.fingerprint import fingerprint
from search.generations import Manifest
from search.lists.version import analysis_version
from search.plan import PHRASE_FIELDS
from search.query import FACETS

# Text that is matched: each stem of any field once, and each word as written.
EVERY: Final = "every"
SURFACES: Final = "surfaces"
# Exact values.
ID: Final = "id"
GEBIED: Final = "gebied"
FINGERPRINT: Final = "fingerprint"
NAAM: Final = "naam"  # folded for order, as written, and the id to be unique
# For who is still typing: the first word of the name, and the ways into names of aanbieders.
NAAM_FIRST: Final = "naam_first"
AANBIEDERS: Final = "aanbieders"
LEEFTIJD_VAN: Final = "leeftijd_van"
LEEFTIJD_TOT: Final = "leeftijd_tot"
BOOST: Final = "boost"
# A geo_point keeps 32 bits of each coordinate; the numbers as they were stand beside it.
PUNTEN: Final = "punten"
PUNTEN_EXACT: Final = "punten_exact"
# What sorts first, so that a shorter name comes first.
SEPARATOR: Final = "\x1f"
# As many hits as one request may give; more come page by page.
WINDOW: Final = 50_000
# A document that was deleted is remembered this long, so that no older state of it comes back.
_REMEMBER_DELETED: Final = "6h"


def scored_field(name: str, layer: str) -> str:
    return f"{name}_{layer}"


SCORED: Final = tuple(
    scored_field(name, layer) for name in TEXT_FIELDS + BEGRIP_FIELDS for layer in (STEMS, PARTS)
)
SETTINGS: Final[dict[str, Any]] = {
    "number_of_shards": 1,  # words are counted per shard: with more, the order would differ
    "auto_expand_replicas": "0-1",  # a copy, as soon as there is a second node for it
    "gc_deletes": _REMEMBER_DELETED,
    "max_result_window": WINDOW,
    "refresh_interval": -1,  # whoever writes makes it findable at once, see `apply`
    "similarity": {"default": {"type": "BM25", "k1": K1, "b": B}},
}


def build_mapping() -> Mapping:
    """Return the mapping, without the manifest."""
    mapping = Mapping()
    mapping.meta("dynamic", "strict")
    # Nothing is read back but columns; the tokens would only take room.
    mapping.meta("_source", enabled=False)
    for name in SCORED:
        # Lengths are kept everywhere, positions where phrases are looked for.
        with_positions = name.removesuffix(f"_{STEMS}") in PHRASE_FIELDS
        mapping.field(
            name,
            Text(analyzer="whitespace", index_options="positions" if with_positions else "freqs"),
        )
    for name in (EVERY, GEBIED, NAAM_FIRST):
        mapping.field(name, Keyword(doc_values=False))
    for name in (ID, SURFACES, NAAM, AANBIEDERS, *FACETS):
        mapping.field(name, Keyword())
    for name in (LEEFTIJD_VAN, LEEFTIJD_TOT):
        mapping.field(name, Integer())
    mapping.field(BOOST, Double(index=False))
    for name in (FINGERPRINT, *TURNS):
        mapping.field(name, Long(index=False))
    mapping.field(PUNTEN, GeoPoint())
    mapping.field(PUNTEN_EXACT, Keyword(index=False))
    return mapping


@cache
def schema() -> str:
    """A hash of the fields and what the index does with them."""
    layout = json.dumps([build_mapping().to_dict(), SETTINGS], sort_keys=True)
    return hashlib.sha256(layout.encode()).hexdigest()[:16]


def manifest() -> Manifest:
    """Return what an index that is built now depends on; editors change the lists of words."""
    return Manifest(
        schema=schema(),
        analysis=analysis_version(),
        begrippen=begrippen_version(),
        engine="elasticsearch",
    )


def to_source(document: Document, day: date) -> dict[str, Any]:
    """Return the body to index, in an index of which the orders of the day begin at `day`."""
    tokens = document_tokens(document)
    source: dict[str, Any] = {
        ID: document.id,
        FINGERPRINT: fingerprint(document),
        EVERY: tokens.every,
        SURFACES: tokens.surfaces,
        GEBIED: list(document.gebieden),
        NAAM: SEPARATOR.join(naam_key(document)),
        NAAM_FIRST: first_stem(document),
        AANBIEDERS: sorted({name.key for name in aanbieder_names(document)}),
        BOOST: document.boost,
        **turns_from(day, document.id),
    }
    for name, (stems, parts) in tokens.fields.items():
        source[scored_field(name, STEMS)] = " ".join(stems)
        source[scored_field(name, PARTS)] = " ".join(parts)
    for facet, values in document.facets.items():
        source[facet] = list(values)
    if document.punten:
        source[PUNTEN] = [{"lat": lat, "lon": lon} for lat, lon in document.punten]
        source[PUNTEN_EXACT] = json.dumps(document.punten)
    if document.leeftijd_van > MIN_LEEFTIJD:
        source[LEEFTIJD_VAN] = document.leeftijd_van
    if document.leeftijd_tot < MAX_LEEFTIJD:
        source[LEEFTIJD_TOT] = document.leeftijd_tot
    return source
