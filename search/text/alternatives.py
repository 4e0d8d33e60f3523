"""What may stand for a typed word in a document, and for how much."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from search.analysis import Token, token
from search.analysis.compounds import LINKS
from search.analysis.derivations import relatives
from search.analysis.stemmer import stem
from search.begrippen.phrases import is_filler
from search.text.plan import Tokens
from search.vocabulary import Vocabulary

WHOLE_WEIGHT: Final = 1.0
JOINED_WEIGHT: Final = 1.0  # "alarm knop" found as "alarmknop"
ALL_PARTS_WEIGHT: Final = 0.3  # "ouderenvervoer" found as "vervoer voor ouderen"
ONE_PART_WEIGHT: Final = 0.15  # only for a compound that is found in no other way
RELATIVE_WEIGHT: Final = 0.35  # "mantelzorger" found as "mantelzorg"


@dataclass(frozen=True, slots=True)
class Expansion:
    """Stems that stand for a stretch of typed words, and so for each word in it.

    Raises:
        ValueError: no words, or no tokens.
    """

    start: int  # position among the content words, from 0
    end: int  # one past the last
    tokens: Tokens
    weight: float  # 1 as good as the typed words
    instead: str = ""  # the same as words, to look for begrippen by

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end or not self.tokens:
            raise ValueError("an expansion stands for words, and has tokens")


# Gives the expansions of the content words, in the order typed: the synonyms.
Expand = Callable[[Sequence[Token]], Iterable[Expansion]]


def no_expansions(content: Sequence[Token]) -> Iterable[Expansion]:
    """Expand nothing."""
    return ()


def alternatives(
    typed: Token, others: Iterable[tuple[Tokens, float]], vocabulary: Vocabulary
) -> dict[Tokens, float]:
    """Return what stands for a well-spelled word, with weights; {} when no document has any.

    Args:
        typed: the word.
        others: what stands for it together with its neighbours.
        vocabulary: the words of the documents in sight.
    """
    wanted: dict[Tokens, float] = {(typed.stem,): WHOLE_WEIGHT}
    for tokens, weight in others:
        wanted[tokens] = max(weight, wanted.get(tokens, 0.0))
    wanted |= {(r,): RELATIVE_WEIGHT for r in relatives(typed.stem) if (r,) not in wanted}
    if len(typed.parts) > 1:
        wanted[typed.parts] = max(ALL_PARTS_WEIGHT, wanted.get(typed.parts, 0.0))
    return {tokens: weight for tokens, weight in wanted.items() if vocabulary.frequency(tokens)}


def loose_parts(typed: Token, vocabulary: Vocabulary) -> dict[Tokens, float]:
    """Return the telling parts of a compound that is found in no other way."""
    parts = [
        part
        for part in map(token, typed.part_words)
        if not (part.is_stop_word or is_filler(part.folded))
    ]
    return {(p.stem,): ONE_PART_WEIGHT for p in parts if vocabulary.frequency((p.stem,))}


def joint_alternatives(
    content: Sequence[Token], expansions: Iterable[Expansion], vocabulary: Vocabulary
) -> list[list[tuple[Tokens, float]]]:
    """Return, per position, what the word stands for together with its neighbours.

    Those are compounds of two neighbours ("alarm knop") and the expansions.
    """
    joint: list[list[tuple[Tokens, float]]] = [[] for _ in content]
    for position, (left, right) in enumerate(zip(content, content[1:], strict=False)):
        if not (left.folded.isalpha() and right.folded.isalpha()):
            continue
        for link in LINKS:
            compound = (stem(left.folded + link + right.folded),)
            if vocabulary.frequency(compound):
                joint[position].append((compound, JOINED_WEIGHT))
                joint[position + 1].append((compound, JOINED_WEIGHT))
    for expansion in expansions:
        for position in range(expansion.start, min(expansion.end, len(content))):
            joint[position].append((expansion.tokens, expansion.weight))
    return joint
