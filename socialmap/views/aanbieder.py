"""The page of one aanbieder with what it offers."""

from django.core.paginator import Paginator
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponsePermanentRedirect,
)
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from socialmap.context import canonical_url, page_url
from socialmap.models import Aanbieder, OudeSlug, Voorziening
from socialmap.presentation.card import card_of

PAGE_SIZE = 20


@require_safe
def aanbieder_page(request: HttpRequest, slug: str) -> HttpResponseBase:
    aanbieder = Aanbieder.objects.live().select_related("gemeente__site").filter(slug=slug).first()
    if aanbieder is None:
        return _moved(request, slug)
    return _page(aanbieder, request)


def preview(aanbieder: Aanbieder, request: HttpRequest) -> HttpResponse:
    """A draft as visitors will see it in its own gemeente; nothing of it needs to be stored."""
    request.gemeente = aanbieder.gemeente  # type: ignore[attr-defined]
    request.gemeente_from_host = False  # type: ignore[attr-defined]
    aanbieder.slug = aanbieder.slug or "concept"  # Only to have an address to show.
    return _page(aanbieder, request)


def _page(aanbieder: Aanbieder, request: HttpRequest) -> HttpResponse:
    findable = Voorziening.objects.findable_on(timezone.localdate())
    offered = findable.of(aanbieder) if aanbieder.pk else findable.none()
    pages = Paginator(offered.for_card().order_by("naam", "pk"), PAGE_SIZE)
    page = pages.get_page(request.GET.get("pagina"))
    path = page_url(request, "aanbieder", slug=aanbieder.slug)
    return TemplateResponse(
        request,
        "socialmap/aanbieder.html",
        {
            "aanbieder": {
                "naam": aanbieder.naam,
                "soort_label": aanbieder.get_soort_display(),
                "omschrijving": aanbieder.omschrijving,
                "voorbeeld": aanbieder.is_voorbeeld,
                "opmerking": aanbieder.opmerking,
                "contacten": _website(aanbieder),
                "locaties": [],
            },
            "page": {
                "total": pages.count,
                "first": page.start_index(),
                "number": page.number,
                "cards": [
                    card_of(voorziening, request, nummer=number)
                    for number, voorziening in enumerate(page.object_list, page.start_index())
                ],
                "pages": [
                    {
                        "number": number,
                        "url": f"{path}?pagina={number}",
                        "current": number == page.number,
                        "gap": not isinstance(number, int),
                    }
                    for number in pages.get_elided_page_range(
                        page.number, on_each_side=2, on_ends=1
                    )
                ],
                "prev_url": f"{path}?pagina={page.number - 1}" if page.has_previous() else "",
                "next_url": f"{path}?pagina={page.number + 1}" if page.has_next() else "",
            },
            "canonical_url": canonical_url("aanbieder", aanbieder.gemeente, slug=aanbieder.slug),
        },
    )


def _website(aanbieder: Aanbieder) -> list[dict[str, str]]:
    if not aanbieder.website:
        return []
    return [
        {"soort": "website", "label": "", "waarde": aanbieder.website, "href": aanbieder.website}
    ]


def _moved(request: HttpRequest, slug: str) -> HttpResponseBase:
    former = OudeSlug.objects.filter(soort="aanbieder", slug=slug).first()
    current = Aanbieder.objects.live().filter(public_id=former.doel).first() if former else None
    if current is None:
        raise Http404
    return HttpResponsePermanentRedirect(page_url(request, "aanbieder", slug=current.slug))
