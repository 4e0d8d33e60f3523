"""What callers may ask of any search engine, and what can go wrong."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol, runtime_checkable

from search.documents import Document
from search.query import Scope, SearchPage, SearchQuery, Suggestion


class EngineUnavailable(Exception):
    """The index is missing, damaged or of another version: answer without it, and rebuild."""


class EngineBusy(Exception):
    """Another process kept the index to itself for too long: try again later."""


class State(StrEnum):
    OK = "ok"
    STALE = "stale"  # answers, or cannot, but was built by other code: rebuild
    MISSING = "missing"
    DAMAGED = "damaged"
    UNREACHABLE = "unreachable"  # a server that does not answer: a rebuild would not help


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    state: State
    engine: str
    generation: str = ""
    documents: int = 0
    detail: str = ""  # for the log and the health page; never holds search text

    @property
    def ok(self) -> bool:
        return self.state is State.OK


@dataclass(frozen=True, slots=True, kw_only=True)
class Generation:
    """One complete index; a rebuild makes a new one beside it and then switches."""

    name: str
    documents: int
    took_seconds: float


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with settings or a server, in a sentence, and the setting to look at first."""

    message: str
    setting: str

    def __str__(self) -> str:
        return f"{self.message} See {self.setting}."


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """Documents that the index holds in a newer version than the one that was to be written."""

    ids: frozenset[str]
    version: int  # the highest that it holds of them; 0 without any


class SearchEngine(Protocol):
    """The protocol; the contract tests in tests/search say the same as behaviour.

    Every method but `health` raises EngineUnavailable when the index cannot answer; `upsert`,
    `delete` and `rebuild` raise EngineBusy when another writer keeps it locked.
    """

    def search(self, query: SearchQuery) -> SearchPage: ...

    def points(self, query: SearchQuery, limit: int = ...) -> Iterable[tuple[str, float, float]]:
        """Return (id, lat, lon) of each point of the matches, page and sort left out."""
        ...

    def complete(self, prefix: str, scope: Scope = ..., limit: int = ...) -> list[Suggestion]:
        """Return names that go on from `prefix`: at most `limit` of entries, then of aanbieders.

        Entries whose name begins so come first, then those with another word that does, each by
        name; aanbieders in the order of `completion.likeliest`.
        """
        ...

    def facet_counts(self, facet: str, slugs: Iterable[str], scope: Scope = ...) -> dict[str, int]:
        """Return how many entries in sight have each of some values of a facet, 0 included."""
        ...

    def rebuild(self, documents: Iterable[Document]) -> Generation:
        """Replace the whole index by `documents`, which may be a generator of any length.

        Searches and changes go on meanwhile, in the old index: the caller applies the changes made
        since the start once more, afterwards.
        """
        ...

    def upsert(self, documents: Iterable[Document]) -> None:
        """Add or replace documents, in one step; found by the next search of any process."""
        ...

    def delete(self, ids: Iterable[str]) -> None: ...

    def health(self) -> Health: ...

    def fingerprints(self) -> Iterator[tuple[str, int]]:
        """Yield each document that is held, as its id and its `search.fingerprint`."""
        ...


@runtime_checkable
class SharedIndex(Protocol):
    """An engine whose index several machines read and write."""

    def index_key(self) -> str:
        """Return what names the index, the same on every machine that shares it."""
        ...

    def apply(self, documents: Iterable[Document], gone: Iterable[str], version: int) -> Refused:
        """Write what was read from the database in the state `version`, and find it from then on.

        Versions grow with the state of the database. What the index holds in a newer one stays, and
        is returned: read those again and write them with a version above that of the answer.
        """
        ...


@runtime_checkable
class ServerEngine(Protocol):
    """An engine that needs a server of its own."""

    @classmethod
    def settings_faults(cls, settings: Any) -> list[Fault]:
        """Return what is wrong with the settings; asks no server."""
        ...

    def server_faults(self) -> list[Fault]:
        """Return what is wrong with the server that the settings lead to."""
        ...
