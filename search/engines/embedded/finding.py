"""A Plan run against one reader: what matches, the counts, and the page in its order."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
import tantivy
from numpy.typing import NDArray
from tantivy import Query

from search.engines.counting import Counts, counted_facets
from search.engines.distance import kilometres
from search.engines.embedded import translate
from search.engines.embedded.reader import Addresses, Reader
from search.engines.embedded.schema import BOOST, NAAM_ORDER, NUMBER, lat_column, lon_column
from search.engines.ordering import Values, daily_ties, ranks, window
from search.engines.points import Points
from search.plan import PlacePlan, Plan
from search.query import Hit, Sort

# Buckets of an aggregation; more than any facet has values (342 gemeenten, some thousand stappen).
_MOST_VALUES = 20_000
# Hits fetched beyond the page, to see where equal scores end.
_LOOK_AHEAD = 32


@dataclass(frozen=True)
class Finding:
    """One search: conditions are built and evaluated at most once."""

    reader: Reader
    plan: Plan
    day: date

    @cached_property
    def within(self) -> list[Query]:
        """Everything but the facet filters."""
        plan = self.plan
        conditions: list[Query] = []
        if plan.text is not None:
            conditions.append(translate.matching(plan.text))
        if plan.gemeente is not None:
            conditions.append(translate.term("gemeente", plan.gemeente))
        if plan.leeftijd is not None:
            conditions += translate.of_age(plan.leeftijd)
        if plan.bbox is not None:
            conditions.append(translate.in_box(plan.bbox, self.reader.most_points))
        if plan.place is not None:
            conditions.append(self._place(plan.place, conditions))
        return conditions

    def _place(self, place: PlacePlan, conditions: list[Query]) -> Query:
        """Return the exact circle or service area, correct for what matches `conditions`.

        tantivy knows boxes only. What is in the box, outside the circle and in no service area is
        found first and then left out by number.
        """
        around = translate.around(place, self.reader.most_points)
        in_gebied = translate.in_gebied(place)
        doubtful = translate.all_of([*conditions, around], without=[in_gebied])
        addresses = self.reader.addresses(doubtful)
        distances = self.distances(addresses, place.lat, place.lon)
        outside = [addresses[i] for i in np.flatnonzero(distances > place.km)]
        candidates = translate.any_of([around, in_gebied])
        if not outside:
            return candidates
        numbers = self.reader.numbers(outside).tolist()
        return translate.all_of([candidates], without=[translate.one_of(NUMBER, numbers)])

    def distances(self, addresses: Addresses, lat: float, lon: float) -> Values:
        """Return per document the kilometres to its nearest point; NaN without points."""
        nearest: Values = np.full(len(addresses), np.nan)
        rest, positions = addresses, np.arange(len(addresses))
        for column in range(self.reader.most_points):
            if not rest:
                break
            lats = self.reader.floats(lat_column(column), rest)
            has_point = ~np.isnan(lats)
            if not has_point.all():
                positions = positions[has_point]
                lats = lats[has_point]
                rest = [rest[i] for i in np.flatnonzero(has_point)]
            lons = self.reader.floats(lon_column(column), rest)
            nearest[positions] = np.fmin(nearest[positions], kilometres(lat, lon, lats, lons))
        return nearest

    def matches(self, leaving_out: str = "") -> Query:
        """Return the documents that match the plan, one facet's filter left out or none."""
        filters = [
            translate.one_of(facet, chosen)
            for facet, chosen in self.plan.filters.items()
            if facet != leaving_out
        ]
        return translate.unscored(translate.all_of([*self.within, *filters]))

    def counts(self) -> Counts:
        facets = counted_facets(self.plan)
        free = [facet for facet in facets if facet not in self.plan.filters]
        counts = self._aggregate(self.matches(), free)
        for facet in self.plan.filters:
            counts |= self._aggregate(self.matches(leaving_out=facet), [facet])
        return counts

    def _aggregate(self, query: Query, facets: list[str]) -> dict[str, dict[str, int]]:
        if not facets:
            return {}
        asked = {facet: {"terms": {"field": facet, "size": _MOST_VALUES}} for facet in facets}
        answer = self.reader.searcher.aggregate(query, asked)
        return {
            facet: {bucket["key"]: bucket["doc_count"] for bucket in answer[facet]["buckets"]}
            for facet in facets
        }

    def page(self) -> tuple[int, tuple[Hit, ...]]:
        """Return the number of matches and the hits of the page asked for."""
        if self.plan.sort is Sort.NAAM:
            return self._by_name()
        if self.plan.sort is Sort.AFSTAND and self.plan.near is not None:
            return self._by_distance(self.plan.near.lat, self.plan.near.lon)
        if self.plan.text is None:
            return self._shuffled()
        return self._by_relevance()

    def _by_name(self) -> tuple[int, tuple[Hit, ...]]:
        query = self.matches()
        addresses = self._named(query, self.plan.start, self.plan.size)
        return self.reader.count(query), self._hits(addresses)

    def _named(self, query: Query, start: int, size: int) -> Addresses:
        if not size or start >= self.reader.documents:
            return []
        found = self.reader.searcher.search(
            query,
            size,
            count=False,
            order_by_field=NAAM_ORDER,
            order=tantivy.Order.Asc,
            offset=start,
        )
        return [address for _, address in found.hits]

    def _by_distance(self, lat: float, lon: float) -> tuple[int, tuple[Hit, ...]]:
        plan = self.plan
        matches = self.matches()
        addresses = self.reader.addresses(matches)
        distances = self.distances(addresses, lat, lon)
        order = np.argsort(distances, kind="stable")  # NaN, no point, comes last
        placed = order[: np.count_nonzero(~np.isnan(distances))]
        groups = np.cumsum(np.diff(distances[placed], prepend=-1.0) > 0, dtype=np.int64)
        found = [addresses[placed[i]] for i in self._window(groups, addresses, placed)]
        if len(found) < plan.size and len(placed) < len(addresses):
            nowhere = translate.all_of(
                [matches], without=[translate.with_points(self.reader.most_points)]
            )
            start = max(0, plan.start - len(placed))
            found += self._named(translate.unscored(nowhere), start, plan.size - len(found))
        return len(addresses), self._hits(found)

    def _shuffled(self) -> tuple[int, tuple[Hit, ...]]:
        """Without words every entry is as relevant as any other."""
        addresses = self.reader.addresses(self.matches())
        groups = np.zeros(len(addresses), dtype=np.int64)
        places = self._window(groups, addresses, np.arange(len(addresses)))
        return len(addresses), self._hits([addresses[i] for i in places])

    def _by_relevance(self) -> tuple[int, tuple[Hit, ...]]:
        plan, text = self.plan, self.plan.text
        matches = self.matches()
        total = self.reader.count(matches)
        if text is None or plan.start >= total or not plan.size:
            return total, ()
        scored = tantivy.Query.boolean_query(
            [
                (tantivy.Occur.Must, matches),
                *((tantivy.Occur.Should, query) for query in translate.scoring(text)),
            ]
        )
        wanted = plan.start + plan.size + _LOOK_AHEAD
        while True:
            hits = self.reader.searcher.search(
                scored, min(wanted, total), count=False, weight_by_field=BOOST
            ).hits
            scores = np.array([score for score, _ in hits])
            groups = ranks(scores)
            last = min(plan.start + plan.size, len(hits)) - 1
            if len(hits) >= total or groups[last] != groups[-1]:
                break
            wanted *= 4  # the equal scores on the page may go on beyond what was fetched
        addresses = [address for _, address in hits]
        places = self._window(groups, addresses, np.arange(len(hits)))
        return total, self._hits([addresses[i] for i in places], [scores[i] for i in places])

    def points(self, limit: int) -> Points:
        """Return the points of the matches, those outside the plan's box left out."""
        addresses = self.reader.addresses(self.matches())
        rows: list[NDArray[np.int64]] = []
        lats: list[Values] = []
        lons: list[Values] = []
        rest, positions = addresses, np.arange(len(addresses))
        for column in range(self.reader.most_points):
            found = self.reader.floats(lat_column(column), rest)
            has_point = np.flatnonzero(~np.isnan(found))
            positions, rest = positions[has_point], [rest[i] for i in has_point]
            if not rest:
                break
            rows.append(positions)
            lats.append(found[has_point])
            lons.append(self.reader.floats(lon_column(column), rest))
        if not rows:
            empty = np.zeros(0)
            return Points(empty, empty, np.zeros(0, np.int64), lambda _: [])
        lat, lon, owner = np.concatenate(lats), np.concatenate(lons), np.concatenate(rows)
        if self.plan.bbox is not None:
            min_lon, min_lat, max_lon, max_lat = self.plan.bbox
            inside = (lon >= min_lon) & (lon <= max_lon) & (lat >= min_lat) & (lat <= max_lat)
            lat, lon, owner = lat[inside], lon[inside], owner[inside]

        def ids_of(owners: NDArray[np.int64]) -> list[str]:
            return self.reader.ids([addresses[i] for i in owners])

        return Points(lat[:limit], lon[:limit], owner[:limit], ids_of)

    def _window(
        self, groups: NDArray[np.int64], addresses: Addresses, order: NDArray[np.int64]
    ) -> NDArray[np.int64]:
        """Return which of `groups` fill the page; `order` leads from them to `addresses`."""

        def ties(touched: slice) -> NDArray[np.uint64]:
            numbers = self.reader.numbers([addresses[i] for i in order[touched]])
            return daily_ties(numbers, self.day)

        return window(groups, self.plan.start, self.plan.size, ties)

    def _hits(self, addresses: Addresses, scores: list[float] | None = None) -> tuple[Hit, ...]:
        near = self.plan.near
        if near is None:
            distances = np.full(len(addresses), np.nan)
        else:
            distances = self.distances(addresses, near.lat, near.lon)
        return tuple(
            Hit(id=id, score=float(score), km=None if np.isnan(km) else float(km))
            for id, score, km in zip(
                self.reader.ids(addresses),
                scores or [0.0] * len(addresses),
                distances,
                strict=True,
            )
        )
