"""The words as typed, made safe: what is shown again in the field and given to the analysis."""

from typing import Final

from search.analysis import analyse

MAX_CHARACTERS: Final = 200


def clean_words(text: str) -> str:
    """One line of at most `MAX_CHARACTERS`, with single spaces."""
    return " ".join(text.split())[:MAX_CHARACTERS].strip()


def content_words(text: str) -> list[str]:
    """The folded words that carry meaning, each once; stop words too when nothing else is left."""
    tokens = analyse(clean_words(text))
    found = [t.folded for t in tokens if not t.is_stop_word] or [t.folded for t in tokens]
    return list(dict.fromkeys(found))
