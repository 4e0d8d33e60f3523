"""Keeps the answers of an outside source in the database, so that a place is asked once.

The key is a keyed hash: the table does not tell what visitors typed, and names no visitor.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from socialmap.geo.place import Plek, Precisie
from socialmap.models import GeocodeResultaat

MAX_ROWS: Final = 50_000
# One in 256 new answers clears the table of old ones: no visitor waits for it, none is forgotten.
_PRUNING_KEYS: Final = "00"


@dataclass(frozen=True, slots=True)
class Answer:
    """A kept answer; without a plek the source did not know the place."""

    plek: Plek | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """The table of kept answers, and how long they are good."""

    keep: timedelta = timedelta(days=30)
    keep_unknown: timedelta = timedelta(days=1)

    def key(self, bron: str, text: str, gemeente_slug: str | None) -> str:
        question = "\n".join((bron, gemeente_slug or "", text.casefold()))
        return salted_hmac("socialmap.geo.answers", question, algorithm="sha256").hexdigest()

    def read(self, key: str) -> Answer | None:
        """Return the answer of before, or None when there is none or it is too old."""
        row = GeocodeResultaat.objects.filter(sleutel=key).first()
        if row is None or row.opgeslagen_op <= self._oldest(known=row.resultaat is not None):
            return None
        if row.resultaat is None:
            return Answer(None)
        return _read_answer(row.resultaat)

    def write(self, key: str, bron: str, plek: Plek | None) -> None:
        row = GeocodeResultaat(
            sleutel=key,
            bron=bron,
            resultaat=None if plek is None else asdict(plek),
            opgeslagen_op=timezone.now(),
        )
        with transaction.atomic():  # within a larger transaction a failure stays in here
            GeocodeResultaat.objects.bulk_create(
                [row],
                update_conflicts=True,
                unique_fields=["sleutel"],
                update_fields=["bron", "resultaat", "opgeslagen_op"],
            )
            if key.startswith(_PRUNING_KEYS):
                self.prune()

    def prune(self, *, max_rows: int = MAX_ROWS) -> int:
        """Delete answers that are too old, and the oldest beyond `max_rows`; return how many."""
        rows = GeocodeResultaat.objects.all()
        deleted = rows.filter(opgeslagen_op__lte=self._oldest(known=True)).delete()[0]
        unknown = rows.filter(resultaat__isnull=True, opgeslagen_op__lte=self._oldest(known=False))
        deleted += unknown.delete()[0]
        too_old = rows.order_by("-opgeslagen_op").values_list("opgeslagen_op", flat=True)
        if oldest := list(too_old[max_rows : max_rows + 1]):
            deleted += rows.filter(opgeslagen_op__lte=oldest[0]).delete()[0]
        return deleted

    def _oldest(self, *, known: bool) -> datetime:
        return timezone.now() - (self.keep if known else self.keep_unknown)


def _read_answer(stored: Any) -> Answer | None:
    """Return a stored plek; None when it has the shape of another version of this program."""
    try:
        return Answer(Plek(**stored | {"precisie": Precisie(stored["precisie"])}))
    except (KeyError, TypeError, ValueError):
        return None
