"""A consumer of changes: register, read, and delete exactly what was read."""

import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from django.db import connections, transaction
from django.db.models import Q
from django.db.utils import OperationalError
from django.utils import timezone

from search.models import Afnemer, Wijziging

BATCH = 1000
SILENT_AFTER = timedelta(days=3)
# A consumer for the time of one build, which is over by then; one that was killed leaves it behind.
BUILD = "herbouw:"
BUILT_AFTER = timedelta(hours=6)
SEEN_EVERY = timedelta(hours=1)
LOCK_TRIES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """What one read of the outbox gave: the rows to delete later, the voorzieningen to look at."""

    row_ids: tuple[int, ...]
    public_ids: frozenset[uuid.UUID]


def register(naam: str) -> Afnemer:
    """Return the consumer `naam`; a new one is stale until its index has been built.

    On PostgreSQL the table is locked for a moment: triggers read it, so this waits for every
    transaction whose changes were written before the consumer existed and that may commit later.
    """
    existing = Afnemer.objects.filter(naam=naam).first()
    if existing is not None:
        return existing
    for attempt in range(LOCK_TRIES):
        try:
            return _register_locked(naam)
        except OperationalError:
            if attempt == LOCK_TRIES - 1:
                raise
            time.sleep(0.2 * 2**attempt)
    raise AssertionError("unreachable")


def _register_locked(naam: str) -> Afnemer:
    connection = connections["default"]
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET LOCAL lock_timeout = '10s'")
                cursor.execute("LOCK TABLE search_afnemer IN ACCESS EXCLUSIVE MODE")
                # What the caller does next in the same transaction waits as long as it likes.
                cursor.execute("SET LOCAL lock_timeout TO DEFAULT")
        return Afnemer.objects.get_or_create(naam=naam)[0]


def batches(afnemer: Afnemer, size: int = BATCH) -> Iterator[Batch]:
    """Yield what waits for `afnemer`; the caller calls `done` before asking for the next."""
    while True:
        rows = list(
            Wijziging.objects.filter(afnemer=afnemer)
            .order_by("id")
            .values_list("id", "public_id")[:size]
        )
        if not rows:
            return
        yield Batch(
            row_ids=tuple(row_id for row_id, _ in rows),
            public_ids=frozenset(public_id for _, public_id in rows),
        )


def done(batch: Batch) -> None:
    """Delete exactly the rows that were read, after the consumer's own commit."""
    Wijziging.objects.filter(id__in=batch.row_ids).delete()


def waiting(afnemer: Afnemer) -> int:
    return Wijziging.objects.filter(afnemer=afnemer).count()


def seen(afnemer: Afnemer) -> None:
    """Remember that `afnemer` is alive; not at every look, since each is a write."""
    now = timezone.now()
    if now - afnemer.gezien_op >= SEEN_EVERY:
        Afnemer.objects.filter(pk=afnemer.pk).update(gezien_op=now)


def forget_silent() -> int:
    """Unregister consumers that were away too long; they rebuild when they return.

    Changes for consumers that are no more go as well: a transaction that was under way when its
    consumer left still wrote them.
    """
    now = timezone.now()
    silent = Afnemer.objects.filter(
        Q(gezien_op__lt=now - SILENT_AFTER)
        | Q(naam__startswith=BUILD, gezien_op__lt=now - BUILT_AFTER)
    )
    count = silent.count()
    silent.delete()
    Wijziging.objects.exclude(afnemer__in=Afnemer.objects.values("pk")).delete()
    return count
