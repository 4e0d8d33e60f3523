"""What there is for people of one place."""

from math import cos, radians
from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from search.filters import ZoekFilterSet
from search.find import find, last_page
from search.query import Near, SearchQuery, Sort
from search.results.address import Address
from search.results.listing import PAGE_SIZE, page_view
from search.views.home import leefgebied_tiles
from socialmap.context import canonical_url, gemeente_of, page_url
from socialmap.models import Plaats

RADIUS_KM: Final = 5.0
NEIGHBOURS: Final = 6
KM_PER_DEGREE: Final = 111.2


@require_safe
def plaats_page(request: HttpRequest, slug: str) -> HttpResponse:
    plaats = Plaats.objects.select_related("gemeente__site").filter(slug=slug).first()
    if plaats is None:
        raise Http404
    filters = ZoekFilterSet(request.GET, gemeente=gemeente_of(request))
    found = find(_query(plaats, filters.to_query().scope, filters.page_number))
    path = page_url(request, "plaats", slug=plaats.slug)
    last = last_page(found.total, PAGE_SIZE)
    counts = {value.slug: value.count for value in found.facets.get("leefgebied", ())}
    near = {"plaats": plaats.naam, "straal": f"{RADIUS_KM:.0f}"}
    return TemplateResponse(
        request,
        "socialmap/plaats.html",
        {
            "plaats": plaats,
            "page": page_view(
                found,
                Address(path, filters.parameters),
                number=min(filters.page_number, last),
                request=request,
                near=True,
            ),
            "zoek_url": f"{page_url(request, 'zoeken')}?{urlencode(near)}",
            "leefgebieden": leefgebied_tiles(request, counts, **near),
            "buren": _neighbours(request, plaats),
            "canonical_url": canonical_url("plaats", None, slug=plaats.slug),
        },
    )


def _query(plaats: Plaats, scope: Any, number: int) -> SearchQuery:
    areas = {"landelijk", f"plaats:{plaats.slug}"}
    if plaats.gemeente:
        areas.add(f"gemeente:{plaats.gemeente.slug}")
    return SearchQuery(
        scope=scope,
        near=Near(lat=plaats.lat, lon=plaats.lon, km=RADIUS_KM, gebieden=frozenset(areas)),
        sort=Sort.AFSTAND,
        facets=("leefgebied",),
        page=number,
        size=PAGE_SIZE,
    )


def _neighbours(request: HttpRequest, plaats: Plaats) -> list[dict[str, str]]:
    """The nearest other places, from a box of about 15 km around."""
    reach = 15 / KM_PER_DEGREE
    stretch = cos(radians(plaats.lat))
    around = Plaats.objects.exclude(pk=plaats.pk).filter(
        lat__range=(plaats.lat - reach, plaats.lat + reach),
        lon__range=(plaats.lon - reach / stretch, plaats.lon + reach / stretch),
    )
    nearest = sorted(
        around,
        key=lambda other: (other.lat - plaats.lat) ** 2 + ((other.lon - plaats.lon) * stretch) ** 2,
    )
    return [
        {"naam": other.naam, "url": page_url(request, "plaats", slug=other.slug)}
        for other in nearest[:NEIGHBOURS]
    ]
