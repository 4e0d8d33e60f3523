"""`/hulpvragen/`: everyday questions that lead to whoever can help, leefgebied by leefgebied."""

from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from search.find import find_counts
from search.query import Scope
from socialmap.context import canonical_url, gemeente_of, page_url
from socialmap.models import Begrip


@require_safe
def hulpvragen(request: HttpRequest) -> HttpResponse:
    gemeente = gemeente_of(request)
    scope = Scope(gemeente=gemeente.slug if gemeente else None)
    return TemplateResponse(
        request,
        "search/hulpvragen.html",
        {
            "groepen": _groups(request, scope),
            "canonical_url": canonical_url("hulpvragen", gemeente),
        },
    )


def _groups(request: HttpRequest, scope: Scope) -> list[dict[str, Any]]:
    """The questions with an answer in sight, by leefgebied."""
    rows = Begrip.objects.entrances().select_related("leefgebied")
    entrances = list(rows.order_by("leefgebied__volgorde", "leefgebied__naam", "hulpvraag"))
    counts = find_counts("begrip", [begrip.slug for begrip in entrances], scope)
    path = page_url(request, "zoeken")
    groups = []
    answered = (begrip for begrip in entrances if counts.get(begrip.slug))
    for leefgebied, begrippen in groupby(answered, key=lambda begrip: begrip.leefgebied):
        vragen = [
            {
                "tekst": begrip.hulpvraag,
                "url": f"{path}?{urlencode({'begrip': begrip.slug})}",
                "aantal": counts[begrip.slug],
            }
            for begrip in begrippen
        ]
        groups.append({"slug": leefgebied.slug, "naam": leefgebied.naam, "vragen": vragen})
    return groups
