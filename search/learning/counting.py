"""Count a search once a day per gemeente; keep its words from the fifth day on.

Until then the database holds a keyed hash, a number of days and a date: nothing to read.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Final

from django.db import connection
from django.db.models import F

from search.learning.keys import keyed_hash
from search.models import Zoekvraag

FIRST_STORED_ON: Final = 5  # days
# On SQLite another writer has the whole file: a count is not worth waiting 20 seconds for it.
_WAIT_MILLISECONDS: Final = 200

# One statement, so that two processes that count at once make one day of it.
_COUNT: Final = """
INSERT INTO search_zoektelling (kenmerk, dagen, laatste_dag) VALUES (%s, 1, %s)
ON CONFLICT (kenmerk) DO UPDATE
SET dagen = search_zoektelling.dagen + 1, laatste_dag = excluded.laatste_dag
WHERE search_zoektelling.laatste_dag < excluded.laatste_dag
RETURNING dagen
"""


def count(words: tuple[str, ...], gemeente: int | None, gevonden: int, today: date) -> None:
    """Count the search for `words` at most once a day.

    Args:
        words: what `countable_words` left of it.
        gemeente: primary key; None for a search over all gemeenten.
        gevonden: how many entries were found, few or none.
    Raises:
        DatabaseError: nothing was counted.
    """
    sleutel = " ".join(sorted(words))
    with _short_wait():
        days = _count_day(keyed_hash(f"{gemeente or ''}:{sleutel}", today), today)
        if days >= FIRST_STORED_ON:
            _store(
                Zoekvraag(
                    gemeente_id=gemeente,
                    sleutel=sleutel,
                    woorden=" ".join(words),
                    gevonden=gevonden,
                    dagen=days,
                    laatste_dag=today,
                )
            )


def _count_day(kenmerk: str, today: date) -> int:
    """The number of days until now; 0 when today was counted before."""
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, [kenmerk, today])
        row = cursor.fetchone()
    return row[0] if row else 0


def _store(zoekvraag: Zoekvraag) -> None:
    """Add to the row of these words, or make it: the counts of an earlier quarter stay in it."""
    added = FIRST_STORED_ON if zoekvraag.dagen == FIRST_STORED_ON else 1
    same = Zoekvraag.objects.filter(gemeente=zoekvraag.gemeente_id, sleutel=zoekvraag.sleutel)
    updated = same.update(
        dagen=F("dagen") + added, laatste_dag=zoekvraag.laatste_dag, gevonden=zoekvraag.gevonden
    )
    if not updated:
        Zoekvraag.objects.bulk_create([zoekvraag], ignore_conflicts=True)


@contextmanager
def _short_wait() -> Iterator[None]:
    if connection.vendor != "sqlite":
        yield
        return
    connection.ensure_connection()
    usual = 1000 * int(connection.settings_dict["OPTIONS"].get("timeout", 5))
    connection.connection.execute(f"PRAGMA busy_timeout = {_WAIT_MILLISECONDS}")
    try:
        yield
    finally:
        if connection.connection is not None:
            connection.connection.execute(f"PRAGMA busy_timeout = {usual}")
