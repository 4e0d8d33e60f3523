"""The ElasticsearchEngine: what ties asking, paging and writing together."""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from typing import Any, Final, Self

from search.documents import Document
from search.engines.base import (
    EngineBusy,
    EngineUnavailable,
    Fault,
    Generation,
    Health,
    Refused,
    State,
)
from search.engines.completion import Beginning
from search.engines.counting import facet_values, unknown_counts
from search.engines.elastic.address import Address
from search.engines.elastic.asking import Asker
from search.engines.elastic.checking import server_faults, settings_faults
from search.engines.elastic.completion import (
    completion_body,
    counts_body,
    counts_in,
    suggestions_in,
)
from search.engines.elastic.connection import Away, Connection, Missing
from search.engines.elastic.finding import Finding
from search.engines.elastic.generations import AliasedIndices
from search.engines.elastic.mapping import FINGERPRINT, ID, WINDOW, manifest, schema
from search.engines.elastic.paging import Found, first_size, page_of, points_in
from search.engines.elastic.scanning import FINGERPRINTS, scan
from search.engines.elastic.writer import write
from search.engines.points import Points
from search.query import EVERYWHERE, Scope, SearchPage, SearchQuery, Suggestion

NAME: Final = "elasticsearch"
# Of a document of a rebuild: whatever is written later is newer.
_FIRST_VERSION: Final = 1
_ATTEMPTS: Final = 5  # to write over what is newer


class ElasticsearchEngine:
    """A SearchEngine on a server that several machines share.

    Making one asks nothing. Safe to share between threads; a process that forks makes its own
    connections.

    Args:
        address: the cluster, and how we identify ourselves there.
        today: gives the date that equal entries are ordered by.
    """

    def __init__(self, address: Address, *, today: Callable[[], date] = date.today) -> None:
        self._connection = Connection(address)
        self._generations = AliasedIndices(self._connection)
        self._asker = Asker(self._connection, self._generations, today)
        self._today = today

    @classmethod
    def from_settings(cls, settings: Any) -> Self:
        """Make the engine from the project's settings: ELASTICSEARCH_URLS and its family."""
        return cls(Address.from_settings(settings))

    @classmethod
    def settings_faults(cls, settings: Any) -> list[Fault]:
        """Return what is wrong with the settings; asks no server."""
        return settings_faults(Address.from_settings(settings))

    def server_faults(self) -> list[Fault]:
        """Return what is wrong with the server that the settings lead to."""
        return server_faults(self._connection)

    def index_key(self) -> str:
        return f"{self._connection.address.key}:{self._generations.alias}"

    def search(self, query: SearchQuery) -> SearchPage:
        started = time.perf_counter()
        finding, answer, stamp = self._asker.answer(
            query, lambda finding: finding.page_body(first_size(finding.plan))
        )
        plan = finding.plan
        total: int = answer["hits"]["total"]["value"]

        hits = page_of(
            finding,
            total,
            answer["hits"]["hits"],
            lambda size: self._first_hits(finding, size),
            self._today(),
        )
        counts = finding.counts(answer)
        return SearchPage(
            total=total,
            hits=hits,
            facets=facet_values(plan, counts),
            unknown=unknown_counts(plan, counts),
            missing_words=plan.missing_words,
            corrections=plan.corrections,
            engine=NAME,
            generation=stamp.index,
            took_ms=(time.perf_counter() - started) * 1000,
        )

    def points(self, query: SearchQuery, limit: int = 100_000) -> Points:
        size = min(limit, WINDOW)
        finding, answer, _ = self._asker.answer(query, lambda finding: finding.points_body(size))
        hits: Iterable[Mapping[str, Any]] = answer["hits"]["hits"]
        if answer["hits"]["total"]["value"] > size < limit:
            hits = scan(self._connection, self._asker.alias, finding.points_body(size), limit)
        return points_in(hits, finding.plan.bbox, limit)

    def complete(self, prefix: str, scope: Scope = EVERYWHERE, limit: int = 8) -> list[Suggestion]:
        typed = Beginning.of(prefix)
        if typed is None:
            return []
        (answer,) = self._asker.ask([completion_body(typed, scope, limit)])
        return suggestions_in(answer, limit)

    def facet_counts(
        self, facet: str, slugs: Iterable[str], scope: Scope = EVERYWHERE
    ) -> dict[str, int]:
        asked = list(slugs)
        if not asked:
            return {}
        (answer,) = self._asker.ask([counts_body(facet, asked, scope)])
        return counts_in(answer)

    def rebuild(self, documents: Iterable[Document]) -> Generation:
        started = time.perf_counter()
        day = self._today()
        index = self._generations.start(day)
        try:
            building = self._generations.building(index)
            with self._connection.writing() as client:
                count, _ = write(client, building, documents, [], _FIRST_VERSION, day)
        except BaseException:
            with suppress(EngineUnavailable, EngineBusy):
                self._generations.discard(index)
            raise
        # An answer that got lost may hide that it is the current one: then it may not be removed.
        self._generations.switch_to(index)
        self._asker.prefer_own()
        return Generation(name=index, documents=count, took_seconds=time.perf_counter() - started)

    def remove(self) -> None:
        """Remove every index under the prefix of this engine, for good."""
        self._generations.remove_all()

    def upsert(self, documents: Iterable[Document]) -> None:
        self._change(list(documents), [])

    def delete(self, ids: Iterable[str]) -> None:
        self._change([], list(ids))

    def apply(self, documents: Iterable[Document], gone: Iterable[str], version: int) -> Refused:
        # One that is stale for its words or begrippen only takes changes until the rebuild.
        with self._connection.writing() as client:
            alias = self._generations.alias
            _, built = self._generations.current(client)
            if built.manifest is None or built.manifest.schema != schema():
                raise EngineUnavailable("there is no index of this version to change")
            day = built.day or self._today()
            _, refused = write(client, alias, documents, gone, version, day)
            client.indices.refresh(index=alias)
        return refused

    def _change(self, documents: list[Document], gone: list[str]) -> None:
        """Write what the caller says is the latest state, whatever the index holds."""
        version = time.time_ns() // 1000
        for _ in range(_ATTEMPTS):
            refused = self.apply(documents, gone, version)
            documents = [document for document in documents if document.id in refused.ids]
            gone = [id for id in gone if id in refused.ids]
            if not (documents or gone):
                return
            version = max(version, refused.version) + 1
        raise EngineBusy("others keep writing to the index")

    def health(self) -> Health:
        try:
            with self._connection.reading() as client:
                index, built = self._generations.current(client)
                documents = client.count(index=index)["count"]
        except Missing:
            return self._health_without_index()
        except Away as error:
            return Health(state=State.UNREACHABLE, engine=NAME, detail=str(error))
        except EngineUnavailable as error:
            return Health(state=State.DAMAGED, engine=NAME, detail=str(error))
        stale = built.manifest != manifest()
        return Health(
            state=State.STALE if stale else State.OK,
            engine=NAME,
            generation=index,
            documents=documents,
            detail="built by other code" if stale else "",
        )

    def _health_without_index(self) -> Health:
        try:
            substitute = self._generations.substitute()
        except EngineUnavailable as error:
            return Health(state=State.UNREACHABLE, engine=NAME, detail=str(error))
        if substitute is None:
            return Health(state=State.MISSING, engine=NAME, detail="there is no index yet")
        return Health(state=State.STALE, engine=NAME, detail="built by other code")

    def fingerprints(self) -> Iterator[tuple[str, int]]:
        for hit in scan(self._connection, self._asker.alias, FINGERPRINTS):
            yield hit["fields"][ID][0], hit["fields"][FINGERPRINT][0]

    def _first_hits(self, finding: Finding, size: int) -> Found:
        if size > WINDOW:
            return list(scan(self._connection, self._asker.alias, finding.hits_body(size), size))
        (answer,) = self._asker.ask([finding.hits_body(size)])
        found: Found = answer["hits"]["hits"]
        return found
