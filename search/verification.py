"""Compare the index with the database, entry by entry, and mend what differs."""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Self

from search import lifecycle
from search.documents import Document
from search.engines import get_engine
from search.fingerprint import fingerprint
from search.indexing import all_documents, documents_for
from search.outbox import triggers

_CHUNK: Final = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """Public ids in which index and database differ."""

    missing: frozenset[str] = frozenset()
    superfluous: frozenset[str] = frozenset()
    stale: frozenset[str] = frozenset()  # held as it was once, or with other begrippen
    triggers: tuple[str, ...] = ()  # that the outbox lacks

    @property
    def differing(self) -> frozenset[str]:
        return self.missing | self.superfluous | self.stale

    @property
    def in_order(self) -> bool:
        return not (self.differing or self.triggers)

    @classmethod
    def of(cls, wanted: Mapping[str, int], held: Mapping[str, int]) -> Self:
        """Compare fingerprints by id."""
        return cls(
            missing=frozenset(wanted.keys() - held.keys()),
            superfluous=frozenset(held.keys() - wanted.keys()),
            stale=frozenset(id for id in wanted.keys() & held.keys() if wanted[id] != held[id]),
            triggers=tuple(triggers.missing()),
        )


def verify() -> Verification:
    """Compare everything the index holds with what would be indexed now.

    What differs is looked at twice: an entry that changed during the first look is no difference.

    Raises:
        EngineUnavailable, EngineBusy, LockTimeout: the index cannot be read or brought up to date.
    """
    lifecycle.drain()
    held = dict(get_engine().fingerprints())
    first = Verification.of(_fingerprints(all_documents()), held)
    if not first.differing:
        return first
    lifecycle.drain()
    held = {id: found for id, found in get_engine().fingerprints() if id in first.differing}
    return Verification.of(_fingerprints(_documents(first.differing)), held)


def rewrite(report: Verification) -> None:
    """Write the entries that differ as they are now. Triggers come back with `migrate`.

    Raises:
        EngineUnavailable, EngineBusy, LockTimeout: see `verify`.
    """
    for chunk in _chunks(report.differing):
        lifecycle.rewrite(chunk)


def _fingerprints(documents: Iterable[Document]) -> dict[str, int]:
    return {document.id: fingerprint(document) for document in documents}


def _documents(public_ids: Iterable[str]) -> Iterable[Document]:
    for chunk in _chunks(public_ids):
        yield from documents_for(chunk)


def _chunks(public_ids: Iterable[str]) -> Iterable[list[uuid.UUID]]:
    ordered = [uuid.UUID(id) for id in sorted(public_ids)]
    return (ordered[start : start + _CHUNK] for start in range(0, len(ordered), _CHUNK))
