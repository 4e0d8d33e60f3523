"""The context of a page with results: one question, one answer, ready for the template."""

from dataclasses import dataclass
from typing import Any, Final

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from search.choices import SORT_LABELS
from search.filters import EVERYWHERE, RADII, ZoekFilterSet
from search.find import find, last_page
from search.query import FACETS, Hit, SearchPage, Sort
from search.results.address import Address
from search.results.facets import chips, facet_views, shown_facets
from search.results.marked_card import marked_cards
from search.results.marking import Marker
from search.results.notices import notices
from socialmap.context import gemeente_of, page_url
from socialmap.models import Voorziening
from socialmap.presentation.card import Card, card_of

PAGE_SIZE: Final = 20
AROUND: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLink:
    number: int
    url: str
    current: bool = False
    gap: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """One page of results."""

    total: int
    first: int
    last: int
    number: int
    pages: list[PageLink]
    prev_url: str
    next_url: str
    cards: list[Card]


def listing_context(request: HttpRequest, name: str) -> dict[str, Any]:
    """Everything that search/results.html and search/map.html show.

    Args:
        name: the URL name of the page, "zoeken" or "kaart".
    """
    filters = ZoekFilterSet(request.GET, gemeente=gemeente_of(request))
    found = find(filters.to_query(size=PAGE_SIZE, facets=shown_facets(filters)))
    address = Address(page_url(request, name), filters.parameters)
    last = last_page(found.total, PAGE_SIZE)
    number = min(filters.page_number, last)
    chosen = chips(filters, address)
    return {
        "filters": filters,
        "found": found,
        "page": page_view(
            found,
            address,
            number=number,
            request=request,
            near=filters.near is not None,
            marker=_marker(filters, found),
        ),
        # Without counts there are no boxes to tick; what was chosen goes along unseen.
        "form": _form(filters, shown=() if found.degraded else shown_facets(filters)),
        "facets": facet_views(found, filters),
        "chips": chosen,
        "clear_url": address.without_filters() if chosen else "",
        "notices": notices(
            request,
            found,
            filters,
            address,
            last,
            unreadable=getattr(request, "query_cleaned", False),
        ),
        "place": _place(filters),
    }


def _marker(filters: ZoekFilterSet, found: SearchPage) -> Marker | None:
    gemeente = filters.context_gemeente
    return Marker.of(filters.words, found.corrections, gemeente.slug if gemeente else None)


def cards_for(
    hits: tuple[Hit, ...],
    request: HttpRequest,
    *,
    first: int = 1,
    near: bool = False,
    marker: Marker | None = None,
) -> list[Card]:
    """Cards in the order of `hits`; what left the database since is dropped, never shown."""
    findable = Voorziening.objects.findable_on(timezone.localdate())
    found = findable.filter(public_id__in=[hit.id for hit in hits]).for_card()
    by_id = {str(voorziening.public_id): voorziening for voorziening in found}
    present = [hit for hit in hits if hit.id in by_id]
    cards = [
        card_of(by_id[hit.id], request, nummer=number, km=hit.km, near=near)
        for number, hit in enumerate(present, first)
    ]
    if marker is None:
        return cards
    return marked_cards([(card, by_id[card.public_id]) for card in cards], marker)


def page_view(
    found: SearchPage,
    address: Address,
    *,
    number: int,
    request: HttpRequest,
    near: bool,
    marker: Marker | None = None,
) -> PageView:
    """The cards and links of page `number`, which exists."""
    last = last_page(found.total, PAGE_SIZE)
    first = (number - 1) * PAGE_SIZE + 1 if found.total else 0
    explain = near and not found.degraded
    return PageView(
        total=found.total,
        first=first,
        last=min(number * PAGE_SIZE, found.total),
        number=number,
        pages=_page_links(number, last, address),
        prev_url=address.page(number - 1) if number > 1 else "",
        next_url=address.page(number + 1) if number < last else "",
        cards=cards_for(found.hits, request, first=first, near=explain, marker=marker),
    )


def _page_links(number: int, last: int, address: Address) -> list[PageLink]:
    shown = {1, last, *range(number - AROUND, number + AROUND + 1)}
    links: list[PageLink] = []
    previous = 0
    for candidate in sorted(page for page in shown if 1 <= page <= last):
        if candidate > previous + 1:
            links.append(PageLink(number=0, url="", gap=True))
        links.append(
            PageLink(number=candidate, url=address.page(candidate), current=candidate == number)
        )
        previous = candidate
    return links


def _form(filters: ZoekFilterSet, shown: tuple[str, ...]) -> dict[str, Any]:
    hidden = [
        (facet, value)
        for facet in FACETS
        if facet not in shown
        for value in sorted(filters.chosen.get(facet, ()))
    ]
    if filters.age is not None:
        hidden.append(("leeftijd", str(filters.age)))
    return {
        "q": filters.text,
        "plaats": filters.place_text,
        "straal_choices": _radius_choices(filters) if filters.near else [],
        "sorteer_choices": _sort_choices(filters),
        "hidden": hidden,
    }


def _radius_choices(filters: ZoekFilterSet) -> list[tuple[str, str, bool]]:
    radii = sorted({*RADII, *([filters.radius_km] if filters.radius_km else [])})
    return [
        *((str(km), _("%(km)d kilometer") % {"km": km}, km == filters.radius_km) for km in radii),
        (EVERYWHERE, _("Overal"), filters.radius_km is None),
    ]


def _sort_choices(filters: ZoekFilterSet) -> list[tuple[str, str, bool]]:
    """The order that applies by itself has an empty value, so that it stays out of the address."""
    order, automatic = filters.to_query().order, filters.to_query(sort=None).order
    return [
        ("" if sort is automatic else sort.value, str(SORT_LABELS[sort.value]), sort is order)
        for sort in Sort
        if not (sort is Sort.AFSTAND and filters.near is None)
        and not (sort is Sort.RELEVANTIE and not filters.text)
    ]


def _place(filters: ZoekFilterSet) -> dict[str, Any] | None:
    plek = filters.plek
    if plek is None:
        return None
    return {"naam": plek.naam, "precisie": plek.precisie, "km": filters.radius_km}
