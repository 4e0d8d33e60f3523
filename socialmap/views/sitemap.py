"""The sitemap of one host: canonical addresses only."""

from collections.abc import Iterator
from typing import Final

from django.core.paginator import InvalidPage, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from socialmap.context import canonical_url, gemeente_of, site_origin
from socialmap.models import Aanbieder, Gemeente, Voorziening
from socialmap.models.voorziening_queryset import VoorzieningQuerySet

PER_FILE: Final = 10_000


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """An index of files when there are more than `PER_FILE` entries, else the addresses."""
    gemeente = gemeente_of(request)
    pages = Paginator(_entries(gemeente), PER_FILE)
    number = request.GET.get("p")
    if number is None and pages.num_pages > 1:
        files = [f"{site_origin(gemeente)}/sitemap.xml?p={n}" for n in pages.page_range]
        return _xml(request, "socialmap/sitemap_index.xml", {"files": files})
    try:
        page = pages.page(number or 1)
    except InvalidPage as error:
        raise Http404 from error
    fixed = list(_fixed(gemeente)) if page.number == 1 else []
    entries = [
        (
            canonical_url("voorziening", item.beherende_gemeente, slug=item.slug),
            item.last_published_at,
        )
        for item in page.object_list
    ]
    return _xml(request, "socialmap/sitemap.xml", {"fixed": fixed, "entries": entries})


def _entries(gemeente: Gemeente | None) -> VoorzieningQuerySet:
    """Those whose canonical address is on this host."""
    found = Voorziening.objects.findable_on(timezone.localdate()).order_by("pk")
    own = (
        found.filter(beherende_gemeente=gemeente)
        if gemeente
        else found.filter(beherende_gemeente__site=None)
    )
    return own.select_related("beherende_gemeente__site").only(
        "slug",
        "last_published_at",
        "beherende_gemeente__slug",
        "beherende_gemeente__site__hostname",
        "beherende_gemeente__site__port",
    )


def _fixed(gemeente: Gemeente | None) -> Iterator[str]:
    for name in ("home", "zoeken", "kaart", "privacy", "toegankelijkheid"):
        yield canonical_url(name, gemeente)
    if gemeente is None:
        for other in Gemeente.objects.shown().filter(site=None).select_related("site"):
            yield canonical_url("home", other)
        providers = Aanbieder.objects.live().filter(gemeente__site=None)
    else:
        providers = Aanbieder.objects.live().filter(gemeente=gemeente)
    for aanbieder in providers.select_related("gemeente__site").order_by("pk")[:PER_FILE]:
        yield canonical_url("aanbieder", aanbieder.gemeente, slug=aanbieder.slug)


def _xml(request: HttpRequest, template: str, context: dict[str, object]) -> HttpResponse:
    return TemplateResponse(request, template, context, content_type="application/xml")
