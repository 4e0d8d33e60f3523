"""Which version of each list the database holds; asked at most once in a few seconds a process.

Triggers raise the numbers (`Lijstversie`), so a change is seen whatever way it was written, and
works in every process within SEARCH_LISTS_SECONDS and the time that making the list anew takes.
"""

import logging
import threading
import time
from typing import Final, NamedTuple

from django.conf import settings
from django.db import connection
from django.db.utils import DatabaseError

from search.lists import woordenlijst
from search.models import Lijstversie

logger = logging.getLogger(__name__)


class Versions(NamedTuple):
    """0: the list was never written, and what ships with the code counts."""

    begrippen: int = 0
    synoniemen: int = 0
    woordenlijst: int = 0


SHIPPED: Final = Versions()


class _Look:
    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._known: Versions | None = None
        self._until = float("-inf")

    def versions(self, seconds: float) -> Versions:
        known = self._known
        if known is not None and seconds and not self._is_due():
            return known
        # One thread looks, the others go on with what is known; only the first time all wait.
        if not self._lock.acquire(blocking=known is None or not seconds):
            return known or SHIPPED
        try:
            if self._known is None or not seconds or self._is_due():
                self._known = self._read(self._known)
                self._until = time.monotonic() + seconds
            return self._known
        finally:
            self._lock.release()

    def _is_due(self) -> bool:
        # What an open transaction wrote may be rolled back: it is no version of anything yet.
        return time.monotonic() >= self._until and not connection.in_atomic_block

    def _read(self, known: Versions | None) -> Versions:
        try:
            numbers = dict(Lijstversie.objects.values_list("naam", "nummer"))
            found = Versions(*(numbers.get(naam, 0) for naam in Versions._fields))
            if found.woordenlijst != (known or SHIPPED).woordenlijst:
                woordenlijst.load()
            return found
        except DatabaseError:
            # Before the first migrate, or while the database is away.
            logger.warning("The versions of the lists could not be read")
            return known or SHIPPED


_look = _Look()


def current() -> Versions:
    """Return the versions as last seen; SHIPPED for always where SEARCH_LISTS_SECONDS is None."""
    seconds: float | None = settings.SEARCH_LISTS_SECONDS
    return SHIPPED if seconds is None else _look.versions(seconds)


def forget() -> None:
    """Know nothing, as a new process does; for tests."""
    global _look
    _look = _Look()
    woordenlijst.unload()
