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
from socialmap.models import Locatie, Voorziening, VoorzieningLocatie
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
    found = Voorziening.objects.findable_on(timezone.localdate())
    conditions = [_facet(facet, query.chosen(facet)) for facet in query.filters]
    if query.scope.gemeente:
        conditions.append(_facet("gemeente", frozenset({query.scope.gemeente})))
    if query.leeftijd is not None:
        conditions.append(Q(leeftijd_van=None) | Q(leeftijd_van__lte=query.leeftijd))
        conditions.append(Q(leeftijd_tot=None) | Q(leeftijd_tot__gte=query.leeftijd))
    conditions.append(_words(query.text))
    for condition in conditions:
        # One inner query each: together they would ask it all of one and the same joined row, and
        # give a voorziening more than once.
        found = found.filter(pk__in=Voorziening.objects.filter(condition).values("pk"))
    return found


def _words(text: str) -> Q:
    words = Q()
    for word in content_words(text):
        for column in TEXTS:
            words |= Q(**{f"{column}__icontains": word})
    return words


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
        return _accessible(values)
    condition = Q(**{f"{COLUMNS[facet]}__in": values})
    if facet == "doelgroep" and values != {ONBEKEND}:
        condition |= Q(doelgroepen__voor_iedereen=True)
    if ONBEKEND in values and facet in EMPTY_IS_UNKNOWN:
        condition |= Q(**{EMPTY_IS_UNKNOWN[facet]: None})
    return condition


def _accessible(values: frozenset[str]) -> Q:
    """Certain at one of the public locations; unknown when nothing at all is known of them."""
    public = VoorzieningLocatie.objects.filter(locatie__live=True)
    known = public.filter(
        _any(Q(**{f"locatie__{name}__isnull": False}) for name in Locatie.TOEGANKELIJKHEID)
    )
    certain = public.filter(_any(Q(**{f"locatie__{name}": True}) for name in values - {ONBEKEND}))
    condition = Q(pk__in=certain.values("voorziening_id"))
    if ONBEKEND in values:
        condition |= ~Q(pk__in=known.values("voorziening_id"))
    return condition


def _any(conditions: Iterable[Q]) -> Q:
    combined = Q(pk__in=[])
    for condition in conditions:
        combined |= condition
    return combined
