"""The plain engine: dictionaries in memory, no index files, no clever counting.

It is the oracle for the other engines and serves tests. Everything is computed the obvious way.
"""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any, Self

import numpy as np

from search.documents import Document
from search.engines.base import Generation, Health, State
from search.engines.completion import Beginning, aanbieder_names, first_stem, likeliest
from search.engines.corpus import Corpus, CorpusVocabulary, Entry
from search.engines.counting import counted_facets, facet_values, unknown_counts
from search.engines.distance import kilometres
from search.engines.explaining import Explanation, explain_in_corpus
from search.engines.ordering import daily_ties, ranks, window
from search.fingerprint import fingerprint
from search.plan import PlacePlan, Plan, build_plan
from search.query import EVERYWHERE, Hit, Scope, SearchPage, SearchQuery, Sort, Suggestion

NAME = "reference"


class ReferenceEngine:
    """A SearchEngine for some thousands of documents; nothing outlives the process."""

    def __init__(self, *, today: Callable[[], date] = date.today) -> None:
        self._today = today
        self._generation = 0
        self._corpus = Corpus()

    @classmethod
    def from_settings(cls, settings: Any) -> Self:
        """Make the engine from the project's settings; it needs none."""
        return cls()

    def search(self, query: SearchQuery) -> SearchPage:
        started = time.perf_counter()
        corpus = self._corpus
        plan = build_plan(query, CorpusVocabulary(corpus, query.scope.gemeente))
        within = _matches(corpus, plan)
        matches = [entry for entry in within if _passes(entry, plan)]
        counts = {
            facet: Counter(
                value
                for entry in within
                if _passes(entry, plan, leaving_out=facet)
                for value in entry.document.facets.get(facet, ())
            )
            for facet in counted_facets(plan)
        }
        return SearchPage(
            total=len(matches),
            hits=_page(corpus, plan, matches, self._today()),
            facets=facet_values(plan, counts),
            unknown=unknown_counts(plan, counts),
            missing_words=plan.missing_words,
            corrections=plan.corrections,
            engine=NAME,
            generation=str(self._generation),
            took_ms=(time.perf_counter() - started) * 1000,
        )

    def points(self, query: SearchQuery, limit: int = 100_000) -> list[tuple[str, float, float]]:
        corpus = self._corpus
        plan = build_plan(query, CorpusVocabulary(corpus, query.scope.gemeente))
        matches = [entry for entry in _matches(corpus, plan) if _passes(entry, plan)]
        points = [
            (entry.document.id, lat, lon)
            for entry in matches
            for lat, lon in entry.document.punten
            if _in_box(lat, lon, plan.bbox)
        ]
        return points[:limit]

    def complete(self, prefix: str, scope: Scope = EVERYWHERE, limit: int = 8) -> list[Suggestion]:
        typed = Beginning.of(prefix)
        if typed is None:
            return []
        entries = [e for e in self._corpus.entries.values() if _in_scope(e, scope.gemeente)]
        named = [e for e in entries if _goes_on(e.tokens.fields["naam"].stems, typed)]
        named.sort(key=lambda e: (not _starts(first_stem(e.document), typed), e.name))
        found = [Suggestion(text=e.name[1], soort="naam", count=1, id=e.document.id) for e in named]
        counted = Counter(name for e in entries for name in set(aanbieder_names(e.document)))
        names = [(n, c) for n, c in counted.items() if n.begins.startswith(typed.whole)]
        return found[:limit] + [
            Suggestion(text=name.naam, soort="aanbieder", count=count, id=name.slug)
            for name, count in likeliest(names)[:limit]
        ]

    def facet_counts(
        self, facet: str, slugs: Iterable[str], scope: Scope = EVERYWHERE
    ) -> dict[str, int]:
        entries = [e for e in self._corpus.entries.values() if _in_scope(e, scope.gemeente)]
        counts = Counter(v for e in entries for v in e.document.facets.get(facet, ()))
        return {slug: counts[slug] for slug in slugs}

    def explain(self, query: SearchQuery, id: str) -> Explanation | None:
        """Tell what the score of one entry is made of; None without words or without the entry."""
        corpus = self._corpus
        text = build_plan(query, CorpusVocabulary(corpus, query.scope.gemeente)).text
        if text is None or id not in corpus.entries:
            return None
        return explain_in_corpus(corpus, text, id)

    def rebuild(self, documents: Iterable[Document]) -> Generation:
        started = time.perf_counter()
        self._corpus = Corpus({document.id: Entry.of(document) for document in documents})
        self._generation += 1
        return Generation(
            name=str(self._generation),
            documents=len(self._corpus.entries),
            took_seconds=time.perf_counter() - started,
        )

    def upsert(self, documents: Iterable[Document]) -> None:
        changed = {document.id: Entry.of(document) for document in documents}
        self._corpus = Corpus(self._corpus.entries | changed)

    def delete(self, ids: Iterable[str]) -> None:
        gone = set(ids)
        kept = {id: entry for id, entry in self._corpus.entries.items() if id not in gone}
        self._corpus = Corpus(kept)

    def health(self) -> Health:
        return Health(
            state=State.OK if self._generation else State.MISSING,
            engine=NAME,
            generation=str(self._generation),
            documents=len(self._corpus.entries),
        )

    def fingerprints(self) -> Iterator[tuple[str, int]]:
        for id, entry in self._corpus.entries.items():
            yield id, fingerprint(entry.document)


def _matches(corpus: Corpus, plan: Plan) -> list[Entry]:
    """Return what matches the plan, its facet filters left out."""
    return [
        entry
        for id in corpus.matching(plan.text)
        if _in_scope(entry := corpus.entries[id], plan.gemeente)
        and _of_age(entry.document, plan.leeftijd)
        and (plan.bbox is None or any(_in_box(*punt, plan.bbox) for punt in entry.document.punten))
        and (plan.place is None or _in_place(entry.document, plan.place))
    ]


def _passes(entry: Entry, plan: Plan, leaving_out: str = "") -> bool:
    return all(
        facet == leaving_out or not set(chosen).isdisjoint(entry.document.facets.get(facet, ()))
        for facet, chosen in plan.filters.items()
    )


def _goes_on(stems: list[str], typed: Beginning) -> bool:
    return set(typed.words) <= set(stems) and any(map(typed.goes_on_as, stems))


def _starts(first: str, typed: Beginning) -> bool:
    return first == typed.words[0] if typed.words else typed.goes_on_as(first)


def _in_scope(entry: Entry, gemeente: str | None) -> bool:
    return gemeente is None or gemeente in entry.document.facets.get("gemeente", ())


def _of_age(document: Document, leeftijd: int | None) -> bool:
    return leeftijd is None or document.leeftijd_van <= leeftijd <= document.leeftijd_tot


def _in_box(lat: float, lon: float, bbox: tuple[float, float, float, float] | None) -> bool:
    return bbox is None or (bbox[0] <= lon <= bbox[2] and bbox[1] <= lat <= bbox[3])


def _in_place(document: Document, place: PlacePlan) -> bool:
    if not set(place.gebieden).isdisjoint(document.gebieden):
        return True
    return bool(document.punten) and _nearest(document, place.lat, place.lon) <= place.km


def _nearest(document: Document, lat: float, lon: float) -> float:
    """Return the kilometres to the nearest point; NaN for a document without points."""
    if not document.punten:
        return float("nan")
    lats, lons = np.array(document.punten, dtype=np.float64).T
    return float(kilometres(lat, lon, lats, lons).min())


def _page(corpus: Corpus, plan: Plan, matches: list[Entry], day: date) -> tuple[Hit, ...]:
    km: dict[str, float] = {}
    if plan.near is not None:
        near = plan.near
        km = {e.document.id: _nearest(e.document, near.lat, near.lon) for e in matches}
    scores = corpus.scores(plan.text) if plan.sort is Sort.RELEVANTIE else {}
    if plan.sort is Sort.NAAM:
        ordered = sorted(matches, key=lambda entry: entry.name)[plan.start : plan.start + plan.size]
    elif plan.sort is Sort.AFSTAND:
        ordered = _by_distance(matches, km, plan, day)
    else:
        ordered = _by_relevance(matches, scores, plan, day)
    return tuple(
        Hit(
            id=id,
            score=scores.get(id, 0.0),
            km=None if np.isnan(distance := km.get(id, float("nan"))) else distance,
        )
        for id in (entry.document.id for entry in ordered)
    )


def _by_relevance(
    matches: list[Entry], scores: dict[str, float], plan: Plan, day: date
) -> list[Entry]:
    matches = sorted(matches, key=lambda entry: -scores.get(entry.document.id, 0.0))
    groups = ranks(np.array([scores.get(entry.document.id, 0.0) for entry in matches]))
    return _windowed(matches, groups, plan, day)


def _by_distance(matches: list[Entry], km: dict[str, float], plan: Plan, day: date) -> list[Entry]:
    placed = [entry for entry in matches if entry.document.punten]
    placed.sort(key=lambda entry: km[entry.document.id])
    distances = np.array([km[entry.document.id] for entry in placed])
    groups = np.unique(distances, return_inverse=True)[1].astype(np.int64)
    rest = sorted((e for e in matches if not e.document.punten), key=lambda entry: entry.name)
    first = _windowed(placed, groups, plan, day)
    start = max(0, plan.start - len(placed))
    return first + rest[start : start + plan.size - len(first)]


def _windowed(
    entries: list[Entry], groups: np.typing.NDArray[np.int64], plan: Plan, day: date
) -> list[Entry]:
    numbers = np.array([entry.number for entry in entries], dtype=np.int64)
    order = window(groups, plan.start, plan.size, lambda touched: daily_ties(numbers[touched], day))
    return [entries[position] for position in order]
