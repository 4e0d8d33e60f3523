"""Circles and boxes to the last digit, though Elasticsearch keeps points to the centimetre.

A region is asked for a little too small; what lies between that and a little too large is looked at
one by one, with the coordinates as they were. That is nothing, as a rule.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from elasticsearch.dsl import query as q
from elasticsearch.dsl.query import Query

from search.engines.distance import kilometres
from search.engines.elastic.mapping import GEBIED, ID, PUNTEN, PUNTEN_EXACT, WINDOW
from search.engines.elastic.translate import all_of, any_of, one_of, term
from search.plan import PlacePlan, Plan

Punten = list[tuple[float, float]]
BBox = tuple[float, float, float, float]

# Coordinates are kept in 32 bits (9 mm at most) and distances computed to some millimetres; beyond
# 1,000 km Lucene promises 40 cm.
_NEAR_KM: Final = 1000.0
_KM: Final = 0.0002
_KM_FAR: Final = 0.002
_DEGREES: Final = 2e-7
_ALL_ROUND_KM: Final = 20_037.0  # half the equator: a larger circle holds the whole earth


@dataclass(frozen=True)
class Circle:
    """Within the radius of a place, or offered in its service areas."""

    place: PlacePlan

    def query(self, slack: float) -> Query:
        """Return what lies within the radius and `slack` of the margin more."""
        place = self.place
        margin = _KM if place.km < _NEAR_KM else _KM_FAR
        km = place.km + slack * margin
        parts = [one_of(GEBIED, place.gebieden)]
        if km >= _ALL_ROUND_KM:
            parts.append(q.Exists(field=PUNTEN))
        elif km > 0:
            parts.append(
                q.GeoDistance(PUNTEN, {"lat": place.lat, "lon": place.lon}, distance=f"{km:.7f}km")
            )
        return any_of(parts)

    def holds(self, punten: Punten) -> bool:
        lats, lons = np.array(punten, dtype=np.float64).T
        distances = kilometres(self.place.lat, self.place.lon, lats, lons)
        return bool(distances.min() <= self.place.km)


@dataclass(frozen=True)
class Box:
    """With any point in a box."""

    bbox: BBox

    def query(self, slack: float) -> Query:
        min_lon, min_lat, max_lon, max_lat = map(float, self.bbox)
        margin = slack * _DEGREES
        left, right = max(-180.0, min_lon - margin), min(180.0, max_lon + margin)
        bottom, top = max(-90.0, min_lat - margin), min(90.0, max_lat + margin)
        if min_lon > max_lon or min_lat > max_lat or left > right or bottom > top:
            return q.MatchNone()
        corners = {"top": top, "left": left, "bottom": bottom, "right": right}
        return q.GeoBoundingBox(PUNTEN, corners)

    def holds(self, punten: Punten) -> bool:
        return any(in_box(self.bbox, lat, lon) for lat, lon in punten)


Region = Circle | Box


def in_box(bbox: BBox, lat: float, lon: float) -> bool:
    min_lon, min_lat, max_lon, max_lat = bbox
    return min_lon <= lon <= max_lon and min_lat <= lat <= max_lat


def regions_of(plan: Plan) -> tuple[Region, ...]:
    regions: list[Region] = []
    if plan.place is not None:
        regions.append(Circle(plan.place))
    if plan.bbox is not None:
        regions.append(Box(plan.bbox))
    return tuple(regions)


def edge_body(region: Region, plan: Plan) -> dict[str, Any]:
    """Return the request for what lies on the edge of `region`."""
    scope = [] if plan.gemeente is None else [term("gemeente", plan.gemeente)]
    query = all_of([region.query(1.0), *scope], without=[region.query(-1.0)])
    return {
        "query": query.to_dict(),
        "size": WINDOW,
        "stored_fields": "_none_",
        "docvalue_fields": [ID, PUNTEN_EXACT],
        "track_total_hits": False,
        "sort": ["_doc"],
    }


def on_the_edge(region: Region, answer: Mapping[str, Any]) -> frozenset[str]:
    """Return the ids on the edge that `region` holds, from the answer to `edge_body`."""
    return frozenset(
        hit["fields"][ID][0]
        for hit in answer["hits"]["hits"]
        if (punten := punten_of(hit)) and region.holds(punten)
    )


def region_query(region: Region, edge: frozenset[str]) -> Query:
    """Return exactly what `region` holds, given what was found on its edge."""
    sure = region.query(-1.0)
    return any_of([sure, one_of(ID, sorted(edge))]) if edge else sure


def punten_of(hit: Mapping[str, Any]) -> Punten:
    """Return the points of a hit, (lat, lon), to the last digit."""
    exact = hit.get("fields", {}).get(PUNTEN_EXACT)
    return [(lat, lon) for lat, lon in json.loads(exact[0])] if exact else []
