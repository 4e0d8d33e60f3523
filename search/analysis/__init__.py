"""Dutch text to ready tokens, once, for every engine: fold, stop words, stem, compound parts.

Engines index what `layers` returns with a tokenizer that only cuts at white space.
"""

from functools import lru_cache
from typing import Final, NamedTuple

from search.analysis import compounds
from search.analysis.additions import Additions, additions, replace
from search.analysis.compounds import split
from search.analysis.fold import fold, words
from search.analysis.lists import read_words
from search.analysis.stemmer import stem

__all__ = [
    "ANALYSIS_VERSION",
    "SENTINEL",
    "Layers",
    "Token",
    "analyse",
    "fold",
    "forget_words",
    "layers",
    "token",
    "use_additions",
]

# Raise it with every change that gives some word another token: the index is then rebuilt.
ANALYSIS_VERSION: Final = "1"
# In every text field of every document. Fields that are empty in some documents make engines
# disagree about the average length, and so about the order (76 of 500 first tens agreed, with the
# sentinel 500 of 500). No word can look like it: words hold no punctuation but the apostrophe.
SENTINEL: Final = "."
_LONGEST_TOKEN: Final = 64
_STOP_WORDS: Final = read_words("stopwords.txt")


class Token(NamedTuple):
    """One word of a text."""

    folded: str
    stem: str
    parts: tuple[str, ...]  # stems of the parts, () when the word is no known compound
    part_words: tuple[str, ...]  # the same parts as words
    is_stop_word: bool


class Layers(NamedTuple):
    """The tokens of one text field; each list is in the order of the text."""

    surfaces: list[str]
    stems: list[str]
    parts: list[str]


@lru_cache(maxsize=400_000)
def token(word: str) -> Token:
    """Return the token of one folded word."""
    word = word[:_LONGEST_TOKEN]
    part_words = split(word) if word.isalpha() else ()
    parts = tuple(dict.fromkeys(map(stem, part_words)))
    is_stop_word = word in _STOP_WORDS and word not in additions().content
    return Token(word, stem(word), parts, part_words, is_stop_word)


def analyse(text: str) -> list[Token]:
    """Return the tokens of `text` in order, stop words (marked) included."""
    return [token(word) for word in words(text)]


def layers(text: str, *, keep_stop_words: bool = False) -> Layers:
    """Return the tokens that an engine indexes for one field.

    Args:
        text: any text, "" included.
        keep_stop_words: for short fields such as a name, which may consist of nothing else
            ("Doe mee").
    """
    surfaces: list[str] = []
    stems: list[str] = []
    parts: list[str] = []
    for folded, stemmed, stem_parts, part_words, is_stop_word in map(token, words(text)):
        if is_stop_word and not keep_stop_words:
            continue
        surfaces.append(folded)
        stems.append(stemmed)
        if stem_parts:
            parts.extend(stem_parts)
            surfaces.extend(part_words)
    return Layers(surfaces, stems, parts)


def use_additions(new: Additions) -> None:
    """Analyse with the words that editors added from now on, in this process."""
    if new != additions():
        replace(new)
        compounds.forget()
        forget_words()


def forget_words() -> None:
    """Give back the memory of words that were analysed once, in bulk."""
    for cached in (token, split, stem):
        cached.cache_clear()
