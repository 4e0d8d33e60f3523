"""What a typed word that no document has may have been meant as."""

from typing import Final

from search.analysis import Token, token
from search.analysis.stemmer import stem
from search.text.alternatives import ALL_PARTS_WEIGHT
from search.text.plan import Tokens
from search.vocabulary import Vocabulary

TYPO_WEIGHT: Final = 0.7  # divided by the distance
# A word in so few documents may itself be a mistake, if a much more frequent one is a letter away.
RARE: Final = 2
MUCH_MORE_FREQUENT: Final = 20


def corrected(typed: Token, vocabulary: Vocabulary) -> tuple[dict[Tokens, float], str]:
    """Return what stands for a word that no document has, and the likeliest word meant.

    A word that is no mistake for another may be the beginning of one ("formulierenbri").
    """
    found: dict[Tokens, float] = {}
    used = ""
    likely = vocabulary.similar(typed.folded) or vocabulary.completions(typed.folded)
    for similar in likely:
        meant = token(similar.word)
        if meant.is_stop_word:
            continue
        weight = TYPO_WEIGHT / max(1, similar.distance)
        if vocabulary.frequency((meant.stem,)):
            found.setdefault((meant.stem,), weight)
        if not used:
            used = similar.word
            if len(meant.parts) > 1 and vocabulary.frequency(meant.parts):
                found.setdefault(meant.parts, weight * ALL_PARTS_WEIGHT)
    return found, used


def much_more_frequent(typed: Token, vocabulary: Vocabulary) -> dict[Tokens, float]:
    """Return words a letter away from a rare one that far more documents hold."""
    frequency = vocabulary.frequency((typed.stem,))
    if not 0 < frequency <= RARE:
        return {}
    return {
        (stem(similar.word),): TYPO_WEIGHT / 2
        for similar in vocabulary.similar(typed.folded)
        if similar.distance == 1 and similar.frequency >= MUCH_MORE_FREQUENT * frequency
    }
