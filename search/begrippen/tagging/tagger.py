"""Weighs what speaks for each begrip, and says how likely it is that the entry is about it.

The weights are those of a logistic regression on the confirmed begrippen of 183 entries, rounded.
Learnt on three gemeenten and measured on the fourth, four times, they find 78 % of the confirmed
begrippen among the first four and 90 % among the first twelve.
"""

import heapq
import math
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from search.begrippen.tagging.likeness import Likeness
from search.begrippen.tagging.texts import presence
from search.begrippen.tagging.ways import WayIndex
from search.begrippen.thesaurus import Thesaurus, thesaurus
from search.lists.kept import Kept

STRONG: Final = 4
WEAK: Final = 8
LEAST_STRONG: Final = 0.2  # chance that the entry is about it
LEAST_WEAK: Final = 0.02
ALIKE: Final = 20  # so many of the likest begrippen are weighed, also when no way is in the text
# What speaks for a begrip, in log odds.
BASE: Final = -4.4
WAYS: Final = 0.7  # of the logarithm of what the whole ways in the text say
NO_WAY: Final = 0.02  # what none of them says
LEEFGEBIED: Final = 1.9  # the entry has its leefgebied
LIKENESS: Final = 3.7  # its words, against the begrip whose words are likest
NARROWER: Final = 0.8  # ways of a narrower begrip
BROADER: Final = 0.6  # ways of the broader one
MOST_NEAR: Final = 1.5  # and no more of either than this
ENTRANCE: Final = 0.4  # of the logarithm of how many begrippen are narrower: editors choose these


class Tagged(NamedTuple):
    """Slugs of begrippen, the likeliest first."""

    strong: tuple[str, ...]
    weak: tuple[str, ...]


class Tagger:
    """Suggests begrippen of one thesaurus; an entry takes half a millisecond."""

    def __init__(self, source: Thesaurus) -> None:
        self._source = source
        self._likeness = Likeness(source)
        self._ways = WayIndex(source, self._likeness.idf)

    def tags(self, texts: Mapping[str, str], leefgebieden: Iterable[str] = ()) -> Tagged:
        """Suggest begrippen for one entry.

        Args:
            texts: keys of FIELDS.
            leefgebieden: slugs that the entry carries.
        """
        likely = heapq.nsmallest(
            STRONG + WEAK,
            ((-chance, begrip) for begrip, chance in self._chances(texts, frozenset(leefgebieden))),
        )
        strong = [begrip for chance, begrip in likely[:STRONG] if -chance >= LEAST_STRONG]
        weak = [
            begrip
            for chance, begrip in likely[len(strong) : len(strong) + WEAK]
            if -chance >= LEAST_WEAK
        ]
        return Tagged(self._slugs(strong), self._slugs(weak))

    def _chances(
        self, texts: Mapping[str, str], own: frozenset[str]
    ) -> Iterator[tuple[int, float]]:
        """Yield each begrip that the text may be about, with the chance that it is."""
        present = presence(texts)
        ways = self._ways.find(present, texts)
        likeness = self._likeness.of(present)
        likest = heapq.nsmallest(ALIKE, likeness, key=lambda begrip: (-likeness[begrip], begrip))
        best = likeness[likest[0]] if likest else 1.0
        above, below = self._source.broader, self._source.narrower
        weighed = {*ways, *likest}
        weighed |= {above[begrip] for begrip in weighed if begrip in above}
        for begrip in weighed:
            narrower = below.get(begrip, ())
            odds = (
                BASE
                + WAYS * math.log(NO_WAY + ways.get(begrip, 0.0))
                + LEEFGEBIED * (self._source.begrippen[begrip].leefgebied in own)
                + LIKENESS * likeness.get(begrip, 0.0) / best
                + NARROWER * min(MOST_NEAR, max((ways.get(n, 0.0) for n in narrower), default=0.0))
                + BROADER * min(MOST_NEAR, ways.get(above.get(begrip, -1), 0.0))
                + ENTRANCE * math.log1p(len(narrower))
            )
            yield begrip, 1 / (1 + math.exp(-odds))

    def _slugs(self, positions: Iterable[int]) -> tuple[str, ...]:
        return tuple(self._source.begrippen[position].slug for position in positions)


def _make() -> Tagger:
    return Tagger(thesaurus())


_kept: Final = Kept(_make, ("begrippen", "woordenlijst"))


def tagger() -> Tagger:
    """The tagger of the begrippen in force."""
    return _kept.get()
