"""What a process makes of a list and keeps: made anew after a change, without anybody waiting."""

import logging
import threading
from collections.abc import Callable
from typing import Any, Generic, TypeVar

from django.conf import settings
from django.db import connection
from django.db.utils import DatabaseError

from search.lists import versions

logger = logging.getLogger(__name__)

T = TypeVar("T")


class Kept(Generic[T]):
    """One value per process.

    The first caller waits for it. After a change a thread makes the new one and callers get the
    former meanwhile: what begrippen are made into takes a second of processor time.

    Args:
        make: from the database or from what ships; called by one thread at a time.
        lists: fields of Versions on which it depends.
    """

    def __init__(self, make: Callable[[], T], lists: tuple[str, ...]) -> None:
        self._make, self._lists = make, lists
        self._lock = threading.Lock()
        self._held: tuple[tuple[int, ...], T] | None = None
        _all.append(self)

    def get(self) -> T:
        found = versions.current()
        wanted = tuple(getattr(found, name) for name in self._lists)
        held = self._held
        if held is None or not settings.SEARCH_LISTS_SECONDS:
            with self._lock:
                if self._held is None or self._held[0] != wanted:
                    self._held = wanted, self._make()
                return self._held[1]
        if held[0] != wanted and self._lock.acquire(blocking=False):
            # The thread gives the lock back.
            threading.Thread(target=self._renew, args=(wanted,), daemon=True).start()
        return held[1]

    def _renew(self, wanted: tuple[int, ...]) -> None:
        try:
            if self._held is None or self._held[0] != wanted:
                self._held = wanted, self._make()
        except DatabaseError:
            logger.warning("A list could not be read; the former one stays in use")
        finally:
            connection.close()
            self._lock.release()

    def settle(self) -> None:
        """Wait until the value, if there is one, is that of the lists as they are now."""
        found = versions.current()
        wanted = tuple(getattr(found, name) for name in self._lists)
        with self._lock:
            if self._held is not None and self._held[0] != wanted:
                self._held = wanted, self._make()

    def forget(self) -> None:
        self._held = None


_all: "list[Kept[Any]]" = []


def settle() -> None:
    """Wait until everything that this process made of the lists is up to date."""
    for kept in _all:
        kept.settle()


def forget() -> None:
    """Make everything anew at the next question; for tests."""
    versions.forget()
    for kept in _all:
        kept.forget()
