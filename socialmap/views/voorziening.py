"""The page of one voorziening, its former addresses and its grave."""

from django.db.models import Q
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
from socialmap.models import OudeSlug, Publicatie, Voorziening
from socialmap.presentation.entry import entry


@require_safe
def voorziening_page(request: HttpRequest, slug: str) -> HttpResponseBase:
    today = timezone.localdate()
    findable = Voorziening.objects.findable_on(today).for_serialisation()
    voorziening = (
        findable.select_related("aanbieder", "beherende_gemeente__site", "foto", "onderdeel_van")
        .filter(slug=slug)
        .first()
    )
    if voorziening is None:
        return _moved_or_gone(request, slug)
    return TemplateResponse(
        request,
        "socialmap/voorziening.html",
        {
            "v": entry(voorziening, request, today),
            "canonical_url": canonical_url(
                "voorziening", voorziening.beherende_gemeente, slug=voorziening.slug
            ),
        },
    )


def preview(voorziening: Voorziening, request: HttpRequest) -> HttpResponse:
    """A draft as visitors will see it in its own gemeente; nothing of it needs to be stored."""
    request.gemeente = voorziening.beherende_gemeente  # type: ignore[attr-defined]
    request.gemeente_from_host = False  # type: ignore[attr-defined]
    voorziening.slug = voorziening.slug or "concept"  # Only to have an address to show.
    context = {"v": entry(voorziening, request, timezone.localdate())}
    return TemplateResponse(request, "socialmap/voorziening.html", context)


def _moved_or_gone(request: HttpRequest, slug: str) -> HttpResponse:
    """301 to the new address, 410 for what once was public, else 404."""
    former = OudeSlug.objects.filter(soort="voorziening", slug=slug).first()
    if former is not None:
        current = Voorziening.objects.live().filter(public_id=former.doel).first()
        if current is not None:
            return HttpResponsePermanentRedirect(
                page_url(request, "voorziening", slug=current.slug)
            )
    # What never was public was never there: not even a draft with that address shows.
    gone = Publicatie.objects.filter(
        Q(slug=slug) if former is None else Q(slug=slug) | Q(public_id=former.doel)
    )
    if gone.exists():
        return TemplateResponse(request, "410.html", status=410)
    raise Http404
