"""The ways to say the begrippen of one thesaurus as arrays: a few megabytes for 50,000 ways.

A key is the stem of a word or of a part of it; each has a number. What it leads to stands in arrays
sorted by key, with the place where each key begins: Python objects took ten times as much.
"""

from collections.abc import Iterator, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from search.begrippen.lexicon import SHARES, WEIGHTS, Analysed, Lexicon, Numbers, joined
from search.begrippen.pairs import Pairs, Values, idf_of
from search.begrippen.phrases import PART
from search.begrippen.values import Thesaurus

HALF: Final = 1.0  # so many ways with the word are half of always


class Ways:
    """An inverted index from keys to ways and to begrippen.

    Attributes:
        count: how many ways there are.
        owners: way → position of its begrip.
        sizes: way → weight of all its words.
        pairs: which begrippen hold words next to each other.
    """

    def __init__(self, source: Thesaurus, lexicon: Lexicon) -> None:
        found = lexicon.analysed(source)
        words = _Words(found)
        self.pairs = Pairs(found, lexicon.keys)
        self._numbers, self._known = lexicon.keys, len(lexicon.keys)
        self._surfaces, self._written = lexicon.surfaces, words.written
        self.owners = words.owners
        self.count = len(words.owners)
        keys, begrippen = words.keys, words.owners[words.ways][words.units]
        most = max(1, len(source.begrippen))
        held, times = np.unique(keys.astype(np.int64) * most + begrippen, return_counts=True)
        self._holders = (held % most).astype(np.int32)
        self._begrip_starts = _starts(held // most, self._known)
        self._often = (times / (times + HALF)).astype(np.float64)
        self._idf = _idf(np.diff(self._begrip_starts), len(source.begrippen))
        self._starts, self._holding, self._parts = _postings(words, self._known)
        rarest = np.zeros(len(words.ways))
        np.maximum.at(rarest, words.units, self._idf[keys] * np.maximum(words.shares, PART))
        # In the order of the text, as a sum of Python would be.
        self.sizes = np.bincount(  # floats, since weights are given
            words.ways, weights=rarest * words.weights, minlength=self.count
        )

    def __contains__(self, key: str) -> bool:
        number = self._numbers.get(key, self._known)
        return number < self._known and bool(self._starts[number] < self._starts[number + 1])

    def surfaces(self) -> Iterator[tuple[str, int]]:
        """Yield each word as written, with the number of ways that hold it."""
        counts = np.bincount(self._written, minlength=len(self._surfaces)).tolist()
        for word, count in zip(self._surfaces, counts, strict=False):
            if count:
                yield word, count

    def idf(self, key: str) -> float:
        """How much it says that `key` is there, by the number of begrippen that hold it."""
        return float(self._idf[self._numbers[key]])

    def holding(self, key: str) -> tuple[Numbers, Values]:
        """The ways that hold `key`, each once, and how much of a word it is there."""
        number = self._numbers[key]
        part = slice(self._starts[number], self._starts[number + 1])
        return self._holding[part], self._parts[part]

    def begrippen_holding(self, key: str) -> tuple[Numbers, Values]:
        """The begrippen that hold `key`, each once, and how often: from half to nearly 1."""
        number = self._numbers[key]
        part = slice(self._begrip_starts[number], self._begrip_starts[number + 1])
        return self._holders[part], self._often[part]


class _Words:
    """Every word of every way and every key of every word, in flat arrays."""

    def __init__(self, found: Sequence[Analysed]) -> None:
        per_way = joined([one.words for one in found], np.uint8)
        per_word = joined([one.counts for one in found], np.uint8)
        ways = np.arange(len(per_way), dtype=np.int32)
        begrippen = np.arange(len(found), dtype=np.int32)
        self.owners: Numbers = np.repeat(begrippen, [len(one.words) for one in found])
        self.ways: Numbers = np.repeat(ways, per_way)  # word → way
        self.weights = WEIGHTS[joined([one.weights for one in found], np.uint8)]  # word → weight
        self.written: Numbers = joined([one.surfaces for one in found], np.int32)
        self.keys: Numbers = joined([one.keys for one in found], np.int32)  # each key
        words = np.arange(len(per_word), dtype=np.int32)
        self.units: Numbers = np.repeat(words, per_word)  # … of which word
        self.shares = SHARES[joined([one.shares for one in found], np.uint8)]  # … how much of it


def _starts(sorted_keys: NDArray[Any], count: int) -> NDArray[np.int64]:
    """Return where each of `count` keys begins, and the end."""
    return np.searchsorted(sorted_keys, np.arange(count + 1))


def _idf(holders: NDArray[Any], count: int) -> Values:
    return np.array([idf_of(held, count) for held in holders.tolist()], dtype=np.float64)


def _postings(words: _Words, count: int) -> tuple[NDArray[np.int64], Numbers, Values]:
    """Return where each key begins, then the ways that hold it and the largest share in each."""
    ways, most = words.ways[words.units], max(1, len(words.owners))
    held, where = np.unique(words.keys.astype(np.int64) * most + ways, return_inverse=True)
    shares = np.zeros(len(held))
    np.maximum.at(shares, where, words.shares * words.weights[words.units])
    keys, holding = np.divmod(held, most)
    return _starts(keys, count), holding.astype(np.int32), shares
