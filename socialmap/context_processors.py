"""What every public page shows: the gemeente, its colour and desk, where it belongs."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from socialmap.context import gemeente_of, site_origin
from socialmap.sites import site_table
from socialmap.theme import STANDAARD_KLEUR, theme_version


def site(request: HttpRequest) -> dict[str, Any]:
    gemeente = gemeente_of(request)
    colour = gemeente.kleur.lower() if gemeente else STANDAARD_KLEUR
    return {
        "gemeente": gemeente,
        "melding": gemeente.melding if gemeente else settings.SITE_NOTICE,
        "gemeenten": list(site_table().by_slug.values()),
        "theme_url": reverse(
            "theme", kwargs={"kleur": colour[1:], "versie": theme_version(colour)}
        ),
        "site_origin": site_origin(gemeente),
        "attributie": _attribution(),
        "kaart_tegels": settings.MAP_TILES_URL,
        "kaart_attributie": settings.MAP_TILES_ATTRIBUTION,
    }


def _attribution() -> str:
    places = _("Plaatsnamen: GeoNames, CC BY 4.0.")
    if settings.GEOCODER == "offline":
        return places
    return places + " " + _("Adressen: BAG, Kadaster, via PDOK.")
