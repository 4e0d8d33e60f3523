"""The begrippen of one voorziening: what a person said about it, and what its text suggests."""

from typing import Any, NamedTuple

from search.begrippen.tagging import tagger
from search.entry_texts import telling_texts
from socialmap.models import Voorziening
from socialmap.serialisation import serialise


class Suggested(NamedTuple):
    """Slugs; the suggestions are the likeliest first."""

    confirmed: tuple[str, ...] = ()
    strong: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()

    @property
    def certain(self) -> tuple[str, ...]:
        """What a visitor may take the entry to be about."""
        return self.confirmed + self.strong


def suggested(voorziening: Voorziening, shape: dict[str, Any] | None = None) -> Suggested:
    """Return the begrippen that `voorziening` is about.

    What a person confirmed is no suggestion any more, and what a person rejected never comes back.
    Once a person confirmed one, the others that the text suggests are weak: nobody chose them.

    Args:
        voorziening: as stored, or a draft in memory.
        shape: its serialisation, when it is at hand.
    """
    shape = serialise(voorziening) if shape is None else shape
    judged = {row.begrip.slug: row.status for row in voorziening.begrippen.all()}
    confirmed = tuple(term["slug"] for term in shape["begrippen"])
    tagged = tagger().tags(telling_texts(shape), (term["slug"] for term in shape["leefgebieden"]))
    strong = tuple(slug for slug in tagged.strong if slug not in judged)
    weak = tuple(slug for slug in tagged.weak if slug not in judged)
    return Suggested(confirmed, (), strong + weak) if confirmed else Suggested((), strong, weak)
