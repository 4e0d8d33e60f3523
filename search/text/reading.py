"""One typed word read against an index: what may stand for it, as typed or as a mistake."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from search.analysis import Token
from search.begrippen.matching import matcher
from search.text.alternatives import alternatives, loose_parts
from search.text.corrections import corrected, much_more_frequent
from search.text.plan import Tokens, Word
from search.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Read:
    """What became of one typed word."""

    typed: Token
    found: dict[Tokens, float]  # what stands for it → weight; empty when no document has any
    correction: str = ""  # the word that it was taken for, "" when it was taken as typed

    def word(self, vocabulary: Vocabulary) -> Word:
        return Word(tuple(self.found), max(map(vocabulary.frequency, self.found)))


def read(
    typed: Token,
    others: Iterable[tuple[Tokens, float]],
    explained: Collection[str],
    vocabulary: Vocabulary,
) -> Read:
    """Read one word.

    Args:
        typed: the word.
        others: what stands for it together with its neighbours.
        explained: folded words that a begrip accounts for: of those no loose part is looked for.
        vocabulary: the words of the documents in sight.
    """
    found = alternatives(typed, others, vocabulary)
    if not found and typed.folded not in explained:
        found = loose_parts(typed, vocabulary)
    if not found and not matcher().knows(typed.stem):
        return Read(typed, *corrected(typed, vocabulary))
    if len(found) == 1:
        found |= much_more_frequent(typed, vocabulary)
    return Read(typed, found)
