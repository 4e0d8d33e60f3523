"""Begrippen among the words of an index: tokens that no word can be."""

from collections.abc import Sequence
from typing import Final

# Words hold no colon, tilde or equals sign, so a begrip never matches what somebody typed.
_CONFIRMED: Final = "begrip="
_STRONG: Final = "begrip:"
_WEAK: Final = "begrip~"
# The likeliest begrip of an entry stands three times, the next twice, the others once.
_TIMES: Final = (3, 2)


def confirmed_token(slug: str) -> str:
    """What an entry holds of which a person said that it is about the begrip."""
    return _CONFIRMED + slug


def strong_token(slug: str) -> str:
    """What an entry holds that certainly is about the begrip."""
    return _STRONG + slug


def weak_token(slug: str) -> str:
    """What an entry holds that may be about the begrip."""
    return _WEAK + slug


def confirmed_tokens(slugs: Sequence[str]) -> list[str]:
    """What an entry holds of the begrippen that a person confirmed, all as much."""
    return [confirmed_token(slug) for slug in slugs for _ in range(_TIMES[0])]


def strong_tokens(slugs: Sequence[str]) -> list[str]:
    """What an entry holds of the begrippen that it certainly is about, the likeliest first."""
    times = (*_TIMES, *[1] * len(slugs))
    return [strong_token(slug) for slug, n in zip(slugs, times, strict=False) for _ in range(n)]


def weak_tokens(slugs: Sequence[str]) -> list[str]:
    return [weak_token(slug) for slug in slugs]


def is_weak(token: str) -> bool:
    """Tell whether it is what an entry holds that may be about a begrip."""
    return token.startswith(_WEAK)


def is_begrip(token: str) -> bool:
    return token.startswith((_CONFIRMED, _STRONG, _WEAK))
