"""Ways to say a begrip that stand in an entry as a whole."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from search.analysis import analyse
from search.analysis.fold import words
from search.begrippen.phrases import Unit, units
from search.begrippen.tagging.texts import Presence
from search.begrippen.thesaurus import Thesaurus

SURE: Final = 1.0  # weight of a word that certainly is what the entry is about
TELLING: Final = 6.0  # idf of the words of a way that says it all
ALL_PARTS: Final = 0.45  # a compound of which the text has the parts apart
RESIDENT: Final = 0.5  # a word that residents say
NEGATIONS: Final = frozenset({"niet", "geen", "nooit", "niemand", "niks", "zonder"})
_SHORT: Final = 2  # letters: "AA" is no part of "Drentsche Aa"


class _Way(NamedTuple):
    begrip: int
    words: tuple[tuple[str, tuple[str, ...], float], ...]  # stems with their parts and idf
    idf: float  # of its words together
    factor: float  # how much it says about an entry that it holds this
    literal: str  # "" or what the text must hold as it is written


class WayIndex:
    """Finds ways by their rarest word, of which an entry that holds the way has the stem or a part.

    Args:
        source: whose preferred terms, words of aanbieders and single words of residents count;
            what residents say in more words is not what an entry offers.
        idf: how rare each stem or part is.
    """

    def __init__(self, source: Thesaurus, idf: Mapping[str, float]) -> None:
        self._waiting: dict[str, list[_Way]] = defaultdict(list)
        for begrip, parts, factor, literal in _ways(source):
            rarity = {unit: max(idf[key] * share for key, share in unit.keys) for unit in parts}
            way = _Way(
                begrip,
                tuple((unit.stem, unit.parts, rarity[unit]) for unit in parts),
                sum(rarity.values()),
                factor,
                literal,
            )
            rarest = max(parts, key=lambda unit: rarity[unit])
            self._waiting[rarest.stem].append(way)
            if rarest.parts:
                part = max(rarest.parts, key=lambda key: idf[key])
                self._waiting[part].append(way)

    def find(self, present: Mapping[str, Presence], texts: Mapping[str, str]) -> dict[int, float]:
        """Return begrip → how much the ways in the text say together, from 0 up."""
        found: dict[int, float] = defaultdict(float)
        written = _Written(texts)
        seen: set[int] = set()
        for key in present:
            for way in self._waiting.get(key, ()):
                if id(way) in seen:
                    continue
                seen.add(id(way))
                score = _score(way, present)
                if score and written.holds(way.literal):
                    found[way.begrip] += score
        return found


class _Written:
    """The text of an entry, for what must stand there letter by letter."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._folded = ""

    def holds(self, literal: str) -> bool:
        if not literal:
            return True
        if len(literal) <= _SHORT:
            return any(re.search(rf"\b{literal}\b", text) for text in self._texts.values())
        if not self._folded:
            self._folded = " . ".join(" ".join(words(text)) for text in self._texts.values())
        return f" {literal} " in f" {self._folded} "


def _ways(source: Thesaurus) -> Iterator[tuple[int, list[Unit], float, str]]:
    """Yield begrip, words, factor and what must be literally there."""
    for position, begrip in enumerate(source.begrippen):
        for text in dict.fromkeys((begrip.term, *begrip.aanbod)):
            literal = _literal(text) if text != begrip.term else ""
            yield from _way(position, units(text), 1.0, literal)
        for text in begrip.vraag:
            parts = units(text)
            # Without its "niet", "ik wil niet meer leven" would tag whatever is about life.
            if len(parts) == 1 and NEGATIONS.isdisjoint(token.folded for token in analyse(text)):
                yield from _way(position, parts, RESIDENT, text if len(text) <= _SHORT else "")


def _way(
    position: int, parts: list[Unit], factor: float, literal: str
) -> Iterator[tuple[int, list[Unit], float, str]]:
    if not all(unit.is_filler for unit in parts):
        yield position, parts, factor, literal


def _literal(text: str) -> str:
    """Return the folded text of a proper name ("Zorg van Nu"), or a very short abbreviation."""
    if len(text) <= _SHORT:
        return text
    first, *rest = text.split()
    if rest and first[0].isupper() and not first.isupper():
        return " ".join(words(text))
    return ""


def _score(way: _Way, present: Mapping[str, Presence]) -> float:
    weight, exact = 0.0, 0.0
    for stem, parts, idf in way.words:
        held = present.get(stem)
        if held is not None:
            weight += idf * held.weight
            exact += idf * held.exact
        elif parts and all(part in present for part in parts):
            weakest = min(present[part] for part in parts)
            weight += idf * weakest.weight
            exact += idf * ALL_PARTS * weakest.exact
        else:
            return 0.0
    sure = min(1.0, weight / way.idf / SURE) * exact / way.idf
    return way.factor * way.idf / TELLING * sure
