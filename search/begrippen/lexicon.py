"""The words of each begrip, analysed once and kept: after a change only that begrip is done again.

The analysis is most of the second that it takes to read 53,000 ways, and an editor who changes a
word wants it to work within five. Kept as small numbers, a few megabytes.
"""

from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from search.analysis import analyse, forget_words
from search.begrippen.phrases import FILLER, HEAD, PART, WHOLE, keys_of, units_of
from search.begrippen.values import Thesaurus

SHARES: Final = np.array([WHOLE, HEAD, PART])  # what a key is of its word
WEIGHTS: Final = np.array([1.0, FILLER])  # what a word weighs
_NUMBER_OF_SHARE: Final = {share: number for number, share in enumerate(SHARES.tolist())}
_NUMBER_OF_WEIGHT: Final = {weight: number for number, weight in enumerate(WEIGHTS.tolist())}
# The caches of the analysis are emptied after so many ways: most words nobody will type, and 10 MB
# of them, freed at the end only, would leave as much unusable between what stays.
_AT_ONCE: Final = 5_000

Small = NDArray[np.uint8]
Numbers = NDArray[np.int32]
Pairs = NDArray[np.int64]

_RIGHT: Final = 32  # bits of the second word of a pair


class Analysed(NamedTuple):
    """The ways of one begrip, in flat arrays."""

    words: Small  # way → how many words
    surfaces: Numbers  # word → number of what is written
    weights: Small  # word → number of WEIGHTS
    counts: Small  # word → how many keys
    keys: Numbers  # each key → its number
    shares: Small  # each key → number of SHARES
    pairs: Pairs  # two words next to each other, each pair once
    times: Numbers  # each pair → how often


class Lexicon:
    """Numbers for keys and written words, and what was analysed with them.

    Numbers are never given again, so what was made with them stays right; it may meet keys with
    numbers that it does not know.
    """

    def __init__(self) -> None:
        self.keys: dict[str, int] = {}
        self.surfaces: dict[str, int] = {}
        self._analysed: dict[int, Analysed] = {}  # by the hash of all ways
        self._since_forgotten = 0

    def analysed(self, source: Thesaurus) -> list[Analysed]:
        """Return the ways of each begrip in order; what is no part of `source` is forgotten."""
        former, self._analysed = self._analysed, {}
        found = []
        for begrip in source.begrippen:
            ways = tuple(dict.fromkeys(begrip.ways()))
            known = former.get(hash(ways)) or self._analyse(ways)
            self._analysed[hash(ways)] = known
            found.append(known)
        self._forget_words()
        return found

    def _analyse(self, ways: tuple[str, ...]) -> Analysed:
        words: list[int] = []
        surfaces: list[int] = []
        weights: list[int] = []
        counts: list[int] = []
        keys: list[int] = []
        shares: list[int] = []
        pairs: list[int] = []
        for text in ways:
            typed = analyse(text)
            found = units_of(typed)
            if not found:
                continue
            stems = [self.keys.setdefault(token.stem, len(self.keys)) for token in typed]
            pairs += map(pair_of, stems, stems[1:])
            words.append(len(found))
            for unit in found:
                surfaces.append(self.surfaces.setdefault(unit.word, len(self.surfaces)))
                weights.append(_NUMBER_OF_WEIGHT[unit.weight])
                counts.append(len(unit.keys))
                for key, share in unit.keys:
                    keys.append(self.keys.setdefault(key, len(self.keys)))
                    shares.append(_NUMBER_OF_SHARE[share])
        self._since_forgotten += len(ways)
        if self._since_forgotten >= _AT_ONCE:
            self._forget_words()
        held, times = np.unique(np.array(pairs, dtype=np.int64), return_counts=True)
        return Analysed(
            np.array(words, dtype=np.uint8),
            np.array(surfaces, dtype=np.int32),
            np.array(weights, dtype=np.uint8),
            np.array(counts, dtype=np.uint8),
            np.array(keys, dtype=np.int32),
            np.array(shares, dtype=np.uint8),
            held,
            times.astype(np.int32),
        )

    def _forget_words(self) -> None:
        if self._since_forgotten:
            forget_words()
            keys_of.cache_clear()
            self._since_forgotten = 0


def pair_of(left: int, right: int) -> int:
    """Return the number of two words next to each other, stop words too: "niet" stays with what it
    denies.
    """
    return left << _RIGHT | right


def joined(parts: list[Any], dtype: type[Any]) -> NDArray[Any]:
    """Return small arrays as one."""
    return np.concatenate(parts) if parts else np.zeros(0, dtype=dtype)
