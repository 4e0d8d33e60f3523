"""tantivy by hand, as somebody would write it without a search layer: the yardstick."""

import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Literal, NamedTuple

import numpy as np
import tantivy
from numpy.typing import NDArray
from tantivy import FieldType, Occur, Query

from search.begrippen.tokens import is_begrip
from search.documents import BEGRIP_FIELDS, TEXT_FIELDS, Document
from search.engines.embedded import EmbeddedEngine
from search.engines.embedded.vocabulary import ReaderVocabulary
from search.engines.ordering import number_of
from search.engines.tokens import DocumentTokens
from search.plan import FIELD_WEIGHTS, PARTS_WEIGHT, PHRASE_FIELDS, Plan, build_plan
from search.query import FACETS, SearchQuery, Sort
from search.text import Phrase, TextPlan, Tokens, Word

LAYERS = (("s", 1.0), ("p", PARTS_WEIGHT))
IndexOption = Literal["position", "freq", "basic"]


class BareAnswer(NamedTuple):
    total: int
    counts: dict[str, dict[str, int]]
    page: list[tantivy.DocAddress]


class BareIndex:
    def __init__(self, path: Path) -> None:
        self.path = path
        builder = tantivy.SchemaBuilder()
        for name in FIELD_WEIGHTS:
            for layer, _ in LAYERS:
                phrases = layer == "s" and name in PHRASE_FIELDS
                option: IndexOption = "position" if phrases else "freq"
                builder.add_text_field(f"{name}_{layer}", tokenizer_name="ws", index_option=option)
        for facet in FACETS:
            builder.add_text_field(facet, tokenizer_name="raw", index_option="basic", fast=True)
        builder.add_text_field("gebied", tokenizer_name="raw", index_option="basic")
        builder.add_text_field("id", tokenizer_name="raw", index_option="basic", stored=True)
        builder.add_integer_field("number", indexed=True, fast=True)
        for column in ("lat", "lon"):
            builder.add_float_field(column, fast=True)
        self.schema = builder.build()

    def build(self, documents: Iterable[tuple[Document, DocumentTokens]]) -> None:
        shutil.rmtree(self.path, ignore_errors=True)
        self.path.mkdir(parents=True)
        index = tantivy.Index(self.schema, path=str(self.path))
        analyzer = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
        index.register_tokenizer("ws", analyzer)
        writer = index.writer(heap_size=120_000_000, num_threads=1)
        for document, tokens in documents:
            writer.add_document(self._document(document, tokens))
        writer.commit()
        writer.wait_merging_threads()
        index.reload()
        self.searcher = index.searcher()

    def _document(self, document: Document, tokens: DocumentTokens) -> tantivy.Document:
        made = tantivy.Document()
        for name, (stems, parts) in tokens.fields.items():
            made.add_text(f"{name}_s", " ".join(stems))
            made.add_text(f"{name}_p", " ".join(parts))
        for facet, values in document.facets.items():
            for value in values:
                made.add_text(facet, value)
        for gebied in document.gebieden:
            made.add_text("gebied", gebied)
        for lat, lon in document.punten:
            made.add_float("lat", lat)
            made.add_float("lon", lon)
        made.add_text("id", document.id)
        made.add_integer("number", number_of(document.id))
        return made

    def prepare(self, engine: EmbeddedEngine, query: SearchQuery) -> Plan:
        """Return the tokens to search for, made outside the measurement."""
        reader = engine._watch.reader()  # noqa: SLF001 - the benchmark looks inside
        return build_plan(query, ReaderVocabulary(reader, None))

    def search(self, plan: Plan) -> BareAnswer:
        place = plan.place
        assert place is not None
        text = self._text(plan.text) if plan.text else Query.all_query()
        areas = Query.term_set_query(self.schema, "gebied", list(place.gebieden))
        box = self._box(place.lat, place.lon, place.km)
        corners = self._search(_all([text, box], [areas]))
        distances = self._distances(corners, place.lat, place.lon)
        outside = [corners[i] for i in np.flatnonzero(distances > place.km)]
        numbers = self.searcher.fast_field_values("number", outside)
        within = _all(
            [text, _any([box, areas])], [Query.term_set_query(self.schema, "number", numbers)]
        )
        filters = {
            facet: Query.term_set_query(self.schema, facet, list(values))
            for facet, values in plan.filters.items()
        }
        full = _all([within, *filters.values()])
        counts = self._counts(full, [f for f in plan.facets if f not in filters])
        for facet in filters:
            others = [query for name, query in filters.items() if name != facet]
            counts |= self._counts(_all([within, *others]), [facet])
        if plan.sort is Sort.RELEVANTIE:
            found = self.searcher.search(full, plan.size, count=True)
            return BareAnswer(found.count, counts, [address for _, address in found.hits])
        addresses = self._search(full)
        order = np.argsort(self._distances(addresses, place.lat, place.lon), kind="stable")
        return BareAnswer(len(addresses), counts, [addresses[i] for i in order[: plan.size]])

    def _text(self, text: TextPlan) -> Query:
        weights = {scored.tokens: scored.weight for scored in text.scored}
        words = [self._word(word, weights) for word in text.words]
        enough = [self._begrip(token, weights[token,]) for token in text.begrippen]
        if text.at_least == 1:
            enough += words
        elif words:
            at_least = text.at_least
            shoulds = [(Occur.Should, word) for word in words]
            enough.append(Query.boolean_query(shoulds, minimum_number_should_match=at_least))
            enough += [self._word(text.rarest, weights)] if text.rarest else []
        used = {
            *text.begrippen,
            *(t for word in text.words for ts in word.alternatives for t in ts),
        }
        more = [
            self._begrip(scored.tokens[0], scored.weight)
            for scored in text.scored
            if is_begrip(scored.tokens[0]) and scored.tokens[0] not in used
        ]
        more += [self._phrase(phrase) for phrase in text.phrases]
        return Query.boolean_query(
            [(Occur.Must, _any(enough)), *((Occur.Should, query) for query in more)]
        )

    def _begrip(self, token: str, weight: float) -> Query:
        return _any([self._in_field(name, "s", token, weight) for name in BEGRIP_FIELDS])

    def _phrase(self, phrase: Phrase) -> Query:
        words: list[str | tuple[int, str]] = list(phrase.tokens)
        held = [Query.phrase_query(self.schema, f"{name}_s", words) for name in PHRASE_FIELDS]
        return Query.const_score_query(_any(held), phrase.weight)

    def _word(self, word: Word, weights: dict[Tokens, float]) -> Query:
        return _any(
            [
                _all([self._token(token, weights[tokens]) for token in tokens])
                for tokens in word.alternatives
            ]
        )

    def _token(self, token: str, weight: float) -> Query:
        return _any(
            [
                self._in_field(name, layer, token, weight)
                for name in TEXT_FIELDS
                for layer, _ in LAYERS
            ]
        )

    def _in_field(self, name: str, layer: str, token: str, weight: float) -> Query:
        found = Query.term_query(self.schema, f"{name}_{layer}", token)
        return Query.boost_query(found, weight * FIELD_WEIGHTS[name] * dict(LAYERS)[layer])

    def _box(self, lat: float, lon: float, km: float) -> Query:
        high = km / 111.19
        wide = high / float(np.cos(np.radians(abs(lat) + high)))
        return _all(
            [
                Query.range_query(self.schema, name, FieldType.Float, middle - half, middle + half)
                for name, middle, half in (("lat", lat, high), ("lon", lon, wide))
            ]
        )

    def _search(self, query: Query) -> list[tantivy.DocAddress]:
        hits = self.searcher.search(query, self.searcher.num_docs, count=False).hits
        return [address for _, address in hits]

    def _distances(
        self, addresses: list[tantivy.DocAddress], lat: float, lon: float
    ) -> NDArray[Any]:
        lats = np.array(self.searcher.fast_field_values("lat", addresses), dtype=float)
        lons = np.array(self.searcher.fast_field_values("lon", addresses), dtype=float)
        phi, phis = np.radians(lat), np.radians(lats)
        chord = (
            np.sin((phis - phi) / 2) ** 2
            + np.cos(phi) * np.cos(phis) * np.sin(np.radians(lons - lon) / 2) ** 2
        )
        return 2 * 6371.0087714 * np.arcsin(np.sqrt(chord))

    def _counts(self, query: Query, facets: list[str]) -> dict[str, dict[str, int]]:
        asked = {facet: {"terms": {"field": facet, "size": 1000}} for facet in facets}
        answer = self.searcher.aggregate(query, asked) if facets else {}
        return {
            facet: {bucket["key"]: bucket["doc_count"] for bucket in answer[facet]["buckets"]}
            for facet in facets
        }


def _all(queries: list[Query], without: list[Query] | None = None) -> Query:
    return Query.boolean_query(
        [(Occur.Must, query) for query in queries]
        + [(Occur.MustNot, query) for query in without or ()]
    )


def _any(queries: list[Query]) -> Query:
    return Query.boolean_query([(Occur.Should, query) for query in queries])
