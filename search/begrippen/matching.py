"""What a visitor means: a query's text to begrippen, with how sure that is.

Each way to say a begrip is compared with the query word by word, rare words counting more. Arrays
from word to ways (`ways.py`) keep that under a millisecond for 45,000 ways.
"""

from collections import defaultdict
from collections.abc import Mapping
from typing import Final, NamedTuple

import numpy as np

from search.analysis import analyse, token
from search.analysis.derivations import relatives
from search.begrippen.lexicon import Lexicon
from search.begrippen.pairs import Values
from search.begrippen.phrases import PART, Unit, keys_of, units_of
from search.begrippen.thesaurus import Thesaurus, thesaurus
from search.begrippen.ways import Ways
from search.lists.kept import Kept
from search.lists.version import analysis_version
from search.typos import SpellingIndex

# The likeness of a query and a way to say a begrip is what they have in common, against that and a
# share of what each has besides. Measured on 448 new phrases, one measure of many: these shares may
# halve or double without the first three changing by more than two in a hundred.
REST_OF_QUERY: Final = 0.5
REST_OF_WAY: Final = 0.35
# How much it counts that any ways of the begrip hold the words, and how often; and in that, how
# much two words next to each other count against a word.
BAG: Final = 0.6
TOGETHER: Final = 0.3
MOST: Final = 6
LEAST: Final = 0.30  # below this the likeness is chance
FAMILY: Final = 0.75  # of a word, for its relative: eenzaamheid for eenzaam
TYPO: Final = 0.85  # the same for what it may be a mistake for, divided by the distance
UNKNOWN: Final = 3.0  # weight of a word that no way holds
# Neighbours order a little and never match.
NARROWER: Final = 0.28
BROADER: Final = 0.3
LEAST_NEAR: Final = 0.15
MOST_NEAR: Final = 8


class _Asked(NamedTuple):
    """One word of a query, compared with every begrip."""

    unit: Unit
    weight: float
    shared: Values  # way → how much of the word it holds, 0 to 1
    held: Values  # begrip → the same, by how often it holds it


class Meant(NamedTuple):
    """A begrip that a query reaches."""

    slug: str
    weight: float  # 0 to 1
    words: frozenset[str]  # folded words of the query that it explains


class Matcher:
    """Compares queries with the ways to say the begrippen of one thesaurus."""

    def __init__(self, source: Thesaurus, lexicon: Lexicon | None = None) -> None:
        self._ways = Ways(source, lexicon or Lexicon())
        self._spelling = SpellingIndex(self._ways.surfaces())
        self._slugs = [begrip.slug for begrip in source.begrippen]
        self._broader_slugs = {begrip.slug: begrip.breder for begrip in source.begrippen}
        self._broader, self._narrower = source.broader, source.narrower

    def begrippen(self, text: str) -> list[Meant]:
        """Return at most MOST begrippen for `text`, the likeliest first, then their neighbours."""
        typed = analyse(text)
        asked = [self._compared(unit) for unit in units_of(typed)]
        scores = self._scores(asked, self._ways.pairs.evidence(t.stem for t in typed))
        likely = sorted(scores.items(), key=lambda found: (-found[1], found[0]))[:MOST]
        most = max([1.0, *(score for _, score in likely)])  # whose distance to the others stays
        likely = [(position, score / most) for position, score in likely]
        meant = [
            Meant(self._slugs[position], score, _explained(asked, position))
            for position, score in likely
        ]
        meant += [
            Meant(self._slugs[position], score, frozenset())
            for position, score in self._neighbours(dict(likely))
        ]
        return meant

    def _compared(self, unit: Unit) -> _Asked:
        keys = self._keys(unit)
        shared, held = np.zeros(self._ways.count), np.zeros(len(self._slugs))
        for key, share in keys.items():
            ways, parts = self._ways.holding(key)
            shared[ways] = np.maximum(shared[ways], np.minimum(parts, share))
            begrippen, often = self._ways.begrippen_holding(key)
            held[begrippen] = np.maximum(held[begrippen], often * share)
        return _Asked(unit, self._weight(unit, keys), shared, held)

    def _scores(self, asked: list[_Asked], together: Values) -> dict[int, float]:
        """Return begrip → likeness, LEAST to 1 and a little."""
        total = sum(word.weight for word in asked)
        common, bag = np.zeros(self._ways.count), TOGETHER * together
        for word in asked:
            common += word.shared * word.weight
            bag += word.held * word.weight
        ways = np.flatnonzero(common)
        if not len(ways):
            return {}
        common = common[ways]
        besides = REST_OF_QUERY * (total - common)
        besides += REST_OF_WAY * np.maximum(0.0, self._ways.sizes[ways] - common)
        best = np.zeros(len(self._slugs))
        np.maximum.at(best, self._ways.owners[ways], common / (common + besides))
        scores = (1 - BAG) * best + BAG * bag / total
        enough = np.flatnonzero((best > 0) & (scores >= LEAST))
        return dict(zip(enough.tolist(), scores[enough].tolist(), strict=True))

    def _neighbours(self, likely: dict[int, float]) -> list[tuple[int, float]]:
        near: dict[int, float] = defaultdict(float)
        for position, score in likely.items():
            above = self._broader.get(position)
            if above is not None:
                near[above] = max(near[above], BROADER * score)
            for below in self._narrower.get(position, ()):
                near[below] = max(near[below], NARROWER * score)
        found = [
            (position, score)
            for position, score in near.items()
            if score >= LEAST_NEAR and position not in likely
        ]
        return sorted(found, key=lambda item: (-item[1], item[0]))[:MOST_NEAR]

    def knows(self, stem: str) -> bool:
        """Tell whether some way holds the word: then it is no mistake for another."""
        return stem in self._ways

    def broader(self, slug: str) -> str:
        """Return the slug of the broader begrip, "" at the top."""
        return self._broader_slugs.get(slug, "")

    def _keys(self, unit: Unit) -> Mapping[str, float]:
        """Return the keys of a typed word, with its family, or of what it may be a typo of."""
        keys = {key: share for key, share in unit.keys if key in self._ways}
        for relative in relatives(unit.stem):
            if relative in self._ways:
                keys.setdefault(relative, FAMILY)
        if not keys:
            for similar in self._spelling.similar(unit.word)[:2]:
                for key, share in keys_of(token(similar.word)):
                    if key in self._ways:
                        keys.setdefault(key, share * TYPO / similar.distance)
        return keys

    def _weight(self, unit: Unit, keys: Mapping[str, float]) -> float:
        """Return how much a word says: the idf of its rarest key, less for a part."""
        if not keys:
            return unit.weight * UNKNOWN
        rarest = max(self._ways.idf(key) * max(share, PART) for key, share in keys.items())
        return unit.weight * rarest


def _explained(asked: list[_Asked], position: int) -> frozenset[str]:
    return frozenset(
        word.unit.word for word in asked if word.unit.weight == 1.0 and word.held[position] > 0
    )


_lexicons: Final[dict[str, Lexicon]] = {}


def _make() -> Matcher:
    version = analysis_version()
    if version not in _lexicons:  # Other words of the analysis: nothing analysed before counts.
        _lexicons.clear()
    return Matcher(thesaurus(), _lexicons.setdefault(version, Lexicon()))


_kept: Final = Kept(_make, ("begrippen", "woordenlijst"))


def matcher() -> Matcher:
    """The matcher of the begrippen in force."""
    return _kept.get()
