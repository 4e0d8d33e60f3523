"""What somebody who is still typing may mean: how a beginning meets a name, for every engine.

Every word but the last is complete; the last may go on. Names of entries are found by any of their
words, in any order; names of aanbieders from any of their words on.
"""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple, Self

from search.analysis import Token, analyse
from search.documents import Document

MAX_WORDS: Final = 12
# Before what was typed, and before the name as written: no word holds it.
SEPARATOR: Final = "\x1f"
_LONGEST: Final = 100  # characters
# How a name may open without saying whose it is. As a way in they would cost 370 ms for the letters
# "st" at 200,000 entries, and lead nowhere.
_OPENINGS: Final = frozenset({"stichting", "vereniging", "gemeente"})


class Beginning(NamedTuple):
    """What was typed, as tokens."""

    whole: str  # folded, single spaces, without "Stichting" and the like in front
    words: tuple[str, ...]  # stems of the complete words, stop words left out
    last: str  # folded: the word that may go on
    last_stem: str

    @classmethod
    def of(cls, text: str) -> Self | None:
        """Return the tokens of `text`, None when it has no word."""
        tokens = analyse(text)[:MAX_WORDS]
        if not tokens:
            return None
        words = tuple(token.stem for token in tokens[:-1] if not token.is_stop_word)
        whole = " ".join(token.folded for token in _without_opening(tokens))
        return cls(whole[:_LONGEST], words, tokens[-1].folded, tokens[-1].stem)

    def goes_on_as(self, stem: str) -> bool:
        """Tell whether the last word may be the beginning of a word with this stem."""
        return stem == self.last_stem or stem.startswith(self.last)


class AanbiederName(NamedTuple):
    """One way into the name of an aanbieder: from one of its words on."""

    begins: str  # folded, from that word on
    naam: str
    slug: str
    is_whole: bool

    @classmethod
    def read(cls, key: str) -> Self:
        begins, place, naam, slug = key.split(SEPARATOR)
        return cls(begins, naam, slug, place == "0")

    @property
    def key(self) -> str:
        """The exact value that an index keeps: it begins with what somebody types."""
        return SEPARATOR.join((self.begins, "0" if self.is_whole else "1", self.naam, self.slug))


def aanbieder_names(document: Document) -> Iterator[AanbiederName]:
    """Yield the ways into the names of the aanbieders of `document`."""
    for slug, naam in document.aanbieders:
        tokens = _without_opening(analyse(naam)[:MAX_WORDS])
        written = "".join(filter(str.isprintable, naam))[:_LONGEST]
        for position, token in enumerate(tokens):
            if position == 0 or not token.is_stop_word:
                begins = " ".join(t.folded for t in tokens[position:])[:_LONGEST]
                yield AanbiederName(begins, written, slug, position == 0)


def first_stem(document: Document) -> str:
    """Return the stem of the first word of the name that says something, "" without any word."""
    tokens = analyse(document.texts.get("naam", ""))
    return next(_telling(tokens), "")


def likeliest(names: Iterable[tuple[AanbiederName, int]]) -> list[tuple[AanbiederName, int]]:
    """Return each aanbieder once, with its count: whole names first, then by entries."""
    found: dict[str, tuple[AanbiederName, int]] = {}
    for name, count in names:
        known = found.get(name.slug)
        if count and (known is None or name.is_whole):
            found[name.slug] = (name, count)
    return sorted(
        found.values(), key=lambda one: (not one[0].is_whole, -one[1], one[0].naam, one[0].slug)
    )


def _without_opening(tokens: list[Token]) -> list[Token]:
    return tokens[1:] if len(tokens) > 1 and tokens[0].folded in _OPENINGS else tokens


def _telling(tokens: list[Token]) -> Iterator[str]:
    yield from (token.stem for token in tokens if not token.is_stop_word)
    yield from (token.stem for token in tokens)
