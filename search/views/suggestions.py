"""`/zoeken/suggesties`: what to offer under the search field while somebody types."""

from typing import Any

from django.http import HttpRequest, JsonResponse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from search.find import find_suggestions
from search.query import Scope
from search.suggestions import Option
from socialmap.context import gemeente_of, known_gemeente, page_url


@require_safe
@never_cache
def suggestions(request: HttpRequest) -> JsonResponse:
    """JSON for frontend/js/suggest.js; neither counted nor logged, and kept by nobody.

    Each suggestion has a `url`; a place has instead a `plaats` for the field of that name.
    """
    own = gemeente_of(request)
    asked = None if own else known_gemeente(request.GET.get("gemeente", ""))
    gemeente = own or asked
    scope = Scope(gemeente=gemeente.slug if gemeente else None)
    options = find_suggestions(request.GET.get("q", ""), scope)
    params = {"gemeente": asked.slug} if asked else {}
    return JsonResponse(
        {
            "melding": _said(len(options)),
            "suggesties": [_shape(option, request, params) for option in options],
        }
    )


def _said(count: int) -> str:
    """What a screen reader is told."""
    if not count:
        return ""
    found = ngettext("%(n)d suggestie.", "%(n)d suggesties.", count) % {"n": count}
    return f"{found} {_('Kies met de pijltjes.')}"


def _shape(option: Option, request: HttpRequest, params: dict[str, str]) -> dict[str, Any]:
    shape: dict[str, Any] = {
        "soort": option.soort,
        "groep": _groups()[option.soort],
        "tekst": option.text,
        "uitleg": option.more,
        "aantal": option.count,
    }
    if option.soort == "plaats":
        return shape | {"plaats": option.key}
    if option.soort == "begrip":
        query = urlencode({"begrip": option.key, **params})
        return shape | {"url": f"{page_url(request, 'zoeken')}?{query}"}
    name = {"naam": "voorziening", "aanbieder": "aanbieder"}[option.soort]
    return shape | {"url": page_url(request, name, slug=option.key)}


def _groups() -> dict[str, str]:
    return {
        "begrip": _("Onderwerpen"),
        "naam": _("Voorzieningen"),
        "aanbieder": _("Aanbieders"),
        "plaats": _("Plaatsen"),
    }
