"""How much of what an entry says is what people say about a begrip, word by word."""

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Final

from search.begrippen.phrases import units
from search.begrippen.tagging.texts import Presence
from search.begrippen.thesaurus import Thesaurus

HALF: Final = 2.0  # so many ways with a word are half of always


class Likeness:
    """Words of begrippen, each counting by how rare it is and in how many ways of the begrip."""

    def __init__(self, source: Thesaurus) -> None:
        held: dict[str, Counter[int]] = defaultdict(Counter)
        for position, begrip in enumerate(source.begrippen):
            for text in dict.fromkeys((begrip.term, *begrip.vraag, *begrip.aanbod)):
                for unit in units(text):
                    for key, _ in unit.keys:
                        held[key][position] += 1
        count = len(source.begrippen)
        self.idf = {
            key: math.log(1 + (count - len(by) + 0.5) / (len(by) + 0.5)) for key, by in held.items()
        }
        self._postings = {
            key: (
                array("H", by),
                array("f", (self.idf[key] * often / (often + HALF) for often in by.values())),
            )
            for key, by in held.items()
        }

    def of(self, present: Mapping[str, Presence]) -> dict[int, float]:
        """Return begrip → how much its words and those of the entry have in common, above 0."""
        shared: dict[int, float] = defaultdict(float)
        for key, (_, _, telling) in present.items():
            if telling and key in self._postings:
                for begrip, weight in zip(*self._postings[key], strict=True):
                    shared[begrip] += telling * weight
        return shared
