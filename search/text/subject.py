"""Whether the words that are known are what a question is about.

Of "bitcoin kopen" only the verb is known, and whoever has something to buy is no answer. A question
with words that neither the index nor the begrippen know is answered when a known word says enough
by itself ("cursus pottenbakken"), or when more words are known than not.
"""

from collections.abc import Collection, Iterable
from typing import Final

from search.analysis.stemmer import stem
from search.begrippen.matching import matcher
from search.text.reading import Read

# How much a word alone is like the likeliest begrip. Measured: cursus 0.98, repareren 0.96,
# buurthuis 0.95; recept 0.90, opzeggen 0.84, vergelijken 0.64, verwijderen 0.62.
TELLS_ENOUGH: Final = 0.925
SHORTEST_HEAD: Final = 5


def is_understood(telling: Iterable[Read], synonyms: Collection[str] = ()) -> bool:
    """Tell whether the known ones of the telling words are worth an answer.

    Args:
        telling: the words that are no fillers.
        synonyms: folded words that a begrip accounts for by a synonym.
    """
    known = unknown = 0
    for read in telling:
        word = read.typed.folded
        if word in synonyms:
            return True
        begrippen = matcher().begrippen(word)
        if begrippen:
            if begrippen[0].weight >= TELLS_ENOUGH:
                return True
            known += 1
        elif read.found:
            return True  # a name, or a word of this index alone
        elif word.isascii() and word.isalpha() and not _is_kind_of_known(word):
            # A number may say when, and of other scripts the begrippen know a few words only.
            unknown += 1
    return known > unknown


def _is_kind_of_known(word: str) -> bool:
    """Tell whether a word ends in a known one: an overbuurvrouw is a buurvrouw."""
    return any(matcher().knows(stem(word[at:])) for at in range(2, len(word) - SHORTEST_HEAD + 1))
