"""Which of the typed words count."""

from typing import Final

from search.analysis import Token, analyse
from search.begrippen.phrases import is_filler

MAX_WORDS: Final = 12


def used_of(text: str) -> str:
    """Return `text` up to and including its content word MAX_WORDS, each counted once."""
    seen: set[str] = set()
    used: list[str] = []
    for token in analyse(text):
        if not token.is_stop_word and token.folded not in seen:
            if len(seen) == MAX_WORDS:
                return " ".join(used)
            seen.add(token.folded)
        used.append(token.folded)
    return text


def content_of(text: str) -> list[Token]:
    """Return the words of `text` that carry meaning, each once, MAX_WORDS at most."""
    return [token for token in dict.fromkeys(analyse(text)) if not token.is_stop_word][:MAX_WORDS]


def stop_words_of(text: str) -> list[Token]:
    """Return the other words of `text`, each once, MAX_WORDS at most."""
    return [token for token in dict.fromkeys(analyse(text)) if token.is_stop_word][:MAX_WORDS]


def fillers_of(content: list[Token]) -> frozenset[str]:
    """Return the folded words that say nothing about which help; none if there is nothing else."""
    fillers = frozenset(typed.folded for typed in content if is_filler(typed.folded))
    return fillers if len(fillers) < len(content) else frozenset()
