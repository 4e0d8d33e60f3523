"""Every word of the index as written, kept in this process, for typing errors.

Loaded once for a generation; after changes only the words of the changed documents are asked for.
Words that no document holds any more may stay: their exact number is asked before use.
"""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from search.engines.elastic.mapping import SURFACES
from search.typos import MAX_CANDIDATES, MIN_LENGTH, SpellingIndex
from search.vocabulary import Similar

_PAGE: Final = 20_000
# New words beside the loaded ones; with more, all are loaded again.
_MOST_NEW: Final = 5_000

Body = dict[str, Any]
Ask = Callable[[Body], Any]  # a request to the index → its answer


@dataclass(frozen=True)
class Stamp:
    """One state of the index; equal stamps mean equal content.

    Every change but a deletion raises `changed`, and a deletion lowers `documents`.
    """

    index: str
    changed: int  # the highest sequence number of any document; -1 without any
    documents: int


class Surfaces:
    """The words of one state of the index."""

    def __init__(self, loaded: SpellingIndex, new: frozenset[str] = frozenset()) -> None:
        self._loaded = loaded
        self._new = new
        self._since = SpellingIndex((word, 1) for word in new)

    def similar(self, word: str, frequency: Callable[[str], int]) -> list[Similar]:
        found = self._loaded.similar(word, frequency)
        if self._new:
            both = {*found, *self._since.similar(word, frequency)}
            found = sorted(both, key=lambda s: (s.distance, -s.frequency, s.word))
        return found[:MAX_CANDIDATES]

    def completes(self, beginning: str) -> bool:
        """Tell whether `beginning` is one that words are looked up for at all."""
        return len(beginning) >= MIN_LENGTH and beginning.isalpha()

    def with_new(self, words: frozenset[str]) -> "Surfaces | None":
        """Return these words and `words`; None when there are so many new ones."""
        new = self._new | words
        return Surfaces(self._loaded, new) if len(new) <= _MOST_NEW else None


class SurfaceStore:
    """The words of the latest state that somebody asked for."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._held: tuple[Stamp, Surfaces] | None = None

    def at(self, stamp: Stamp, ask: Ask) -> Surfaces:
        """Return the words of `stamp`, asking for what is not known yet."""
        with self._lock:
            held = self._held
            if held is not None and held[0] == stamp:
                return held[1]
            surfaces = None
            if held is not None and held[0].index == stamp.index:
                surfaces = held[1].with_new(frozenset(_new_words(ask, held[0].changed)))
            if surfaces is None:
                surfaces = Surfaces(SpellingIndex(_words(ask, {"match_all": {}})))
            self._held = stamp, surfaces
            return surfaces


def _new_words(ask: Ask, changed: int) -> Iterator[str]:
    since = {"range": {"_seq_no": {"gt": changed}}}
    return (word for word, _ in _words(ask, since))


def _words(ask: Ask, query: Body) -> Iterator[tuple[str, int]]:
    paged: Body = {"size": _PAGE, "sources": [{"word": {"terms": {"field": SURFACES}}}]}
    while True:
        body = {"query": query, "size": 0, "track_total_hits": False, "aggs": {"w": {}}}
        body["aggs"] = {"w": {"composite": paged}}
        answer = ask(body)["aggregations"]["w"]
        for bucket in answer["buckets"]:
            yield bucket["key"]["word"], bucket["doc_count"]
        if len(answer["buckets"]) < _PAGE:
            return
        paged = paged | {"after": answer["after_key"]}
