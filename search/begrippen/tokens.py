"""Begrippen among the words of an index: tokens that no word can be."""

from collections.abc import Sequence
from typing import Final

# Words hold neither colon nor tilde, so a begrip never matches what somebody typed.
_STRONG: Final = "begrip:"
_WEAK: Final = "begrip~"
# The likeliest begrip of an entry stands three times, the next twice, the others once.
_TIMES: Final = (3, 2)


def strong_token(slug: str) -> str:
    """What an entry holds that certainly is about the begrip."""
    return _STRONG + slug


def weak_token(slug: str) -> str:
    """What an entry holds that may be about the begrip."""
    return _WEAK + slug


def strong_tokens(slugs: Sequence[str]) -> list[str]:
    """What an entry holds of the begrippen that it certainly is about, the likeliest first."""
    times = (*_TIMES, *[1] * len(slugs))
    return [strong_token(slug) for slug, n in zip(slugs, times, strict=False) for _ in range(n)]


def weak_tokens(slugs: Sequence[str]) -> list[str]:
    return [weak_token(slug) for slug in slugs]


def is_begrip(token: str) -> bool:
    return token.startswith((_STRONG, _WEAK))
