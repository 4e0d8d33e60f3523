"""The fields of the tantivy index, and a document turned into them.

The index holds tokens, slugs and numbers. tantivy accepts unknown field names and wrong value types
in silence, so documents are made here only.
"""

import hashlib
from typing import Final

import tantivy

from search.begrippen.version import begrippen_version
from search.documents import (
    BEGRIP_FIELDS,
    MAX_LEEFTIJD,
    MAX_PUNTEN,
    MIN_LEEFTIJD,
    TEXT_FIELDS,
    Document,
)
from search.engines.completion import aanbieder_names, first_stem
from search.engines.ordering import halves_of
from search.engines.tokens import PARTS, STEMS, document_tokens, naam_key
from search.fingerprint import fingerprint
from search.generations import Manifest
from search.lists.version import analysis_version
from search.plan import PHRASE_FIELDS
from search.query import FACETS

TOKENS: Final = "tokens"  # the name of our tokenizer: cuts at white space, nothing else

# Text that is matched: each stem of any field once, and each word as written.
EVERY: Final = "every"
SURFACES: Final = "surfaces"
# For who is still typing: the first word of the name, and the ways into names of aanbieders.
NAAM_FIRST: Final = "naam_first"
AANBIEDERS: Final = "aanbieders"
# Exact values.
ID: Final = "id"
GEBIED: Final = "gebied"
PUNTEN: Final = "punten"  # how many points, as text
# Columns. The id is two numbers, so that a page needs no stored documents.
ID_HIGH: Final = "id_high"
NUMBER: Final = "number"
FINGERPRINT: Final = "fingerprint"
NAAM: Final = "naam"  # folded for order, as written for completion, and the id to be unique
LEEFTIJD_VAN: Final = "leeftijd_van"
LEEFTIJD_TOT: Final = "leeftijd_tot"
BOOST: Final = "boost"
# What sorts first, so that a shorter name comes first.
SEPARATOR: Final = "\x1f"


def scored_field(name: str, layer: str) -> str:
    return f"{name}_{layer}"


def lat_column(position: int) -> str:
    return f"lat_{position}"


def lon_column(position: int) -> str:
    return f"lon_{position}"


SCORED: Final = tuple(
    scored_field(name, layer) for name in TEXT_FIELDS + BEGRIP_FIELDS for layer in (STEMS, PARTS)
)
_PHRASES: Final = frozenset(scored_field(name, STEMS) for name in PHRASE_FIELDS)
_TOKEN_FIELDS: Final = (
    *((name, "position" if name in _PHRASES else "freq") for name in SCORED),
    (EVERY, "basic"),
    (SURFACES, "basic"),
)
_EXACT_FIELDS: Final = (ID, GEBIED, PUNTEN, NAAM_FIRST, AANBIEDERS)
_TEXT_COLUMNS: Final = (*FACETS, NAAM)
_INTEGER_COLUMNS: Final = (ID_HIGH, FINGERPRINT, LEEFTIJD_VAN, LEEFTIJD_TOT)
# 64 bits: with 32, five of 200 circles held other documents.
_FLOAT_COLUMNS: Final = (
    *(name(position) for position in range(MAX_PUNTEN) for name in (lat_column, lon_column)),
    BOOST,
)
_LAYOUT: Final = repr(
    (_TOKEN_FIELDS, _EXACT_FIELDS, _TEXT_COLUMNS, _INTEGER_COLUMNS, NUMBER, _FLOAT_COLUMNS)
)
SCHEMA: Final = hashlib.sha256(_LAYOUT.encode()).hexdigest()[:16]
LIBRARY: Final[str] = tantivy.__version__  # type: ignore[attr-defined]  # not in its stub


def manifest() -> Manifest:
    """Return what an index that is built now depends on; editors change the lists of words."""
    return Manifest(
        schema=SCHEMA,
        analysis=analysis_version(),
        begrippen=begrippen_version(),
        engine=LIBRARY,
    )


def build_schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    for name, record in _TOKEN_FIELDS:
        builder.add_text_field(name, tokenizer_name=TOKENS, index_option=record)
    for name in _EXACT_FIELDS:
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in _TEXT_COLUMNS:
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    for name in _INTEGER_COLUMNS:
        builder.add_integer_field(name, fast=True)
    builder.add_integer_field(NUMBER, fast=True, indexed=True)
    for name in _FLOAT_COLUMNS:
        builder.add_float_field(name, fast=True)
    return builder.build()


def register_tokenizer(index: tantivy.Index) -> tantivy.Index:
    """Tell `index` about TOKENS; tantivy forgets it with every opening."""
    analyzer = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
    index.register_tokenizer(TOKENS, analyzer)
    return index


def to_tantivy(document: Document) -> tantivy.Document:
    tokens = document_tokens(document)
    made = tantivy.Document()
    for name, (stems, parts) in tokens.fields.items():
        made.add_text(scored_field(name, STEMS), " ".join(stems))
        made.add_text(scored_field(name, PARTS), " ".join(parts))
    made.add_text(EVERY, " ".join(tokens.every))
    made.add_text(SURFACES, " ".join(tokens.surfaces))
    made.add_text(ID, document.id)
    for gebied in document.gebieden:
        made.add_text(GEBIED, gebied)
    made.add_text(NAAM_FIRST, first_stem(document))
    for way in set(aanbieder_names(document)):
        made.add_text(AANBIEDERS, way.key)
    for facet, values in document.facets.items():
        for value in values:
            made.add_text(facet, value)
    if document.punten:
        made.add_text(PUNTEN, str(len(document.punten)))
    for position, (lat, lon) in enumerate(document.punten):
        made.add_float(lat_column(position), lat)
        made.add_float(lon_column(position), lon)
    made.add_text(NAAM, SEPARATOR.join(naam_key(document)))
    high, number = halves_of(document.id)
    made.add_integer(ID_HIGH, high)
    made.add_integer(NUMBER, number)
    made.add_integer(FINGERPRINT, fingerprint(document))
    if document.leeftijd_van > MIN_LEEFTIJD:
        made.add_integer(LEEFTIJD_VAN, document.leeftijd_van)
    if document.leeftijd_tot < MAX_LEEFTIJD:
        made.add_integer(LEEFTIJD_TOT, document.leeftijd_tot)
    # tantivy multiplies a score by log2(2 + value): this value multiplies it by the boost.
    made.add_float(BOOST, 2.0**document.boost - 2.0)
    return made
