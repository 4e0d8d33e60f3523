"""Words of the index that a mistyped word may have been meant as."""

from collections import defaultdict
from collections.abc import Callable, Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

from search.vocabulary import Similar

MIN_LENGTH = 4  # shorter words are one letter away from too many others
MAX_CANDIDATES = 5


def distance_allowed(word: str) -> int:
    """Return how many letters may differ: one, and two from eight letters on."""
    return 1 if len(word) < 8 else 2


class SpellingIndex:
    """The words of an index, by length, so that only words that can match are compared."""

    def __init__(self, words: Iterable[tuple[str, int]]) -> None:
        """Take (folded word, number of documents) pairs; numbers and very short words are left."""
        self._frequency: dict[str, int] = {}
        self._by_length: dict[int, list[str]] = defaultdict(list)
        for word, frequency in words:
            if len(word) >= MIN_LENGTH - 1 and word.isalpha():
                self._frequency[word] = frequency
                self._by_length[len(word)].append(word)

    def similar(self, word: str, frequency: Callable[[str], int] | None = None) -> list[Similar]:
        """Return at most MAX_CANDIDATES words, nearest first and then most frequent first.

        Args:
            word: folded.
            frequency: the exact number of documents of a word, when the numbers given may count
                deleted documents; a word in none is left out.
        """
        if len(word) < MIN_LENGTH or not word.isalpha():
            return []
        allowed = distance_allowed(word)
        found = []
        for length in range(len(word) - allowed, len(word) + allowed + 1):
            for candidate, distance, _ in process.extract(
                word,
                self._by_length.get(length, ()),
                scorer=OSA.distance,
                score_cutoff=allowed,
                limit=None,
                processor=None,
            ):
                if candidate == word:
                    continue
                count = frequency(candidate) if frequency else self._frequency[candidate]
                if count:
                    found.append(Similar(candidate, int(distance), count))
        found.sort(key=lambda similar: (similar.distance, -similar.frequency, similar.word))
        return found[:MAX_CANDIDATES]
