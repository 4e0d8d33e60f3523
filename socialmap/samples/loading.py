"""Stores many invented listings in batches of constant memory."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from django.core.management.color import no_style
from django.db import connection, transaction

from socialmap.models import Publicatie, Voorziening
from socialmap.samples.bulk import insert
from socialmap.samples.listings import Listing, listings
from socialmap.samples.reference import Reference
from socialmap.samples.rows import TABLES, Builder
from socialmap.samples.world import World, dutch_world

BATCH = 1800  # listings, some 18,000 rows; a whole number of organisations


@dataclass(slots=True, kw_only=True)
class SampleReport:
    aanwezig: int
    aangemaakt: int
    seconden: float

    def __str__(self) -> str:
        return (
            f"{self.aangemaakt} verzonnen voorzieningen gemaakt in {self.seconden:.0f} s; "
            f"{self.aanwezig} waren er al."
        )


def make_sample(
    count: int,
    seed: int,
    *,
    snapshots: bool = True,
    world: World | None = None,
    progress: Callable[[int], None] = lambda done: None,
) -> SampleReport:
    """Store listings up to `count`; those of an earlier run with this seed stay.

    Each batch is a transaction: a run that was stopped goes on where it was. Nobody else may add
    voorzieningen meanwhile, for the keys are chosen beforehand.
    """
    started = time.monotonic()
    world = world or dutch_world()
    reference = Reference(world)
    present = _present(seed)
    builder = Builder(reference, seed)
    stream = listings(count, seed, start=present, world=world)
    done = 0
    for batch in _batches(stream):
        with transaction.atomic():
            rows = builder.rows(batch)
            if snapshots:
                rows[Publicatie] = builder.snapshots(rows)
            for model in TABLES:
                insert(model, rows[model])
        done += len(batch)
        progress(done)
    _reset_sequences()
    return SampleReport(aanwezig=present, aangemaakt=done, seconden=time.monotonic() - started)


def _present(seed: int) -> int:
    """The number after the last one of this seed."""
    last = Voorziening.objects.filter(bron__verzonnen=True, bron__reeks=seed).order_by("pk").last()
    return 0 if last is None else int(last.bron["nummer"]) + 1


def _batches(stream: Iterator[Listing]) -> Iterator[list[Listing]]:
    while batch := list(islice(stream, BATCH)):
        yield batch


def _reset_sequences() -> None:
    """The database gives the next row a key above ours."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(TABLES)):
            cursor.execute(statement)
