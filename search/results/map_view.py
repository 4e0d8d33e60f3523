"""Where the map starts and how many results are not on it."""

from typing import Any, Final

from django.http import HttpRequest

from search.filters import ZoekFilterSet
from search.find import find_points
from search.query import SearchPage
from search.results.clusters import MAX_POINTS
from socialmap.context import page_url
from socialmap.sites import site_table

NETHERLANDS: Final = (3.3, 50.7, 7.3, 53.6)
ZOOM_OF_RADIUS: Final = ((2, 14), (5, 13), (10, 12), (25, 10), (50, 9))


def map_context(
    request: HttpRequest, filters: ZoekFilterSet, found: SearchPage, *, count_outside: bool
) -> dict[str, Any]:
    """The `map` of the templates; `outside` costs a second question, so only the map page asks."""
    outside = 0
    if count_outside and not found.degraded:
        query = filters.to_query(page=1, size=0, facets=())
        outside = found.total - len({point[0] for point in find_points(query, MAX_POINTS)})
    return {
        "src": page_url(request, "kaart_punten"),
        "outside": outside,
        "load": False,
        **_start(filters),
    }


def _start(filters: ZoekFilterSet) -> dict[str, Any]:
    near = filters.near
    if near is not None:
        radius = filters.radius_km or 50
        zoom = next(zoom for km, zoom in ZOOM_OF_RADIUS if radius <= km)
        return {"lat": near.lat, "lon": near.lon, "zoom": zoom, "bbox": ""}
    boxes = site_table().boxes
    if filters.context_gemeente is not None and filters.context_gemeente.slug in boxes:
        west, south, east, north = boxes[filters.context_gemeente.slug]
    elif boxes:
        corners = list(zip(*boxes.values(), strict=True))
        west, south, east, north = (
            min(corners[0]),
            min(corners[1]),
            max(corners[2]),
            max(corners[3]),
        )
    else:
        west, south, east, north = NETHERLANDS
    return {
        "lat": (south + north) / 2,
        "lon": (west + east) / 2,
        "zoom": 11,
        "bbox": f"{west:.4f},{south:.4f},{east:.4f},{north:.4f}",
    }
