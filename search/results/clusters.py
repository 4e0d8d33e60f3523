"""Results on the map: points in view, gathered into clusters on the server. GeoJSON, WGS 84."""

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from django.http import HttpRequest

from search.filters import ZoekFilterSet
from search.find import find_points
from socialmap.context import page_url
from socialmap.models import Voorziening

Bbox = tuple[float, float, float, float]  # minlon, minlat, maxlon, maxlat
Point = tuple[str, float, float]  # public id, lat, lon

MAX_POINTS: Final = 600_000
CELL_PIXELS: Final = 72
# The largest marker is 54 wide; markers that overlap cannot be hit (WCAG 2.5.8).
APART_PIXELS: Final = 60
# As far as the map zooms in by itself (DEEPEST in frontend/js/map.js).
DEEPEST_ZOOM: Final = 18
TILE_PIXELS: Final = 256
MIN_ZOOM: Final = 6
MAX_ZOOM: Final = 19
MAX_LATITUDE: Final = 85.0
SMALLEST_DEGREES: Final = 1e-6  # a tenth of a metre: no view is smaller
# More voorzieningen than this in one building stay a number; the list has them all.
MAX_ITEMS: Final = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """The part of the map that is asked for."""

    bbox: Bbox
    zoom: int


def parse_view(bbox: str, zoom: str) -> View | None:
    """Read "minlon,minlat,maxlon,maxlat" and a zoom; None when they make no view.

    The zoom is capped by the size of the view, so that no request returns the whole country in
    single points (52,614 features and 9 MB were measured without it).
    """
    try:
        west, south, east, north = (float(part) for part in bbox.split(","))
        level = int(zoom)
    except ValueError:
        return None
    if not (-180 <= west < east <= 180 and -90 <= south < north <= 90):
        return None
    widest = 4096 / TILE_PIXELS * 360 / max(east - west, SMALLEST_DEGREES)
    level = min(level, MAX_ZOOM, int(math.log2(widest)))
    return View(bbox=(west, south, east, north), zoom=max(MIN_ZOOM, level))


def cluster_collection(request: HttpRequest, filters: ZoekFilterSet, view: View) -> dict[str, Any]:
    """Return a FeatureCollection of clusters (`count`, `bbox`) and single places (`naam`, `url`).

    A cluster that no zoom takes apart, such as one building, has the `items` that it stands for.
    """
    query = filters.to_query(bbox=view.bbox, page=1, size=0, facets=())
    inside = [point for point in find_points(query, MAX_POINTS) if _within(point, view.bbox)]
    groups = _apart(_group(inside, view.zoom), view.zoom)
    named = [group for group in groups if _is_named(group, view.zoom)]
    names = _names({point[0] for group in named for point in group})
    features = []
    for group in groups:
        if _one_entry(group):
            if group[0][0] in names:
                features.append(_pin(group[0], names[group[0][0]], request))
        else:
            items = _items(group, names, request) if _is_named(group, view.zoom) else []
            features.append(_cluster(group, items))
    return {"type": "FeatureCollection", "features": features}


def _within(point: Point, bbox: Bbox) -> bool:
    west, south, east, north = bbox
    return south <= point[1] <= north and west <= point[2] <= east


def _one_entry(group: list[Point]) -> bool:
    return all(point[0] == group[0][0] for point in group)


def _is_named(group: list[Point], zoom: int) -> bool:
    if len(group) > MAX_ITEMS:
        return _one_entry(group)
    together = zoom >= DEEPEST_ZOOM or all(point[1:] == group[0][1:] for point in group)
    return together or _one_entry(group)


def _items(
    group: list[Point], names: dict[str, Voorziening], request: HttpRequest
) -> list[dict[str, str]]:
    found = {point[0]: names[point[0]] for point in group if point[0] in names}
    return [
        {"naam": one.naam, "url": page_url(request, "voorziening", slug=one.slug)}
        for one in sorted(found.values(), key=lambda one: one.naam)
    ]


def _group(points: Iterable[Point], zoom: int) -> list[list[Point]]:
    """Points per square cell of `CELL_PIXELS` in Web Mercator (EPSG:3857)."""
    cells: dict[tuple[int, int], list[Point]] = defaultdict(list)
    for point in points:
        x, y = _pixels(point[1], point[2], zoom)
        cells[(int(x / CELL_PIXELS), int(y / CELL_PIXELS))].append(point)
    return [cells[key] for key in sorted(cells)]


def _apart(groups: list[list[Point]], zoom: int) -> list[list[Point]]:
    """Join groups until their centres are `APART_PIXELS` from each other; a cell has edges."""
    while True:
        joined: list[tuple[float, float, list[Point]]] = []
        for group in sorted(groups, key=len, reverse=True):
            x, y = _pixels(*_centre(group), zoom)
            near = (other for other in joined if math.dist((x, y), other[:2]) < APART_PIXELS)
            host = next(near, None)
            if host is None:
                joined.append((x, y, list(group)))
            else:
                host[2].extend(group)
        if len(joined) == len(groups):
            return groups
        groups = [group for _x, _y, group in joined]


def _pixels(lat: float, lon: float, zoom: int) -> tuple[float, float]:
    """Position on the map of the whole world at `zoom`, from its top left corner."""
    latitude = max(-MAX_LATITUDE, min(MAX_LATITUDE, lat))
    x = (lon + 180) / 360
    y = 0.5 - math.asinh(math.tan(math.radians(latitude))) / (2 * math.pi)
    return x * TILE_PIXELS * 2**zoom, y * TILE_PIXELS * 2**zoom


def _centre(group: list[Point]) -> tuple[float, float]:
    return (
        sum(point[1] for point in group) / len(group),
        sum(point[2] for point in group) / len(group),
    )


def _names(public_ids: set[str]) -> dict[str, Voorziening]:
    found = Voorziening.objects.live().filter(public_id__in=public_ids).select_related("aanbieder")
    return {str(voorziening.public_id): voorziening for voorziening in found}


def _pin(point: Point, voorziening: Voorziening, request: HttpRequest) -> dict[str, Any]:
    return _feature(
        point[1],
        point[2],
        {
            "count": 1,
            "naam": voorziening.naam,
            "aanbieder": voorziening.aanbieder.naam if voorziening.aanbieder else "",
            "waar": "",
            "url": page_url(request, "voorziening", slug=voorziening.slug),
        },
    )


def _cluster(group: list[Point], items: list[dict[str, str]]) -> dict[str, Any]:
    lats, lons = [point[1] for point in group], [point[2] for point in group]
    return _feature(
        *_centre(group),
        {
            "count": len({point[0] for point in group}),
            "bbox": [round(v, 5) for v in (min(lons), min(lats), max(lons), max(lats))],
            "items": items,
        },
    )


def _feature(lat: float, lon: float, properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [round(lon, 5), round(lat, 5)]},
        "properties": properties,
    }
