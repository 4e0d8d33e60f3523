"""Other wordings of a question, by its synonyms, so that these reach begrippen too."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from search.analysis import Token, fold
from search.analysis.fold import words
from search.begrippen.matching import Matcher, Meant

WEIGHT: Final = 0.9  # of what the question means in other words, against its own
MOST: Final = 3  # each takes as long as the question itself


class Variant(NamedTuple):
    """The content words `start` to `end` said as `instead`."""

    start: int
    end: int
    instead: str


def meant(
    text: str, content: Sequence[Token], variants: Iterable[Variant], matcher: Matcher
) -> list[Meant]:
    """Return what `text` means, in its own words and in others, the likeliest first.

    The begrippen know most synonyms themselves: another wording is only tried for what no way to
    say a begrip holds, or for several words that together may mean something else.
    """
    found = {one.slug: one for one in matcher.begrippen(text)}
    tried = [
        variant
        for variant in variants
        if variant.end - variant.start > 1 or not matcher.knows(content[variant.start].stem)
    ]
    if not tried:
        return list(found.values())
    for variant in tried[:MOST]:
        for one in matcher.begrippen(_wording(content, variant)):
            weight = WEIGHT * one.weight
            if one.slug not in found or found[one.slug].weight < weight:
                found[one.slug] = Meant(one.slug, weight, _typed(content, variant, one.words))
    return sorted(found.values(), key=lambda one: -one.weight)


def _wording(content: Sequence[Token], variant: Variant) -> str:
    typed = [token.folded for token in content]
    return " ".join([*typed[: variant.start], variant.instead, *typed[variant.end :]])


def _typed(content: Sequence[Token], variant: Variant, explained: frozenset[str]) -> frozenset[str]:
    """Return the typed words behind those that a wording explains."""
    kept = {token.folded for token in (*content[: variant.start], *content[variant.end :])}
    if explained.isdisjoint(words(fold(variant.instead))):
        return explained & kept
    replaced = {token.folded for token in content[variant.start : variant.end]}
    return frozenset(explained & kept | replaced)
