"""Words that stand next to each other in the ways to say a begrip, as arrays.

Stop words count here: "niet" says something together with what it denies.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from search.begrippen.lexicon import Analysed, Numbers, joined, pair_of

HALF: Final = 1.0  # so many ways with the pair are half of always

Values = NDArray[np.float64]


class Pairs:
    """An inverted index from pairs of words to begrippen.

    Args:
        found: the words of each begrip.
        numbers: stem → its number in `found`.
    """

    def __init__(self, found: Sequence[Analysed], numbers: Mapping[str, int]) -> None:
        self._numbers, self._count = numbers, len(found)
        pairs = joined([one.pairs for one in found], np.int64)
        begrippen = np.arange(len(found), dtype=np.int32)
        order = np.argsort(pairs, kind="stable")
        self._pairs, starts = np.unique(pairs[order], return_index=True)
        self._starts = np.append(starts, len(pairs))
        self._holders: Numbers = np.repeat(begrippen, [len(one.pairs) for one in found])[order]
        times = joined([one.times for one in found], np.int32)[order]
        self._often = (times / (times + HALF)).astype(np.float32)

    def evidence(self, stems: Iterable[str]) -> Values:
        """Return begrip → how much the neighbours among `stems` say for it, rare ones more."""
        said = np.zeros(self._count)
        typed = [self._numbers.get(stem) for stem in stems]
        asked = {pair_of(a, b) for a, b in pairwise(typed) if a is not None and b is not None}
        for pair in sorted(asked):
            place = int(np.searchsorted(self._pairs, pair))
            if place < len(self._pairs) and self._pairs[place] == pair:
                part = slice(self._starts[place], self._starts[place + 1])
                holders = self._holders[part]
                said[holders] += idf_of(len(holders), self._count) * self._often[part]
        return said


def idf_of(holders: int, count: int) -> float:
    """How much it says that a begrip holds what `holders` of `count` begrippen hold."""
    return math.log(1 + (count - holders + 0.5) / (holders + 0.5))
