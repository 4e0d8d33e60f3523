"""Stretches of words that may be the name of a place, with what stands around them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from search.analysis import token
from socialmap.text import fold_name

MAX_NAME_WORDS: Final = 4  # Capelle aan den IJssel
MIN_LETTERS: Final = 3

_WORD: Final = re.compile(r"\S+")
_EDGE: Final = '.,;:!?()"“”„'
# Before a name they say that something is there ("in Leek"), and go with it.
PREPOSITIONS: Final = frozenset(
    {"in", "te", "bij", "rond", "rondom", "nabij", "vlakbij", "uit", "omgeving", "omstreken"}
    | {"regio", "gemeente", "dorp", "stad"}
)
# Between such a word and the name: "in de buurt van Leek", "omgeving van Leek".
_LEADS: Final = frozenset({"in", "de", "het", "buurt", "omgeving", "regio", "gemeente", "van"})


@dataclass(frozen=True, slots=True)
class TypedWord:
    """One word between spaces, without the punctuation around it."""

    text: str
    folded: str

    @property
    def is_capitalised(self) -> bool:
        return self.text[:1].isupper() and not self.text.isupper()


class Sentence:
    """The words of a question in order."""

    def __init__(self, text: str) -> None:
        stripped = (match[0].strip(_EDGE) for match in _WORD.finditer(text))
        self.words = [TypedWord(word, fold_name(word)) for word in stripped if word]

    def stretches(self) -> Iterator["Stretch"]:
        """Yield what may be a name, the longest first and then the last first."""
        for size in range(min(MAX_NAME_WORDS, len(self.words)), 0, -1):
            for start in range(len(self.words) - size, -1, -1):
                stretch = Stretch(self, start, start + size)
                if stretch.may_be_name:
                    yield stretch


@dataclass(frozen=True)
class Stretch:
    """The words of `sentence` from `start` up to `end`."""

    sentence: Sentence
    start: int
    end: int

    @cached_property
    def name(self) -> str:
        """As `Plaats.zoeknaam` has it."""
        return " ".join(word.folded for word in self._words)

    @property
    def typed(self) -> str:
        return " ".join(word.text for word in self._words)

    @property
    def may_be_name(self) -> bool:
        if self.end - self.start == 1 and token(self.name).is_stop_word:
            return False  # Een is a village in Noordenveld
        return len(self.name) >= MIN_LETTERS and not any(map(str.isdigit, self.name))

    @property
    def before(self) -> str:
        """The folded word in front, "" at the beginning."""
        return self.sentence.words[self.start - 1].folded if self.start else ""

    @property
    def is_first(self) -> bool:
        return self.start == 0

    @property
    def is_last(self) -> bool:
        return self.end == len(self.sentence.words)

    @property
    def is_capitalised(self) -> bool:
        """Whether the writer marked it as a name: the last word has a capital, the first has not.

        The first word of a sentence has one anyway.
        """
        words = self.sentence.words
        return self._words[-1].is_capitalised and not (
            self.start == 0 or all(word.is_capitalised for word in words)
        )

    @cached_property
    def has_preposition(self) -> bool:
        return self._lead < self.start

    @property
    def rest(self) -> str:
        """The other words, without what leads to the name."""
        words = self.sentence.words
        return " ".join(word.text for word in [*words[: self._lead], *words[self.end :]])

    @property
    def _words(self) -> list[TypedWord]:
        return self.sentence.words[self.start : self.end]

    @cached_property
    def _lead(self) -> int:
        """Return where the words that lead to the name begin; `start` when there are none."""
        words = self.sentence.words
        at = self.start
        while at and words[at - 1].folded in _LEADS | PREPOSITIONS:
            at -= 1
        lead = {word.folded for word in words[at : self.start]}
        if lead & PREPOSITIONS or {"buurt", "van"} <= lead:
            # "van" or "de" alone lead nowhere: "iemand van de gemeente in Leek".
            while words[at].folded in {"van", "de", "het"}:
                at += 1
            return at
        return self.start
