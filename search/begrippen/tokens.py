"""Begrippen among the words of an index: tokens that no word can be."""

from typing import Final

# Words hold neither colon nor tilde, so a begrip never matches what somebody typed.
_STRONG: Final = "begrip:"
_WEAK: Final = "begrip~"


def strong_token(slug: str) -> str:
    """What an entry holds that certainly is about the begrip."""
    return _STRONG + slug


def weak_token(slug: str) -> str:
    """What an entry holds that may be about the begrip."""
    return _WEAK + slug


def is_begrip(token: str) -> bool:
    return token.startswith((_STRONG, _WEAK))
