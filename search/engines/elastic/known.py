"""What this process was told of one state of the index, per gemeente; another state forgets it."""

import threading
from collections import OrderedDict
from datetime import date
from typing import Final

from search.engines.elastic.edges import Region
from search.engines.elastic.surfaces import Stamp
from search.engines.elastic.vocabulary import Answers

_GEMEENTEN: Final = 400
_ANSWERS: Final = 20_000  # per gemeente; then they are forgotten
_EDGES: Final = 1_000

Edges = dict[Region, frozenset[str]]


class KnownOfGemeente:
    """Answers about words, and which entries on the edge of a region lie inside."""

    def __init__(self) -> None:
        self.answers: Answers = {}
        self.edges: Edges = {}

    @property
    def is_full(self) -> bool:
        return len(self.answers) > _ANSWERS or len(self.edges) > _EDGES


class Known:
    """One state of the index; `day` is where its orders of the day begin."""

    def __init__(self, stamp: Stamp, day: date | None) -> None:
        self.stamp = stamp
        self.day = day
        self._lock = threading.Lock()
        self._gemeenten: OrderedDict[str | None, KnownOfGemeente] = OrderedDict()

    def of(self, gemeente: str | None) -> KnownOfGemeente:
        """Return what is known within one gemeente, or within all; whoever asks may add to it."""
        with self._lock:
            known = self._gemeenten.get(gemeente)
            if known is None or known.is_full:
                known = self._gemeenten[gemeente] = KnownOfGemeente()
            self._gemeenten.move_to_end(gemeente)
            if len(self._gemeenten) > _GEMEENTEN:
                self._gemeenten.popitem(last=False)
            return known
