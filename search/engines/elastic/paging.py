"""The page asked for, in each of the orders, equal entries in the order of the day."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from search.engines.distance import kilometres
from search.engines.elastic.edges import BBox, Punten, in_box, punten_of
from search.engines.elastic.finding import Finding
from search.engines.elastic.mapping import ID
from search.engines.ordering import Values, daily_ties, number_of, ranks, window
from search.engines.points import Points
from search.plan import Plan
from search.query import Hit, Near

# Hits fetched beyond the page, to see where equal ones end.
_LOOK_AHEAD: Final = 32
# Pages from here on are asked for only when the total says that they exist.
_DEEP: Final = 1_000
# How far Elasticsearch's distances may be off: 9 mm for the coordinates, 5 for our rounding; Lucene
# promises no more than 40 cm beyond 1,000 km.
_OFF_KM: Final = 5e-5
_OFF_FAR_KM: Final = 1e-3
_NEAR_KM: Final = 1000.0

Found = Sequence[Mapping[str, Any]]  # hits as Elasticsearch gives them
Fetch = Callable[[int], Found]  # the first so many hits


def first_size(plan: Plan) -> int:
    """Return how many hits to ask for along with the counts."""
    if not plan.size or plan.start > _DEEP:
        return 0
    return plan.start + plan.size + _LOOK_AHEAD


def page_of(finding: Finding, total: int, found: Found, fetch: Fetch, day: date) -> tuple[Hit, ...]:
    """Return the hits of the page, fetching more than was `found` where needed."""
    plan = finding.plan
    if not plan.size or plan.start >= total:
        return ()
    needed = min(total, plan.start + plan.size + _LOOK_AHEAD)
    if finding.is_shuffled and finding.turn is None:
        needed = total
    while True:
        if len(found) < needed:
            found = fetch(needed)
        hits = _page(finding, found, len(found) >= total, day)
        if hits is not None:
            return hits
        needed = min(total, needed * 4)


def points_in(hits: Iterable[Mapping[str, Any]], bbox: BBox | None, limit: int) -> Points:
    """Return the points of hits, at most `limit`, those outside the box left out."""
    ids: list[str] = []
    rows: list[tuple[int, float, float]] = []
    for hit in hits:
        punten = punten_of(hit)
        rows += [(len(ids), *punt) for punt in punten if bbox is None or in_box(bbox, *punt)]
        ids.append(_id(hit))
    columns = np.array(rows[:limit], dtype=np.float64).reshape(-1, 3)
    return Points(
        columns[:, 1],
        columns[:, 2],
        columns[:, 0].astype(np.int64),
        lambda owners: [ids[owner] for owner in owners],
    )


def _page(finding: Finding, found: Found, complete: bool, day: date) -> tuple[Hit, ...] | None:
    """Return the page from the hits `found`; None when equal ones may go on beyond them."""
    if finding.is_by_distance and finding.plan.near is not None:
        return _by_distance(finding.plan, finding.plan.near, found, complete, day)
    if finding.is_scored:
        return _by_relevance(finding.plan, found, complete, day)
    if finding.is_shuffled and finding.turn is None:
        groups = np.zeros(len(found), dtype=np.int64)
        return _hits(finding.plan, _windowed(finding.plan, groups, found, day))
    plan = finding.plan
    return _hits(plan, found[plan.start : plan.start + plan.size])


def _by_relevance(plan: Plan, found: Found, complete: bool, day: date) -> tuple[Hit, ...] | None:
    groups = ranks(np.array([hit["_score"] for hit in found], dtype=np.float64))
    last = min(plan.start + plan.size, len(found)) - 1
    if not complete and groups[last] == groups[-1]:
        return None
    return _hits(plan, _windowed(plan, groups, found, day))


def _by_distance(
    plan: Plan, near: Near, found: Found, complete: bool, day: date
) -> tuple[Hit, ...] | None:
    measured = [(hit, _nearest(near, punten)) for hit in found if (punten := punten_of(hit))]
    measured.sort(key=lambda pair: pair[1])
    distances = np.array([km for _, km in measured], dtype=np.float64)
    last = min(plan.start + plan.size, len(measured)) - 1
    if not complete and len(measured) == len(found):
        # Whatever was not fetched lies at least this far away.
        rest_from = float(found[-1]["sort"][0])
        off = _OFF_KM if rest_from < _NEAR_KM else _OFF_FAR_KM
        if distances[last] >= rest_from - off:
            return None
    groups = np.cumsum(np.diff(distances, prepend=-1.0) > 0, dtype=np.int64)
    chosen = _windowed(plan, groups, [hit for hit, _ in measured], day)
    # Those without a point come last, by name.
    first = max(0, plan.start - len(measured))
    nowhere = [hit for hit in found if not punten_of(hit)]
    return _hits(plan, [*chosen, *nowhere[first : first + plan.size - len(chosen)]])


def _windowed(plan: Plan, groups: NDArray[np.int64], found: Found, day: date) -> Found:
    def ties(touched: slice) -> NDArray[np.uint64]:
        numbers = [number_of(_id(hit)) for hit in found[touched]]
        return daily_ties(np.array(numbers, dtype=np.int64), day)

    return [found[position] for position in window(groups, plan.start, plan.size, ties)]


def _hits(plan: Plan, chosen: Found) -> tuple[Hit, ...]:
    return tuple(
        Hit(
            id=_id(hit),
            score=float(hit.get("_score") or 0.0),
            km=_km(plan.near, punten_of(hit)),
        )
        for hit in chosen
    )


def _km(near: Near | None, punten: Punten) -> float | None:
    return None if near is None or not punten else _nearest(near, punten)


def _nearest(near: Near, punten: Punten) -> float:
    coordinates: Values = np.array(punten, dtype=np.float64)
    return float(kilometres(near.lat, near.lon, coordinates[:, 0], coordinates[:, 1]).min())


def _id(hit: Mapping[str, Any]) -> str:
    id: str = hit["fields"][ID][0]
    return id
