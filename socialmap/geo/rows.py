"""Turns rows of the tables of places into a Plek."""

from __future__ import annotations

from typing import TypedDict

from django.utils.text import slugify
from django.utils.translation import gettext as _

from socialmap.geo.geonames import ATTRIBUTIE as GEONAMES_ATTRIBUTIE
from socialmap.geo.names import format_postcode
from socialmap.geo.place import Plek, Precisie
from socialmap.models import Gemeente, Plaats, Postcode


class _Inside(TypedDict):
    """The places that hold a point."""

    plaats_slug: str | None
    gemeente_code: str | None
    gemeente_slug: str | None


def attribution(bron: str) -> str:
    """Return what the licence of a source asks to show, or ""."""
    return GEONAMES_ATTRIBUTIE if "geonames" in bron else ""


def label(naam: str, slug: str, provincie: str) -> str:
    """Return a name that finds exactly this place: with its province when the slug has one."""
    return naam if slug == slugify(naam) or not provincie else f"{naam} ({provincie})"


def label_of(plaats: Plaats) -> str:
    return label(plaats.naam, plaats.slug, plaats.provincie)


def plek_of_plaats(plaats: Plaats) -> Plek:
    return Plek(
        naam=label_of(plaats),
        lat=plaats.lat,
        lon=plaats.lon,
        precisie=Precisie.PLAATS,
        bron=plaats.bron,
        attributie=attribution(plaats.bron),
        **_inside(plaats),
    )


def plek_of_gemeente(gemeente: Gemeente, plaats: Plaats) -> Plek:
    """Return a gemeente as a plek, at the point of one of its places."""
    return Plek(
        naam=_("gemeente %(naam)s") % {"naam": gemeente.naam},
        lat=plaats.lat,
        lon=plaats.lon,
        precisie=Precisie.PLAATS,
        bron=plaats.bron,
        attributie=attribution(plaats.bron),
        gemeente_code=gemeente.code,
        gemeente_slug=gemeente.slug,
    )


def plek_of_postcode(postcode: Postcode) -> Plek:
    code, plaats = format_postcode(postcode.code), postcode.plaats
    return Plek(
        naam=code if plaats is None else f"{code} {plaats.naam}",
        lat=postcode.lat,
        lon=postcode.lon,
        precisie=Precisie.POSTCODE,
        bron=postcode.bron,
        attributie=attribution(postcode.bron),
        **_inside(plaats),
    )


def plek_of_point(lat: float, lon: float, nearest: Plaats | None) -> Plek:
    """Return a coordinate pair as a plek, named after the place nearest to it.

    Raises:
        ValueError: the point lies outside the Netherlands.
    """
    naam = _("uw locatie")
    if nearest is not None:
        naam = _("uw locatie bij %(plaats)s") % {"plaats": nearest.naam}
    return Plek(
        naam=naam,
        lat=lat,
        lon=lon,
        precisie=Precisie.COORDINAAT,
        bron="coordinaat",
        attributie="" if nearest is None else attribution(nearest.bron),
        **_inside(nearest),
    )


def _inside(plaats: Plaats | None) -> _Inside:
    gemeente = None if plaats is None else plaats.gemeente
    return _Inside(
        plaats_slug=None if plaats is None else plaats.slug,
        gemeente_code=None if gemeente is None else gemeente.code,
        gemeente_slug=None if gemeente is None else gemeente.slug,
    )
