"""The EmbeddedEngine: what ties reading, finding and writing together."""

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, Final, Self

from search.documents import Document
from search.engines.base import EngineBusy, EngineUnavailable, Generation, Health, State
from search.engines.completion import Beginning
from search.engines.counting import facet_values, unknown_counts
from search.engines.embedded import translate
from search.engines.embedded.completing import Completion
from search.engines.embedded.errors import index_errors
from search.engines.embedded.explaining import explain
from search.engines.embedded.finding import Finding
from search.engines.embedded.paging import Paging
from search.engines.embedded.reader import Reader, Watch
from search.engines.embedded.schema import manifest
from search.engines.embedded.vocabulary import ReaderVocabulary
from search.engines.embedded.writer import build, change
from search.engines.explaining import Explanation
from search.engines.points import Points
from search.generations import Generations, Manifest
from search.locks import LockTimeout, locked
from search.plan import build_plan
from search.query import EVERYWHERE, Scope, SearchPage, SearchQuery, Suggestion

NAME: Final = "embedded"
WRITE_LOCK: Final = "write.lock"
BUILD_LOCK: Final = "build.lock"


class EmbeddedEngine:
    """A SearchEngine on files in one directory; any number of readers, one writer at a time.

    Opening is lazy: making one neither reads nor writes. Safe to share between threads; a process
    that forks opens its own.

    Args:
        directory: where the generations live; made on the first rebuild.
        today: gives the date that equal entries are ordered by.
        lock_seconds: how long a change waits for another writer.
    """

    def __init__(
        self,
        directory: Path | str,
        *,
        today: Callable[[], date] = date.today,
        lock_seconds: float = 10.0,
    ) -> None:
        self._generations = Generations(Path(directory))
        self._watch = Watch(self._generations)
        self._today = today
        self._lock_seconds = lock_seconds

    @classmethod
    def from_settings(cls, settings: Any) -> Self:
        """Make the engine from the project's settings: SEARCH_INDEX_DIR."""
        return cls(settings.SEARCH_INDEX_DIR)

    def search(self, query: SearchQuery) -> SearchPage:
        started = time.perf_counter()
        with self._reading() as reader:
            finding = self._finding(reader, query)
            plan = finding.plan
            total, hits = Paging(finding, self._today()).page()
            counts = finding.counts()
        return SearchPage(
            total=total,
            hits=hits,
            facets=facet_values(plan, counts),
            unknown=unknown_counts(plan, counts),
            missing_words=plan.missing_words,
            corrections=plan.corrections,
            engine=NAME,
            generation=reader.generation,
            took_ms=(time.perf_counter() - started) * 1000,
        )

    def points(self, query: SearchQuery, limit: int = 100_000) -> Points:
        with self._reading() as reader:
            return self._finding(reader, query).points(limit)

    def complete(self, prefix: str, scope: Scope = EVERYWHERE, limit: int = 8) -> list[Suggestion]:
        typed = Beginning.of(prefix)
        if typed is None:
            return []
        with self._reading() as reader:
            completion = Completion(reader, typed, scope)
            return completion.entries(limit) + completion.aanbieders(limit)

    def facet_counts(
        self, facet: str, slugs: Iterable[str], scope: Scope = EVERYWHERE
    ) -> dict[str, int]:
        with self._reading() as reader:
            return {
                slug: reader.count(
                    translate.all_of([translate.term(facet, slug), *translate.in_scope(scope)])
                )
                for slug in slugs
            }

    def rebuild(self, documents: Iterable[Document]) -> Generation:
        started = time.perf_counter()
        with self._locked(BUILD_LOCK):
            # Changes go on in the current generation meanwhile; only the switch excludes them.
            path, count = build(self._generations, documents)
            try:
                with self._locked(WRITE_LOCK), index_errors():
                    self._generations.switch_to(path)
            except (EngineBusy, EngineUnavailable):
                self._generations.discard(path)
                raise
        return Generation(
            name=path.name, documents=count, took_seconds=time.perf_counter() - started
        )

    def upsert(self, documents: Iterable[Document]) -> None:
        self._change(list(documents), [])

    def delete(self, ids: Iterable[str]) -> None:
        self._change([], list(ids))

    def _change(self, documents: list[Document], gone: list[str]) -> None:
        if documents or gone:
            with self._locked(WRITE_LOCK):
                change(self._generations, documents, gone)

    def health(self) -> Health:
        generation = self._generations.current()
        if generation is None or not generation.is_dir():
            return Health(state=State.MISSING, engine=NAME, detail="there is no index yet")
        built = Manifest.read(generation)
        stale = built is not None and built != manifest()
        try:
            documents = self._watch.reader().documents
        except EngineUnavailable as error:
            state = State.STALE if stale else State.DAMAGED
            return Health(state=state, engine=NAME, generation=generation.name, detail=str(error))
        return Health(
            state=State.STALE if stale else State.OK,
            engine=NAME,
            generation=generation.name,
            documents=documents,
            detail="built by other code or with other lists" if stale else "",
        )

    def fingerprints(self) -> Iterator[tuple[str, int]]:
        with self._reading() as reader:
            addresses = reader.addresses(translate.all_of([]))
            ids, held = reader.ids(addresses), reader.fingerprints(addresses)
        yield from zip(ids, held, strict=True)

    def explain(self, query: SearchQuery, id: str) -> Explanation | None:
        """Tell what the score of one entry is made of; None without words or without the entry."""
        with self._reading() as reader:
            finding = self._finding(reader, query)
            text = finding.plan.text
            return None if text is None else explain(finding, text, id)

    def _finding(self, reader: Reader, query: SearchQuery) -> Finding:
        vocabulary = ReaderVocabulary(reader, query.scope.gemeente)
        return Finding(reader, build_plan(query, vocabulary))

    @contextmanager
    def _reading(self) -> Iterator[Reader]:
        reader = self._watch.reader()
        with index_errors():
            yield reader

    @contextmanager
    def _locked(self, name: str) -> Iterator[None]:
        directory = self._generations.directory
        try:
            directory.mkdir(parents=True, exist_ok=True)
            with locked(directory / name, self._lock_seconds):
                yield
        except LockTimeout as error:
            raise EngineBusy("another process is writing to the index") from error
