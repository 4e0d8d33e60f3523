"""What the words of a question come down to: plain values that every engine translates."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Tokens = tuple[str, ...]  # matches a document that holds all of them, in any text fields


@dataclass(frozen=True, slots=True)
class Word:
    """One typed word; a document has it when one of the alternatives matches."""

    alternatives: tuple[Tokens, ...]
    frequency: int  # of its most frequent alternative


@dataclass(frozen=True, slots=True)
class Scored:
    """Tokens that raise the score of a document that holds all of them."""

    tokens: Tokens
    weight: float


@dataclass(frozen=True, slots=True)
class Phrase:
    """Stems that raise the score of a document by `weight`, a constant, if they follow each other.

    They do so in the stems of one of PHRASE_FIELDS, next to each other and in this order.
    """

    tokens: Tokens  # two or more
    weight: float


@dataclass(frozen=True, slots=True)
class Bonus:
    """A token of `Document.gebieden` that raises the score by `weight`, a constant."""

    gebied: str
    weight: float


@dataclass(frozen=True, slots=True)
class TextPlan:
    """Matches: one of `begrippen`, or `rarest`, or at least `at_least` of `words`.

    Without `rarest` only the other two count, and without `words` only the first; a plan with none
    of them matches nothing.
    Scores: the BM25 of `scored`, plus the constants of `phrases` and `bonuses`.
    """

    words: tuple[Word, ...]
    rarest: Word | None
    at_least: int
    scored: tuple[Scored, ...]
    begrippen: tuple[str, ...] = ()  # tokens
    phrases: tuple[Phrase, ...] = ()
    bonuses: tuple[Bonus, ...] = ()


@dataclass(frozen=True, slots=True)
class TextAnswer:
    plan: TextPlan | None  # None: no word limits the result
    missing: tuple[str, ...] = ()
    corrections: Mapping[str, str] = field(default_factory=dict)
