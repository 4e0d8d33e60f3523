"""A plain answer from the database for while the index is away: any word, exact filters, by name.

It knows no stems, typing errors, counts or distance; the page says that it is limited.
"""

import time
from collections.abc import Iterable
from typing import Final

from django.db.models import Q
from django.utils import timezone

from search.query import ONBEKEND, Hit, SearchPage, SearchQuery
from search.words import content_words
from socialmap.models import Voorziening
from socialmap.models.voorziening_queryset import VoorzieningQuerySet

COLUMNS: Final = {
    "gemeente": "werkingsgebieden__gemeente__slug",
    "lijn": "stappen__stap__lijn",
    "soort": "soort",
    "toegangstoets": "toegangstoets",
    "eigen_bijdrage": "eigen_bijdrage",
    "vorm": "vorm",
    "aanmelding": "aanmelding",
    "doelgroep": "doelgroepen__slug",
    "leefgebied": "leefgebieden__slug",
    "taal": "talen__slug",
}
EMPTY_IS_UNKNOWN: Final = {
    "doelgroep": "doelgroepen",
    "leefgebied": "leefgebieden",
    "taal": "talen",
}
REACH: Final = {"aan-huis": "aan_huis", "online": "online", "telefoon": "telefonisch"}
TEXTS: Final = ("naam", "samenvatting", "omschrijving", "trefwoorden", "aanbieder__naam")


def search_database(query: SearchQuery) -> SearchPage:
    """Answer as well as SQL can; `degraded` is set and facets are empty."""
    started = time.perf_counter()
    found = _matching(query)
    total = found.count()
    page = min(query.page, max(1, -(-total // query.size))) if query.size else 1
    first = (page - 1) * query.size
    ids = found.order_by("naam", "pk").values_list("public_id", flat=True)
    return SearchPage(
        total=total,
        hits=tuple(Hit(id=str(pk), score=0.0, km=None) for pk in ids[first : first + query.size]),
        engine="database",
        took_ms=(time.perf_counter() - started) * 1000,
        degraded=True,
    )


def _matching(query: SearchQuery) -> VoorzieningQuerySet:
    condition = Q()
    if query.scope.gemeente:
        condition &= _facet("gemeente", frozenset({query.scope.gemeente}))
    for facet in query.filters:
        condition &= _facet(facet, query.chosen(facet))
    if query.leeftijd is not None:
        condition &= Q(leeftijd_van=None) | Q(leeftijd_van__lte=query.leeftijd)
        condition &= Q(leeftijd_tot=None) | Q(leeftijd_tot__gte=query.leeftijd)
    words = Q()
    for word in content_words(query.text):
        for column in TEXTS:
            words |= Q(**{f"{column}__icontains": word})
    live = Voorziening.objects.findable_on(timezone.localdate())
    matching = live.filter(condition & words).values("pk")
    # The inner query may join; the outer one has each voorziening once.
    return Voorziening.objects.filter(pk__in=matching)


def _facet(facet: str, values: frozenset[str]) -> Q:
    if not values:
        return Q()
    if facet == "gemeente":
        return Q(werkingsgebieden__soort="landelijk") | Q(**{f"{COLUMNS[facet]}__in": values})
    if facet == "stap":
        pairs = Q()
        for value in values:
            gemeente, _, slug = value.partition(":")
            pairs |= Q(
                stappen__stap__slug=slug,
                stappen__stap__ondersteuningsmodel__gemeente__slug=gemeente,
            )
        return pairs
    if facet == "bereik":
        return _any(Q(**{REACH[value]: True}) for value in values if value in REACH)
    if facet == "toegankelijk":
        return _any(
            Q(**{f"locatiekoppelingen__locatie__{value}": True})
            for value in values
            if value != ONBEKEND
        )
    condition = Q(**{f"{COLUMNS[facet]}__in": values})
    if facet == "doelgroep" and values != {ONBEKEND}:
        condition |= Q(doelgroepen__voor_iedereen=True)
    if ONBEKEND in values and facet in EMPTY_IS_UNKNOWN:
        condition |= Q(**{EMPTY_IS_UNKNOWN[facet]: None})
    return condition


def _any(conditions: Iterable[Q]) -> Q:
    combined = Q(pk__in=[])
    for condition in conditions:
        combined |= condition
    return combined
