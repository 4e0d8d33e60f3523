"""A phrase as words with weighted keys, so that two phrases can be compared word by word."""

from collections.abc import Iterable
from functools import cache, lru_cache
from importlib import resources
from typing import Final, NamedTuple

from search.analysis import Token, analyse, fold

WHOLE: Final = 1.0
HEAD: Final = 0.5  # vervoer for ouderenvervoer: the last part says what it is
PART: Final = 0.35  # ouderen for ouderenvervoer
FILLER: Final = 0.1  # of a word that every question holds, beside words that say which


class Unit(NamedTuple):
    """One word of a phrase."""

    word: str  # folded
    stem: str
    keys: tuple[tuple[str, float], ...]  # stem and parts → how much of the word each is
    parts: tuple[str, ...]  # stems of the parts, () when the word is no known compound
    is_filler: bool
    weight: float  # FILLER for a word that says nothing, else 1


@lru_cache(maxsize=100_000)
def keys_of(token: Token) -> tuple[tuple[str, float], ...]:
    """Return the stem and the parts of one word, each with how much of the word it is."""
    parts = dict.fromkeys(token.parts, PART)
    if parts:
        parts[token.parts[-1]] = HEAD
    return tuple((parts | {token.stem: WHOLE}).items())


def units(text: str) -> list[Unit]:
    """Return the words of `text` that count, each once; stop words only if there is no other."""
    return units_of(analyse(text))


def units_of(typed: Iterable[Token]) -> list[Unit]:
    """Return the same for words that were analysed before."""
    tokens = list(dict.fromkeys(typed))
    content = [token for token in tokens if not token.is_stop_word] or tokens
    fillers = _fillers()
    telling = any(token.folded not in fillers for token in content)
    return [
        Unit(
            token.folded,
            token.stem,
            keys_of(token),
            token.parts,
            token.folded in fillers,
            FILLER if telling and token.folded in fillers else 1.0,
        )
        for token in content
    ]


def is_filler(word: str) -> bool:
    """Tell whether a folded word is in every question for help and says nothing about which."""
    return word in _fillers()


@cache
def _fillers() -> frozenset[str]:
    path = resources.files("search.begrippen") / "data" / "filler.txt"
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(
        fold(word) for line in lines if not line.startswith("#") for word in line.split()
    )
