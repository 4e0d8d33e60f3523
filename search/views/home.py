"""The first page: of one gemeente with its ondersteuningsmodel, or of all together."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from search.choices import choices
from search.find import find
from search.query import ONBEKEND, Scope, SearchQuery
from socialmap.context import canonical_url, gemeente_of, page_url
from socialmap.drawings import TekenStap, teken
from socialmap.models import Gemeente, Ondersteuningsmodel, Plaats, Stap

MODELS_ON_NEUTRAL_HOME = 12


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    gemeente = gemeente_of(request)
    query = SearchQuery(
        scope=Scope(gemeente=gemeente.slug if gemeente else None),
        size=0,
        facets=("stap", "leefgebied"),
    )
    facets = find(query).facets
    counts = {
        name: {value.slug: value.count for value in values} for name, values in facets.items()
    }
    context: dict[str, Any] = {
        "leefgebieden": leefgebied_tiles(request, counts.get("leefgebied", {})),
        "canonical_url": canonical_url("home", gemeente),
    }
    if gemeente is None:
        context["modellen"] = _models(request, counts.get("stap", {}))
        return TemplateResponse(request, "socialmap/home_neutraal.html", context)
    context["model"] = _model(request, gemeente, counts.get("stap", {}))
    context["plaatsen"] = [
        {"naam": plaats.naam, "url": page_url(request, "plaats", slug=plaats.slug)}
        for plaats in Plaats.objects.filter(gemeente=gemeente)
    ]
    return TemplateResponse(request, "socialmap/home_gemeente.html", context)


def leefgebied_tiles(
    request: HttpRequest, counts: Mapping[str, int], **params: str
) -> list[dict[str, Any]]:
    """One tile per leefgebied that has something; `params` go along in the address."""
    path = page_url(request, "zoeken")
    return [
        {
            "naam": label,
            "url": f"{path}?{urlencode({**params, 'leefgebied': slug})}",
            "aantal": counts[slug],
            "icon": slug,
        }
        for slug, label in choices("leefgebied").items()
        if slug != ONBEKEND and counts.get(slug)
    ]


def _model(
    request: HttpRequest, gemeente: Gemeente, counts: Mapping[str, int]
) -> dict[str, Any] | None:
    model = Ondersteuningsmodel.objects.filter(gemeente=gemeente).first()
    if model is None:
        return None
    stappen = _steps(list(model.stappen.all()), gemeente.slug, page_url(request, "zoeken"), counts)
    if not stappen:
        return None
    return {
        "naam": model.naam,
        "soort": model.vorm,
        "stappen": stappen,
        "tekening": teken(model.vorm, stappen),
    }


def _models(request: HttpRequest, counts: Mapping[str, int]) -> list[dict[str, Any]]:
    models = (
        Ondersteuningsmodel.objects.filter(gemeente__zichtbaar=True)
        .select_related("gemeente")
        .prefetch_related("stappen")
        .order_by("gemeente__naam")[:MODELS_ON_NEUTRAL_HOME]
    )
    return [
        {
            "naam": model.naam,
            "soort": model.vorm,
            "gemeente_naam": model.gemeente.naam,
            "url": page_url(request, "home", gemeente=model.gemeente.slug),
            "stappen": _steps(
                list(model.stappen.all()),
                model.gemeente.slug,
                page_url(request, "zoeken", gemeente=model.gemeente.slug),
                counts,
            ),
        }
        for model in models
    ]


def _steps(
    stappen: list[Stap], gemeente: str, path: str, counts: Mapping[str, int]
) -> list[TekenStap]:
    return [
        TekenStap(
            naam=stap.naam,
            nummer=stap.volgorde,
            uitleg=stap.uitleg,
            url=f"{path}?{urlencode({'stap': f'{gemeente}:{stap.slug}'})}",
            aantal=counts.get(f"{gemeente}:{stap.slug}", 0),
            via_gemeente=stap.via_gemeente,
        )
        for stap in stappen
    ]
