"""Words that were typed next to each other, as phrases that raise the score by a constant.

A constant, because engines score a phrase apart and sloppy ones differently (0.8 to 2.3 times as
much was measured); so nearness is the same words the other way round, for less.
"""

from collections.abc import Collection, Iterator
from typing import Final

from search.analysis import Token, analyse
from search.text.plan import Phrase, Tokens
from search.vocabulary import Vocabulary

# Against a BM25 of some 10 to 30 for a word in the name and 2 to 5 for one in the text.
TOGETHER_WEIGHT: Final = 2.0
OTHER_ORDER_WEIGHT: Final = 1.0


def phrases(
    text: str, content: list[Token], fillers: Collection[str], vocabulary: Vocabulary
) -> tuple[Phrase, ...]:
    """Return the phrases of neighbouring content words that some document holds, not both fillers.

    Texts are indexed without stop words and names with them, so a pair that had stop words in
    between counts in both forms: "hulp formulier" and "hulp bij formulier".
    """
    found: dict[Tokens, float] = {}
    for pair in _pairs(analyse(text), {t.folded for t in content}):
        left, right = pair[0], pair[-1]
        if {left.folded, right.folded} <= set(fillers):
            continue
        if not vocabulary.frequency((left.stem, right.stem)):
            continue
        found[left.stem, right.stem] = TOGETHER_WEIGHT
        found[tuple(token.stem for token in pair)] = TOGETHER_WEIGHT
        found.setdefault((right.stem, left.stem), OTHER_ORDER_WEIGHT)
    return tuple(Phrase(tokens, weight) for tokens, weight in found.items())


def _pairs(typed: list[Token], content: Collection[str]) -> Iterator[list[Token]]:
    """Yield two different content words that follow each other, with the words in between."""
    between: list[Token] = []
    for token in typed:
        between.append(token)
        if token.folded in content:
            if between[0].folded in content and between[0].stem != token.stem:
                yield between
            between = [token]
