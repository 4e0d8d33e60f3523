"""A query's begrippen as tokens of one index: what they match and what they score.

A sure begrip that no entry in sight carries makes way for the broader one, so that a question that
nobody answers exactly still leads to whoever can help on.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from search.analysis import Token
from search.begrippen.matching import Meant, matcher
from search.begrippen.phrases import is_filler
from search.begrippen.tokens import confirmed_token, strong_token, weak_token
from search.begrippen.variants import Variant
from search.begrippen.variants import meant as meant_by

# From here on a begrip is as good as the rarest word: for entries that are about it by the word of
# a person or certainly by their text, and for those that may be.
MATCHES: Final = 0.38
MATCHES_WEAK: Final = 0.5
# The same for a question with a word that nobody knows, which may be what it is about, or with
# nothing but words of every question.
MATCHES_VAGUE: Final = 0.45
MATCHES_VAGUE_WEAK: Final = 0.7
OF_BEST: Final = 0.65  # what lies further behind the likeliest begrip finds nothing by itself
BROADENS: Final = 0.65  # from here on a begrip without entries makes way for the broader one
# The words of a long question add up, and most of them tell the story instead of the need.
GROWTH: Final = 0.6

_TOKENS: Final = (
    (confirmed_token, MATCHES, MATCHES_VAGUE),
    (strong_token, MATCHES, MATCHES_VAGUE),
    (weak_token, MATCHES_WEAK, MATCHES_VAGUE_WEAK),
)

Frequency = Callable[[tuple[str, ...]], int]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What the words of a query stand for in one index."""

    weights: dict[tuple[str, ...], float]  # tokens → how much they score
    matching: tuple[str, ...]  # tokens that are enough by themselves
    explained: frozenset[str]  # folded words that some matching begrip accounts for


NOTHING: Final = Meaning({}, (), frozenset())


def meaning(
    text: str, content: Sequence[Token], frequency: Frequency, variants: Iterable[Variant] = ()
) -> Meaning:
    """Work out what `text` means.

    Args:
        text: what was typed.
        content: its words without stop words.
        frequency: how many entries in sight hold all of some tokens.
        variants: other wordings of stretches of `content`.
    """
    found = meant_by(text, content, variants, matcher())
    if not found:
        return NOTHING
    grown = 1 + GROWTH * max(0, sum(not is_filler(typed.folded) for typed in content) - 1)
    likeliest = found[0]
    if likeliest.weight >= BROADENS and not _in_sight(likeliest.slug, frequency):
        broader = _broader(likeliest, frequency)
        found = [broader, *found] if broader else found
    vague = any(is_strange(typed, frequency) for typed in content) or all(
        is_filler(typed.folded) for typed in content
    )
    weights: dict[tuple[str, ...], float] = {}
    matching: dict[str, None] = {}
    explained: set[str] = set()
    for meant in found:
        for made, clear, unclear in _TOKENS:
            least = unclear if vague else clear
            tokens = (made(meant.slug),)
            if frequency(tokens):
                weights[tokens] = max(meant.weight * grown, weights.get(tokens, 0.0))
                if meant.weight >= max(least, OF_BEST * likeliest.weight):
                    matching[tokens[0]] = None
                    explained |= meant.words
    return Meaning(weights, tuple(matching), frozenset(explained))


def is_strange(typed: Token, frequency: Frequency) -> bool:
    """Tell whether neither some entry in sight nor the begrippen know a telling word.

    Numbers may say when or how old, and of other scripts the begrippen know a few words only.
    """
    word = typed.folded
    if is_filler(word) or not word.isalpha() or not word.isascii() or matcher().knows(typed.stem):
        return False
    return not frequency((typed.stem,)) and not matcher().begrippen(word)


def _in_sight(slug: str, frequency: Frequency) -> bool:
    return any(frequency((made(slug),)) for made, *_ in _TOKENS)


def _broader(meant: Meant, frequency: Frequency) -> Meant | None:
    """Return the nearest broader begrip that some entry certainly is about, weighing little."""
    slug = matcher().broader(meant.slug)
    while slug and not any(frequency((made(slug),)) for made in (confirmed_token, strong_token)):
        slug = matcher().broader(slug)
    return Meant(slug, max(MATCHES, OF_BEST * meant.weight), meant.words) if slug else None
