"""Begrippen for who is still typing: every way to say them, found from any of its words on.

One long text of all ways with the places where a word begins, sorted by what follows: a few
megabytes for 45,000 ways, and one search by halves for what is typed.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from search.analysis import analyse, token
from search.analysis.fold import words
from search.begrippen.thesaurus import thesaurus
from search.begrippen.values import Thesaurus
from search.lists.kept import Kept

# Where what was typed may stand: at the start of the term, at a word of it, and so in another way.
TERM, IN_TERM, WAY, IN_WAY = range(4)
WEIGHTS: Final = np.array([8.0, 4.0, 2.0, 1.0])
MOST: Final = 40
_COMPARED: Final = 40  # characters
_END: Final = "\n"


class Begun(NamedTuple):
    """A begrip that what was typed may be the beginning of."""

    slug: str
    term: str
    way: str  # how it goes on from what was typed; "" when the term does
    weight: float  # how often it is said so; from WEIGHTS[TERM] when the term begins so


class Beginnings:
    """The ways to say the begrippen of one thesaurus, by their beginnings."""

    def __init__(self, source: Thesaurus) -> None:
        self._begrippen = [(begrip.slug, begrip.term) for begrip in source.begrippen]
        self._single_words: dict[str, frozenset[str]] = {}  # of those that were asked for
        self._positions = {begrip.slug: n for n, begrip in enumerate(source.begrippen)}
        owners, at, ways, ranks = array("i"), array("i"), array("i"), array("b")
        folded: list[str] = []
        written: list[str] = []
        length = 0
        for position, begrip in enumerate(source.begrippen):
            for way in dict.fromkeys(begrip.ways()):
                found = words(way)
                start = length
                for number, word in enumerate(found):
                    if not number or not token(word).is_stop_word:
                        at.append(start)
                        ways.append(len(owners))
                        ranks.append((TERM if way == begrip.term else WAY) + bool(number))
                    start += len(word) + 1
                if found:
                    owners.append(position)
                    written.append(" ".join(way.split()))
                    folded.append(" ".join(found))
                    length = start
        self._text = _END.join(folded)
        # Texts of another script take twice the room, so the ways stand in a text of their own.
        self._written = _END.join(written)
        self._written_at = _starts(written)
        text = self._text
        order = sorted(range(len(at)), key=lambda i: text[at[i] : at[i] + _COMPARED])
        self._at = np.array(at, dtype=np.int32)[order]
        self._ways = np.array(ways, dtype=np.int32)[order]
        self._ranks = np.array(ranks, dtype=np.int8)[order]
        self._owners = np.array(owners, dtype=np.int32)

    def begrippen(self, text: str) -> list[Begun]:
        """Return at most MOST begrippen that `text` may be the beginning of.

        Those whose term begins so come first, then those that say it so in the most ways. What has
        a small share of the weight of the first only holds the word somewhere in a sentence.
        """
        typed = " ".join(words(text))[:_COMPARED]
        part = self._beginning_with(typed)
        ways, ranks = self._ways[part], self._ranks[part]
        owners = self._owners[ways]
        weights = np.bincount(owners, WEIGHTS[ranks], minlength=len(self._begrippen))
        terms = set(owners[ranks == TERM].tolist())
        found = sorted(
            np.flatnonzero(weights).tolist(),
            key=lambda owner: (owner not in terms, -weights[owner], self._begrippen[owner]),
        )
        return [
            Begun(
                *self._begrippen[owner],
                self._way_of(ways[mine], ranks[mine]),
                float(weights[owner]),
            )
            for owner in found[:MOST]
            for mine in (owners == owner,)
        ]

    def ways_of(self, slug: str) -> list[str]:
        """Return every way to say a begrip, [] of one that is not there."""
        owner = self._positions.get(slug)
        if owner is None:
            return []
        first, end = np.searchsorted(self._owners, (owner, owner + 1))
        return [self._written_way(way) for way in range(first, end)]

    def single_words(self, slug: str) -> frozenset[str]:
        """Return the stems of the ways to say a begrip that are one word beside stop words."""
        known = self._single_words.get(slug)
        if known is None:
            words = (
                [word for word in analyse(way) if not word.is_stop_word]
                for way in self.ways_of(slug)
            )
            known = frozenset(found[0].stem for found in words if len(found) == 1)
            self._single_words[slug] = known
        return known

    def _beginning_with(self, typed: str) -> slice:
        if not typed:
            return slice(0, 0)
        places, size = range(len(self._at)), len(typed)

        def beginning(place: int) -> str:
            start = int(self._at[place])
            return self._text[start : start + size]

        return slice(
            bisect_left(places, typed, key=beginning), bisect_right(places, typed, key=beginning)
        )

    def _way_of(self, ways: NDArray[np.int32], ranks: NDArray[np.int8]) -> str:
        best = int(ranks.min())
        if best <= IN_TERM:
            return ""
        texts = [self._written_way(int(way)) for way in ways[ranks == best]]
        return min(texts, key=lambda way: (len(way), way))

    def _written_way(self, way: int) -> str:
        start, end = self._written_at[way : way + 2]
        return self._written[start : end - 1]


def _starts(texts: Iterable[str]) -> NDArray[np.int32]:
    """Return where each text starts in the joined one, and where the next would."""
    return np.cumsum([0, *(len(text) + 1 for text in texts)], dtype=np.int32)


_kept: Final = Kept(lambda: Beginnings(thesaurus()), ("begrippen", "woordenlijst"))


def beginnings() -> Beginnings:
    """The beginnings of the begrippen in force."""
    return _kept.get()
