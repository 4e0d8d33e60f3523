"""What somebody may mean while still typing: begrippen, entries, aanbieders and places in sight."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from math import log1p
from typing import Final
from weakref import WeakKeyDictionary

from django.utils import timezone

from search.begrippen.beginnings import TERM, WEIGHTS, Begun, beginnings
from search.begrippen.matching import matcher
from search.begrippen.meaning import MATCHES
from search.begrippen.terms import begrip_terms
from search.engines import get_engine
from search.engines.base import SearchEngine
from search.filters import DEFAULT_RADIUS
from search.query import Near, Scope, SearchQuery, Suggestion
from search.words import clean_words
from socialmap.geo.chain import PlaceFinder, suggest_places
from socialmap.geo.place import Plek, near_tokens
from socialmap.models import Aanbieder, Voorziening
from socialmap.sites import site_table

MOST_SHOWN: Final = 8
SHORTEST: Final = 2  # letters: one begins half of all names
# How many of each kind, in this order; what one leaves open the others take.
SHARES: Final = {"begrip": 3, "naam": 2, "aanbieder": 1, "plaats": 2}
MOST_BEGRIPPEN: Final = 5
LEAST_SHARE: Final = 0.2  # of the weight of the likeliest begrip, beyond the first few
REACH: Final = 0.25  # degrees around a gemeente, some 20 km: further places have nothing of it
# Counting everything around a large town takes 60 ms at 200,000 entries, and it changes slowly.
KEEP_SECONDS: Final = 60.0
MOST_KEPT: Final = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One suggestion; `key` is a slug, or for a place the text of the field."""

    soort: str  # key of SHARES
    text: str
    key: str
    count: int
    more: str = ""  # why a begrip is here, or who offers an entry


def suggest(text: str, scope: Scope) -> list[Option]:
    """Return at most MOST_SHOWN options for `text`, kind by kind; each leads to something.

    Raises:
        EngineUnavailable: the index does not answer.
    """
    return suggest_with(get_engine(), text, scope)


def suggest_with(engine: SearchEngine, text: str, scope: Scope) -> list[Option]:
    """The same, from another engine than the one in use."""
    typed = clean_words(text)
    if len(typed) < SHORTEST:
        return []
    names = engine.complete(typed, scope, MOST_SHOWN)
    found = {
        "begrip": list(_begrippen(typed, scope, engine)),
        "naam": _entries([name for name in names if name.soort == "naam"]),
        "aanbieder": _aanbieders([name for name in names if name.soort == "aanbieder"]),
        "plaats": list(_places(typed, scope, engine)),
    }
    return _shared_out(found)


def _shared_out(found: dict[str, list[Option]]) -> list[Option]:
    shown = {soort: options[: SHARES[soort]] for soort, options in found.items()}
    for soort, options in found.items():
        room = MOST_SHOWN - sum(map(len, shown.values()))
        shown[soort] = options[: len(shown[soort]) + room]
    return [option for options in shown.values() for option in options]


def _begrippen(typed: str, scope: Scope, engine: SearchEngine) -> Iterator[Option]:
    """Begrippen that go on from what was typed, then those that a whole question means."""
    found = beginnings().begrippen(typed)
    known = {begun.slug for begun in found}
    found += [begun for begun in _meant(typed) if begun.slug not in known]
    counts = engine.facet_counts("begrip", [begun.slug for begun in found], scope)
    here = [begun for begun in found if counts[begun.slug]]
    # What is said so more often and what leads to more, the term itself before all.
    here.sort(key=lambda b: (b.weight < WEIGHTS[TERM], -b.weight * log1p(counts[b.slug])))
    enough = max((begun.weight for begun in here), default=0.0) * LEAST_SHARE
    for number, begun in enumerate(here[:MOST_BEGRIPPEN]):
        if number < SHARES["begrip"] or begun.weight >= enough:
            yield Option(
                soort="begrip",
                text=begun.term,
                key=begun.slug,
                count=counts[begun.slug],
                more=f"“{begun.way}”" if begun.way else "",
            )


def _meant(typed: str) -> list[Begun]:
    terms = begrip_terms()
    return [
        Begun(meant.slug, terms[meant.slug], "", meant.weight)
        for meant in matcher().begrippen(typed)
        if meant.weight >= MATCHES and meant.words and meant.slug in terms
    ]


def _entries(names: list[Suggestion]) -> list[Option]:
    """Those that are public at this moment, whatever the index says."""
    findable = Voorziening.objects.findable_on(timezone.localdate())
    rows = findable.filter(public_id__in=[name.id for name in names])
    by_id = {
        str(public_id): (slug, naam, aanbieder)
        for public_id, slug, naam, aanbieder in rows.values_list(
            "public_id", "slug", "naam", "aanbieder__naam"
        )
    }
    return [
        Option(soort="naam", text=naam, key=slug, count=1, more=aanbieder or "")
        for name in names
        if name.id in by_id
        for slug, naam, aanbieder in (by_id[name.id],)
    ]


def _aanbieders(names: list[Suggestion]) -> list[Option]:
    live = dict(
        Aanbieder.objects.live()
        .filter(slug__in=[name.id for name in names])
        .values_list("slug", "naam")
    )
    return [
        Option(soort="aanbieder", text=live[name.id], key=name.id, count=name.count)
        for name in names
        if name.id in live
    ]


def _places(typed: str, scope: Scope, engine: SearchEngine) -> Iterator[Option]:
    for label in suggest_places(typed, gemeente_slug=scope.gemeente, limit=SHARES["plaats"]):
        count = _count_around(label, scope, engine)
        if count:
            yield Option(soort="plaats", text=label, key=label, count=count)


def _count_around(label: str, scope: Scope, engine: SearchEngine) -> int:
    """How many entries one finds with this place and no words."""
    kept = _kept.setdefault(engine, {})
    now = time.monotonic()
    until, count = kept.get((scope.gemeente, label), (now, 0))
    if until <= now:
        count = _around(label, scope, engine)
        if len(kept) >= MOST_KEPT:
            kept.clear()
        kept[scope.gemeente, label] = (now + KEEP_SECONDS, count)
    return count


def _around(label: str, scope: Scope, engine: SearchEngine) -> int:
    # The finder of its own: it asks no service outside.
    plek = PlaceFinder().lookup(label, gemeente_slug=scope.gemeente).plek
    if plek is None or not _is_near(plek, scope.gemeente):
        return 0
    near = Near(lat=plek.lat, lon=plek.lon, km=DEFAULT_RADIUS, gebieden=near_tokens(plek))
    return engine.search(SearchQuery(scope=scope, near=near, size=0, facets=())).total


def _is_near(plek: Plek, gemeente: str | None) -> bool:
    """Whether a place lies in or around the gemeente; anywhere when there is none."""
    box = site_table().boxes.get(gemeente) if gemeente else None
    if box is None:
        return True
    west, south, east, north = box
    return west - REACH <= plek.lon <= east + REACH and south - REACH <= plek.lat <= north + REACH


_Counts = dict[tuple[str | None, str], tuple[float, int]]  # → kept until, entries
_kept: Final[WeakKeyDictionary[SearchEngine, _Counts]] = WeakKeyDictionary()
