"""The ways to say the begrippen of one thesaurus as arrays: a few megabytes for 45,000 ways.

A key is the stem of a word or of a part of it; each has a number. What it leads to stands in arrays
sorted by key, with the place where each key begins: Python objects took ten times as much.
"""

import math
from array import array
from collections import Counter
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from search.analysis import forget_words
from search.begrippen.phrases import PART, keys_of, units
from search.begrippen.values import Thesaurus

# The caches of the analysis are emptied after so many ways: most words nobody will type, and 10 MB
# of them, freed at the end only, would leave as much unusable between what stays.
_AT_ONCE: Final = 5_000
HALF: Final = 1.0  # so many ways with the word are half of always

Values = NDArray[np.float64]
Numbers = NDArray[np.int32]


class Ways:
    """An inverted index from keys to ways and to begrippen.

    Attributes:
        count: how many ways there are.
        owners: way → position of its begrip.
        sizes: way → weight of all its words.
        surfaces: word as written → ways that hold it.
    """

    def __init__(self, source: Thesaurus) -> None:
        words = _Words(source)
        self.surfaces = words.surfaces
        self.owners = words.owners
        self.count = len(words.owners)
        self._numbers = words.numbers
        keys, begrippen = words.keys, words.owners[words.ways][words.units]
        held, times = np.unique(
            keys.astype(np.int64) * len(source.begrippen) + begrippen, return_counts=True
        )
        holders = (held % max(1, len(source.begrippen))).astype(np.int32)
        self._begrip_starts = _starts(held // max(1, len(source.begrippen)), len(words.numbers))
        self._holders = holders
        self._often = (times / (times + HALF)).astype(np.float64)
        self._idf = _idf(np.diff(self._begrip_starts), len(source.begrippen))
        self._starts, self._holding, self._parts = _postings(words)
        rarest = np.zeros(len(words.ways))
        np.maximum.at(rarest, words.units, self._idf[keys] * np.maximum(words.shares, PART))
        # In the order of the text, as a sum of Python would be.
        self.sizes = np.bincount(  # floats, since weights are given
            words.ways, weights=rarest * words.weights, minlength=self.count
        )

    def __contains__(self, key: str) -> bool:
        return key in self._numbers

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

    def __init__(self, source: Thesaurus) -> None:
        self.numbers: dict[str, int] = {}
        self.surfaces: Counter[str] = Counter()
        owners, ways, weights = array("i"), array("i"), array("d")
        numbers, word_of, shares = array("i"), array("i"), array("d")
        for position, begrip in enumerate(source.begrippen):
            for text in dict.fromkeys(begrip.ways()):
                words = units(text)
                if not words:
                    continue
                if not len(owners) % _AT_ONCE:
                    forget_words()
                    keys_of.cache_clear()
                for unit in words:
                    self.surfaces[unit.word] += 1
                    for key, share in unit.keys:
                        numbers.append(self.numbers.setdefault(key, len(self.numbers)))
                        word_of.append(len(ways))
                        shares.append(share)
                    ways.append(len(owners))
                    weights.append(unit.weight)
                owners.append(position)
        self.owners = _as_numpy(owners, np.int32)  # way → begrip
        self.ways = _as_numpy(ways, np.int32)  # word → way
        self.weights = _as_numpy(weights, np.float64)  # word → weight
        self.keys = _as_numpy(numbers, np.int32)  # each key
        self.units = _as_numpy(word_of, np.int32)  # … of which word
        self.shares = _as_numpy(shares, np.float64)  # … and how much of it


def _as_numpy(values: "array[Any]", dtype: type[Any]) -> NDArray[Any]:
    return np.frombuffer(values, dtype=dtype).copy() if values else np.zeros(0, dtype=dtype)


def _starts(sorted_keys: NDArray[Any], count: int) -> NDArray[np.int64]:
    """Return where each of `count` keys begins, and the end."""
    return np.searchsorted(sorted_keys, np.arange(count + 1))


def _idf(holders: NDArray[Any], count: int) -> Values:
    return np.array(
        [math.log(1 + (count - held + 0.5) / (held + 0.5)) for held in holders.tolist()],
        dtype=np.float64,
    )


def _postings(words: _Words) -> tuple[NDArray[np.int64], Numbers, Values]:
    """Return where each key begins, then the ways that hold it and the largest share in each."""
    ways = words.ways[words.units]
    held, where = np.unique(
        words.keys.astype(np.int64) * max(1, len(words.owners)) + ways, return_inverse=True
    )
    shares = np.zeros(len(held))
    np.maximum.at(shares, where, words.shares * words.weights[words.units])
    keys, holding = np.divmod(held, max(1, len(words.owners)))
    return _starts(keys, len(words.numbers)), holding.astype(np.int32), shares
