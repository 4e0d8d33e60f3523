"""What a visitor means: a query's text to begrippen, with how sure that is.

Each way to say a begrip is compared with the query word by word, rare words counting more. An
inverted index from word to ways keeps that under a millisecond for 25,000 ways.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cache
from typing import Final, NamedTuple

from search.analysis import token
from search.analysis.derivations import relatives
from search.begrippen.phrases import PART, Unit, keys_of, units
from search.begrippen.thesaurus import Thesaurus, thesaurus
from search.typos import SpellingIndex

# The likeness of a query and a way to say a begrip is what they have in common, against that and a
# share of what each has besides. Measured on 448 new phrases, one measure of many: these shares may
# halve or double without the first three changing by more than two in a hundred.
REST_OF_QUERY: Final = 0.5
REST_OF_WAY: Final = 0.35
BAG: Final = 0.4  # how much it counts that any ways of the begrip hold the words, and how often
HALF: Final = 1.0  # so many ways with the word are half of always
MOST: Final = 6
LEAST: Final = 0.30  # below this the likeness is chance
FAMILY: Final = 0.75  # of a word, for its relative: eenzaamheid for eenzaam
TYPO: Final = 0.85  # the same for what it may be a mistake for, divided by the distance
UNKNOWN: Final = 3.0  # weight of a word that no way holds
# Neighbours order a little and never match.
NARROWER: Final = 0.35
BROADER: Final = 0.3
LEAST_NEAR: Final = 0.15
MOST_NEAR: Final = 8

_Asked = list[tuple[Unit, Mapping[str, float], float]]  # word, its keys, its weight


class Meant(NamedTuple):
    """A begrip that a query reaches."""

    slug: str
    weight: float  # 0 to 1
    words: frozenset[str]  # folded words of the query that it explains


class Matcher:
    """An inverted index over the ways to say the begrippen of one thesaurus."""

    def __init__(self, source: Thesaurus) -> None:
        self._thesaurus = source
        self._owner: list[int] = []  # way → begrip
        self._size: list[float] = []  # way → weight of all its words
        self._postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
        ways: list[list[Unit]] = []
        holders: dict[str, Counter[int]] = defaultdict(Counter)
        surfaces: Counter[str] = Counter()
        for position, begrip in enumerate(source.begrippen):
            for text in dict.fromkeys(begrip.ways()):
                words = units(text)
                if not words:
                    continue
                ways.append(words)
                self._owner.append(position)
                surfaces.update(unit.word for unit in words)
                for unit in words:
                    for key, _ in unit.keys:
                        holders[key][position] += 1
        count = len(source.begrippen)
        self._idf = {
            key: math.log(1 + (count - len(held) + 0.5) / (len(held) + 0.5))
            for key, held in holders.items()
        }
        self._often = {
            key: {position: often / (often + HALF) for position, often in held.items()}
            for key, held in holders.items()
        }
        for way, words in enumerate(ways):
            shares: dict[str, float] = {}
            for unit in words:
                for key, share in unit.keys:
                    shares[key] = max(shares.get(key, 0.0), share * unit.weight)
            for key, share in shares.items():
                self._postings[key].append((way, share))
            self._size.append(sum(self._weight(unit, dict(unit.keys)) for unit in words))
        self._broader = {begrip.slug: begrip.breder for begrip in source.begrippen}
        self._spelling = SpellingIndex(surfaces.items())

    def begrippen(self, text: str) -> list[Meant]:
        """Return at most MOST begrippen for `text`, the likeliest first, then their neighbours."""
        asked: _Asked = []
        for unit in units(text):
            keys = self._keys(unit)
            asked.append((unit, keys, self._weight(unit, keys)))
        words: dict[int, set[str]] = defaultdict(set)
        scores = self._scores(asked, words)
        likely = sorted(
            (found for found in scores.items() if found[1] >= LEAST),
            key=lambda found: (-found[1], found[0]),
        )[:MOST]
        meant = [
            Meant(self._slug(position), min(1.0, score), frozenset(words[position]))
            for position, score in likely
        ]
        meant += [
            Meant(self._slug(position), score, frozenset())
            for position, score in self._neighbours(dict(likely))
        ]
        return meant

    def _scores(self, asked: _Asked, words: dict[int, set[str]]) -> dict[int, float]:
        """Return begrip → likeness, 0 to 1; adds to `words` which ones each begrip holds."""
        total = sum(weight for _, _, weight in asked)
        shared: dict[int, float] = defaultdict(float)  # way → weight in common
        bag: dict[int, float] = defaultdict(float)  # begrip → weight of the words it holds
        for unit, keys, weight in asked:
            by_way: dict[int, float] = {}
            by_begrip: dict[int, float] = {}
            for key, share in keys.items():
                for position, often in self._often[key].items():
                    if share * often > by_begrip.get(position, 0.0):
                        by_begrip[position] = share * often
                for way, part in self._postings[key]:
                    least = share if share < part else part
                    if least > by_way.get(way, 0.0):
                        by_way[way] = least
            for way, least in by_way.items():
                shared[way] += least * weight
            for position, share in by_begrip.items():
                bag[position] += share * weight
                if unit.weight == 1.0:
                    words[position].add(unit.word)
        best: dict[int, float] = defaultdict(float)
        for way, common in shared.items():
            besides = REST_OF_QUERY * (total - common)
            besides += REST_OF_WAY * max(0.0, self._size[way] - common)
            score = common / (common + besides)
            if score > best[self._owner[way]]:
                best[self._owner[way]] = score
        return {
            position: (1 - BAG) * score + BAG * bag[position] / total
            for position, score in best.items()
        }

    def _neighbours(self, likely: dict[int, float]) -> list[tuple[int, float]]:
        near: dict[int, float] = defaultdict(float)
        for position, score in likely.items():
            above = self._thesaurus.broader.get(position)
            if above is not None:
                near[above] = max(near[above], BROADER * score)
            for below in self._thesaurus.narrower.get(position, ()):
                near[below] = max(near[below], NARROWER * score)
        found = [
            (position, score)
            for position, score in near.items()
            if score >= LEAST_NEAR and position not in likely
        ]
        return sorted(found, key=lambda item: (-item[1], item[0]))[:MOST_NEAR]

    def _slug(self, position: int) -> str:
        return self._thesaurus.begrippen[position].slug

    def knows(self, stem: str) -> bool:
        """Tell whether some way holds the word: then it is no mistake for another."""
        return stem in self._idf

    def broader(self, slug: str) -> str:
        """Return the slug of the broader begrip, "" at the top."""
        return self._broader.get(slug, "")

    def _keys(self, unit: Unit) -> Mapping[str, float]:
        """Return the keys of a typed word, with its family, or of what it may be a typo of."""
        keys = {key: share for key, share in unit.keys if key in self._idf}
        for relative in relatives(unit.stem):
            if relative in self._idf:
                keys.setdefault(relative, FAMILY)
        if not keys:
            for similar in self._spelling.similar(unit.word)[:2]:
                for key, share in keys_of(token(similar.word)):
                    if key in self._idf:
                        keys.setdefault(key, share * TYPO / similar.distance)
        return keys

    def _weight(self, unit: Unit, keys: Mapping[str, float]) -> float:
        """Return how much a word says: the idf of its rarest key, less for a part."""
        if not keys:
            return unit.weight * UNKNOWN
        return unit.weight * max(self._idf[key] * max(share, PART) for key, share in keys.items())


@cache
def matcher() -> Matcher:
    """The matcher of the begrippen that ship with the code."""
    return Matcher(thesaurus())
