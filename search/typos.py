"""Words of the index that a mistyped word may have been meant as."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from search.analysis.compounds import is_known
from search.vocabulary import Similar

MIN_LENGTH: Final = 4  # shorter words are one letter away from too many others
LONG: Final = 8  # from here on two letters may differ
MAX_CANDIDATES: Final = 5


def allowed_distance(word: str) -> int:
    """Return how many letters may differ from `word`: none in a correct word of our word lists.

    Most searches that find nothing are correct words that no document has; "zoon" is no mistake for
    "woon".
    """
    if len(word) < MIN_LENGTH or not word.isalpha() or is_known(word):
        return 0
    return 1 if len(word) < LONG else 2


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

    def completions(
        self, beginning: str, frequency: Callable[[str], int] | None = None
    ) -> list[Similar]:
        """Return at most MAX_CANDIDATES words that go on after `beginning`, most frequent first."""
        if len(beginning) < MIN_LENGTH or not beginning.isalpha():
            return []
        found = [
            Similar(word, 0, count)
            for word, known in self._frequency.items()
            if word.startswith(beginning) and (count := frequency(word) if frequency else known)
        ]
        found.sort(key=lambda similar: (-similar.frequency, similar.word))
        return found[:MAX_CANDIDATES]

    def similar(self, word: str, frequency: Callable[[str], int] | None = None) -> list[Similar]:
        """Return at most MAX_CANDIDATES words, nearest first and then most frequent first.

        Args:
            word: folded.
            frequency: the exact number of documents of a word, when the numbers given may count
                deleted documents; a word in none is left out.
        """
        allowed = allowed_distance(word)
        if not allowed:
            return []
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
                if candidate == word or not _plausible(word, candidate):
                    continue
                count = frequency(candidate) if frequency else self._frequency[candidate]
                if count:
                    found.append(Similar(candidate, int(distance), count))
        found.sort(key=lambda similar: (similar.distance, -similar.frequency, similar.word))
        return found[:MAX_CANDIDATES]


def _plausible(word: str, candidate: str) -> bool:
    """Refuse another first letter in short words, unless the first two were swapped."""
    return word[0] == candidate[0] or len(word) >= LONG or word[:2] == candidate[1::-1]
