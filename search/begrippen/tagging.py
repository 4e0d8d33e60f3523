"""Which begrippen a voorziening is about, suggested from its text: strong ones and weak ones.

The preferred terms and the aanbieder's words (`aanbod`) are looked for; a resident's words ("geld",
"ouders") say less about what an entry offers. A way that is in the text whole, or nearly, counts by
how rare its words are and where they stand. Each way waits under its rarest words, so that one
entry costs about half a millisecond.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Final, NamedTuple

from search.analysis import analyse
from search.begrippen.phrases import Unit, keys_of, units
from search.begrippen.thesaurus import Thesaurus, thesaurus

STRONG: Final = 4
WEAK: Final = 8
# The least score, as a share of the best one of the entry, and at all: below it is chance.
LEAST_STRONG: Final = 0.30
LEAST_WEAK: Final = 0.08
LEAST: Final = 0.15
GOOD: Final = 0.8  # an entry whose best score is lower is measured against this
# How much a word in a field is worth, and how many words the field usually has.
FIELDS: Final[Mapping[str, tuple[float, float]]] = {
    "naam": (4.0, 3.0),
    "trefwoorden": (2.5, 4.0),
    "aanbieder": (0.5, 3.0),
    "tekst": (1.0, 18.0),
}
LENGTH: Final = 0.4  # how much less the words of a long field count
ENOUGH: Final = 1.0  # weight of a word that certainly is what the entry is about
TELLING: Final = 6.0  # idf of the words of a way that says it all
MOST_OF_WAY: Final = 0.75  # of the idf of its words must be in the text
ALL_PARTS: Final = 0.45  # a compound of which the text has the parts apart
LOOSE: Final = 0.7  # a way of which only one word is no filler
RESIDENT: Final = 0.25  # a way that residents say it
RESIDENT_NOUN: Final = 0.5  # if one word of it is no stop word
NEGATIONS: Final = frozenset({"niet", "geen", "nooit", "niemand", "niks", "zonder"})
RESIDENT_WORDS: Final = 3  # longer ones are sentences, which no entry holds
SAME_LEEFGEBIED: Final = 1.25
OTHER_LEEFGEBIED: Final = 0.85


class Tagged(NamedTuple):
    """Slugs of begrippen, the likeliest first."""

    strong: tuple[str, ...]
    weak: tuple[str, ...]


class Presence(NamedTuple):
    weight: float  # of the fields that hold it
    exact: float  # 1 for a whole word, less for a part of a compound


ABSENT: Final = Presence(0.0, 0.0)


class _Way(NamedTuple):
    begrip: int
    words: tuple[tuple[str, tuple[str, ...], float], ...]  # stems with their parts and idf
    idf: float  # of its words together
    factor: float  # how much it says about an entry that it holds this


class Tagger:
    """An inverted index over the ways to say the begrippen of one thesaurus."""

    def __init__(self, source: Thesaurus) -> None:
        self._begrippen = source.begrippen
        ways = list(_ways(source))
        holders: dict[str, set[int]] = defaultdict(set)
        for position, words, _ in ways:
            for unit in words:
                for key, _ in unit.keys:
                    holders[key].add(position)
        count = len(source.begrippen)
        idf = {
            key: math.log(1 + (count - len(held) + 0.5) / (len(held) + 0.5))
            for key, held in holders.items()
        }
        self._waiting: dict[str, list[_Way]] = defaultdict(list)
        for position, words, factor in ways:
            rarity = {unit: max(idf[key] * share for key, share in unit.keys) for unit in words}
            way = _Way(
                position,
                tuple((unit.stem, unit.parts, rarity[unit]) for unit in words),
                sum(rarity.values()),
                factor,
            )
            for key in _waits_under(rarity, idf):
                self._waiting[key].append(way)

    def tags(self, texts: Mapping[str, str], leefgebieden: Iterable[str] = ()) -> Tagged:
        """Suggest begrippen for one entry.

        Args:
            texts: keys of FIELDS.
            leefgebieden: slugs that the entry carries.
        """
        present = _presence(texts)
        scores: dict[int, float] = defaultdict(float)
        seen: set[int] = set()
        for key in present:
            for way in self._waiting.get(key, ()):
                if id(way) in seen:
                    continue
                seen.add(id(way))
                score = _score(way, present)
                if score:
                    scores[way.begrip] += score * (1 - min(scores[way.begrip], 0.9))
        own = frozenset(leefgebieden)
        for position in scores:
            near = self._begrippen[position].leefgebied in own
            scores[position] *= SAME_LEEFGEBIED if near else OTHER_LEEFGEBIED
        ordered = sorted(scores.items(), key=lambda item: (-item[1], item[0]))[: STRONG + WEAK]
        if not ordered:
            return Tagged((), ())
        best = max(ordered[0][1], GOOD)
        strong = [p for p, s in ordered[:STRONG] if s >= LEAST_STRONG * best]
        weak = [p for p, s in ordered[len(strong) :] if s >= max(LEAST, LEAST_WEAK * best)]
        return Tagged(
            tuple(self._begrippen[p].slug for p in strong),
            tuple(self._begrippen[p].slug for p in weak),
        )


def _ways(source: Thesaurus) -> Iterator[tuple[int, list[Unit], float]]:
    """Yield begrip, telling words and factor of each way that an entry may hold."""
    for position, begrip in enumerate(source.begrippen):
        for text in dict.fromkeys((begrip.term, *begrip.aanbod)):
            yield from _way(position, units(text), 1.0)
        for text in begrip.vraag:
            words = units(text)
            if len(words) == 1:
                # Without its "niet", "ik wil niet meer leven" would tag whatever is about life.
                if NEGATIONS.isdisjoint(token.folded for token in analyse(text)):
                    yield from _way(position, words, RESIDENT_NOUN)
            elif len(words) <= RESIDENT_WORDS and sum(not unit.is_filler for unit in words) > 1:
                yield from _way(position, words, RESIDENT)


def _way(
    position: int, words: list[Unit], factor: float
) -> Iterator[tuple[int, list[Unit], float]]:
    telling = [unit for unit in words if not unit.is_filler]
    if telling:
        loose = len(telling) == 1 < len(words)
        yield position, telling, factor * (LOOSE if loose else 1.0)


def _waits_under(rarity: Mapping[Unit, float], idf: Mapping[str, float]) -> Iterable[str]:
    """Return keys of which a text that holds the way has at least one.

    A text may lack words up to a quarter of the weight, so the rarest words that weigh more than
    that together will do; of a compound its stem or its rarest part.
    """
    keys: dict[str, None] = {}
    lacking = (1 - MOST_OF_WAY) * sum(rarity.values())
    for unit in sorted(rarity, key=lambda unit: -rarity[unit]):
        keys[unit.stem] = None
        if unit.parts:
            keys[max(unit.parts, key=lambda part: idf[part])] = None
        lacking -= rarity[unit]
        if lacking < 0:
            break
    return keys


def _score(way: _Way, present: Mapping[str, Presence]) -> float:
    found, weight, exact = 0.0, 0.0, 0.0
    for stem, parts, idf in way.words:
        best = present.get(stem)
        if best is None and parts and all(part in present for part in parts):
            weakest = min(present[part] for part in parts)
            best = Presence(weakest.weight, ALL_PARTS * weakest.exact)
        if best is not None:
            found += idf
            weight += idf * best.weight
            exact += idf * best.exact
    if found < MOST_OF_WAY * way.idf:
        return 0.0
    sure = min(1.0, weight / way.idf / ENOUGH) * exact / way.idf
    return way.factor * way.idf / TELLING * sure * found / way.idf


def _presence(texts: Mapping[str, str]) -> dict[str, Presence]:
    """Return each stem and part of the entry with its weight over all fields."""
    present: dict[str, Presence] = {}
    for name, (worth, usual) in FIELDS.items():
        tokens = [token for token in analyse(texts.get(name, "")) if not token.is_stop_word]
        if not tokens:
            continue
        share = worth / max(0.5, 1 + LENGTH * (len(tokens) / usual - 1))
        for token in tokens:
            for key, exact in keys_of(token):
                known = present.get(key, ABSENT)
                present[key] = Presence(known.weight + share, max(known.exact, exact))
    return present


@cache
def tagger() -> Tagger:
    """The tagger of the begrippen that ship with the code."""
    return Tagger(thesaurus())
