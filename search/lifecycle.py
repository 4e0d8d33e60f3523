"""Keep the index equal to the database: build, follow the outbox, report."""

import hashlib
import logging
import socket
import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Final

from django.conf import settings
from django.db.utils import DatabaseError
from django.utils import timezone

from search.documents import Document
from search.engines import engine_path, get_engine
from search.engines.base import (
    EngineBusy,
    EngineUnavailable,
    Health,
    SearchEngine,
    SharedIndex,
    State,
)
from search.indexing import all_documents, documents_for
from search.lists import kept
from search.locks import LockTimeout, locked
from search.models import Afnemer
from search.outbox import consumers
from search.outbox.versions import state_version
from search.shared_locks import lock_file, locked_everywhere

logger = logging.getLogger(__name__)

DRAIN_LOCK_SECONDS: Final = 60.0
WRITE_ATTEMPTS: Final = 5


def consumer_name() -> str:
    """One index, one consumer: an embedded index belongs to one folder on one machine.

    One on a server belongs to every machine that uses it. Another engine is another index, also
    when it is chosen for one measurement only: it may not take away what waits for the first.
    """
    engine = engine_path().rpartition(".")[2]
    made = get_engine()
    if isinstance(made, SharedIndex):
        return f"index:{engine}:{made.index_key()}"[:200]
    folder = hashlib.sha256(str(settings.SEARCH_INDEX_DIR).encode()).hexdigest()[:16]
    return f"index:{engine}:{socket.gethostname()[:100]}:{folder}"


def build() -> str:
    """Build a fresh generation and switch to it; returns its name.

    A second consumer is registered for the time of the build: whatever changes meanwhile waits
    for it, and is applied after the switch.

    Raises:
        EngineUnavailable: the index cannot be written.
        EngineBusy: somebody else is building it.
    """
    try:
        with _build_lock():
            return _build()
    except LockTimeout as error:
        raise EngineBusy("somebody else is building the index") from error


def _build() -> str:
    today = timezone.localdate()
    consumers.forget_silent()
    own = Afnemer.objects.filter(pk=consumers.register(consumer_name()).pk)
    during = consumers.register(f"{consumers.BUILD}{uuid.uuid4()}")
    # First, so that a migration that runs during the build asks for another one; without a day, so
    # that a build that was killed counts as none.
    own.update(verouderd=False, gebouwd_op=None)
    try:
        # The manifest tells of the lists as they are now: entries may not be tagged by older ones.
        kept.settle()
        generation = get_engine().rebuild(all_documents())
        with _drain_lock(DRAIN_LOCK_SECONDS):
            _apply(during)
        # Last: without what changed meanwhile the new index is not complete.
        own.update(gebouwd_op=today)
        return generation.name
    finally:
        during.delete()


def build_reason() -> State | None:
    """Why the index must be built: absent, of another version or day, or stale by a migration.

    STALE alone can wait: the index answers, with words or begrippen of before a change.

    Raises:
        EngineUnavailable: the server of the index does not answer; nobody can tell.
    """
    health = get_engine().health()
    if health.state is State.UNREACHABLE:
        raise EngineUnavailable(health.detail)
    own = Afnemer.objects.filter(naam=consumer_name()).first()
    if own is None or own.verouderd or own.gebouwd_op != timezone.localdate():
        return State.MISSING
    return None if health.ok else health.state


def needs_build() -> bool:
    """Whether the index must be built; see `build_reason`.

    Raises:
        EngineUnavailable: the server of the index does not answer; nobody can tell.
    """
    return build_reason() is not None


def ensure_built() -> str | None:
    """Build when needed; returns the new generation, or None when all was well."""
    return build() if needs_build() else None


def drain() -> int:
    """Apply what waits for this index; returns the number of voorzieningen looked at.

    Raises:
        EngineUnavailable, EngineBusy, LockTimeout: nothing was lost, the rows stay.
    """
    with _drain_lock(DRAIN_LOCK_SECONDS):
        return _apply(consumers.register(consumer_name()))


def drain_quietly() -> None:
    """Drain after a request: a failing index never breaks a page; `watch` takes over.

    When another process drains, it or the next look of `watch` takes these changes along.
    """
    try:
        with _drain_lock(0.0):
            _apply(consumers.register(consumer_name()))
    except LockTimeout:
        return
    except (EngineUnavailable, EngineBusy, DatabaseError, OSError):
        logger.warning("The index could not be updated; the changes wait in the outbox")


@contextmanager
def _drain_lock(timeout: float) -> Iterator[None]:
    """One process at a time: a slower one would write an older state over a newer."""
    engine = get_engine()
    if isinstance(engine, SharedIndex):
        with locked_everywhere(f"drain:{engine.index_key()}", timeout):
            yield
    else:
        with locked(lock_file("drain"), timeout):
            yield


@contextmanager
def _build_lock() -> Iterator[None]:
    """An index of several machines is built by one of them; an embedded engine locks its own."""
    engine = get_engine()
    if isinstance(engine, SharedIndex):
        with locked_everywhere(f"build:{engine.index_key()}", 0.0):
            yield
    else:
        yield


def _apply(afnemer: Afnemer) -> int:
    """Read what waits, look at the current state, write it, forget what was read."""
    engine, count = get_engine(), 0
    for batch in consumers.batches(afnemer):
        _write_now(engine, batch.public_ids)
        consumers.done(batch)
        count += len(batch.public_ids)
    consumers.seen(afnemer)
    return count


def _write_now(engine: SearchEngine, public_ids: Iterable[uuid.UUID]) -> None:
    if isinstance(engine, SharedIndex):
        _write_versioned(engine, public_ids)
        return
    documents = documents_for(public_ids)
    engine.upsert(documents)
    engine.delete(_gone(public_ids, documents))


def _write_versioned(engine: SharedIndex, public_ids: Iterable[uuid.UUID]) -> None:
    """Write the state of now, unless the index holds a later one.

    A version that the index refuses says that another machine wrote meanwhile, though the lock
    should keep them apart, or that a clock was put back: then the state is read once more.
    """
    version = state_version()
    for _ in range(WRITE_ATTEMPTS):
        documents = documents_for(public_ids)
        refused = engine.apply(documents, _gone(public_ids, documents), version)
        if not refused.ids:
            return
        public_ids = frozenset(map(uuid.UUID, refused.ids))
        version = max(state_version(), refused.version + 1)
    raise EngineBusy("others keep writing to the index")


def _gone(public_ids: Iterable[uuid.UUID], documents: Iterable[Document]) -> list[str]:
    findable = {document.id for document in documents}
    return [str(pk) for pk in public_ids if str(pk) not in findable]


def rewrite(public_ids: Iterable[uuid.UUID]) -> None:
    """Write the state of now of these voorzieningen, whatever the index holds of them.

    Raises:
        EngineUnavailable, EngineBusy, LockTimeout: nothing or a part was written; do it again.
    """
    with _drain_lock(DRAIN_LOCK_SECONDS):
        _write_now(get_engine(), frozenset(public_ids))


def status() -> Health:
    return get_engine().health()


def unregister() -> None:
    """Take no more changes; the index is built again when it is used again."""
    Afnemer.objects.filter(naam=consumer_name()).delete()


def backlog() -> int:
    """How many changes wait for this index."""
    own = Afnemer.objects.filter(naam=consumer_name()).first()
    return consumers.waiting(own) if own else 0
