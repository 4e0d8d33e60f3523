"""Thin views over a set of results: read the parameters, ask, render."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.response import TemplateResponse
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from search.filters import ZoekFilterSet
from search.learning.after_response import count_afterwards
from search.results.clusters import cluster_collection, parse_view
from search.results.listing import listing_context
from search.results.map_view import map_context
from socialmap.context import canonical_url, gemeente_of


@require_safe
def search_results(request: HttpRequest) -> HttpResponse:
    return _listing(request, "zoeken", "search/results.html")


@require_safe
def search_map(request: HttpRequest) -> HttpResponse:
    return _listing(request, "kaart", "search/map.html")


@require_safe
def map_points(request: HttpRequest) -> JsonResponse:
    """GeoJSON of what is in view; 400 with a Dutch message when the view makes no sense."""
    view = parse_view(request.GET.get("bbox", ""), request.GET.get("zoom", ""))
    if view is None:
        message = _("Geef bbox=west,zuid,oost,noord in graden en zoom=6 tot 19.")
        return JsonResponse({"detail": message}, status=400)
    filters = ZoekFilterSet(request.GET, gemeente=gemeente_of(request))
    return JsonResponse(
        cluster_collection(request, filters, view), content_type="application/geo+json"
    )


def _listing(request: HttpRequest, name: str, template: str) -> HttpResponse:
    context = listing_context(request, name)
    context["canonical_url"] = canonical_url(name, gemeente_of(request))
    fragment = request.headers.get("X-Fragment") == "results"
    if not fragment:
        context["map"] = map_context(
            request, context["filters"], context["found"], count_outside=name == "kaart"
        )
    response = TemplateResponse(request, "search/_results.html" if fragment else template, context)
    patch_vary_headers(response, ["X-Fragment"])
    count_afterwards(response, request, context["filters"], context["found"])
    return response
