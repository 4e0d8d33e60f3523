"""Which hosts serve which gemeente: read from Site rows, kept for a few seconds per process.

A new host works without a restart; a page costs no query for it.
"""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db.models import Max, Min

from socialmap.models import Gemeente, Plaats

KEEP_SECONDS = 5.0
MARGIN = 0.02  # degrees around the outermost villages, about 2 km


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteTable:
    """The gemeenten that visitors may see, by slug and by own host name (without port)."""

    by_slug: Mapping[str, Gemeente] = field(default_factory=dict)
    by_host: Mapping[str, Gemeente] = field(default_factory=dict)
    # (minlon, minlat, maxlon, maxlat) of the places of a gemeente, by its slug
    boxes: Mapping[str, tuple[float, float, float, float]] = field(default_factory=dict)


class _Kept:
    table: SiteTable = SiteTable()
    until: float = 0.0


def site_table() -> SiteTable:
    """The current table; at most `KEEP_SECONDS` old."""
    if time.monotonic() >= _Kept.until:
        _Kept.table, _Kept.until = _read(), time.monotonic() + KEEP_SECONDS
    return _Kept.table


def forget() -> None:
    """Read again at the next call; for tests and for set-up commands."""
    _Kept.until = 0.0


def _read() -> SiteTable:
    gemeenten = list(Gemeente.objects.shown().select_related("site", "ondersteuningsmodel"))
    with_site = [gemeente for gemeente in gemeenten if gemeente.site is not None]
    return SiteTable(
        by_slug={gemeente.slug: gemeente for gemeente in gemeenten},
        by_host={
            gemeente.site.hostname.lower(): gemeente for gemeente in with_site if gemeente.site
        },
        boxes=_boxes(),
    )


def _boxes() -> dict[str, tuple[float, float, float, float]]:
    rows = (
        Plaats.objects.filter(gemeente__zichtbaar=True)
        .values_list("gemeente__slug")
        .annotate(Min("lon"), Min("lat"), Max("lon"), Max("lat"))
    )
    return {
        slug: (west - MARGIN, south - MARGIN, east + MARGIN, north + MARGIN)
        for slug, west, south, east, north in rows
    }
