"""What a Plan matches in one reader, with its counts and points."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from tantivy import Query

from search.engines.counting import Counts, counted_facets
from search.engines.embedded import translate
from search.engines.embedded.nearby import Survey
from search.engines.embedded.reader import Reader
from search.engines.embedded.schema import lat_column, lon_column
from search.engines.ordering import Values
from search.engines.points import Points
from search.plan import Plan

# Buckets of an aggregation; more than any facet has values (342 gemeenten, some thousand stappen).
_MOST_VALUES: Final = 20_000


@dataclass(frozen=True)
class Finding:
    """One search; conditions are built and evaluated at most once."""

    reader: Reader
    plan: Plan

    @cached_property
    def _placeless(self) -> list[Query]:
        """Everything but the place and the facet filters."""
        plan = self.plan
        conditions: list[Query] = []
        if plan.text is not None:
            conditions.append(translate.matching(plan.text))
        if plan.gemeente is not None:
            conditions.append(translate.term("gemeente", plan.gemeente))
        if plan.leeftijd is not None:
            conditions.append(translate.of_age(plan.leeftijd))
        if plan.bbox is not None:
            conditions.append(translate.in_box(plan.bbox, self.reader.most_points))
        return conditions

    @cached_property
    def _filters(self) -> list[Query]:
        return [translate.one_of(facet, chosen) for facet, chosen in self.plan.filters.items()]

    @cached_property
    def survey(self) -> Survey | None:
        """The surroundings of the place, when there is one that limits the matches."""
        if self.plan.place is None:
            return None
        return Survey.of(self.reader, self.plan.place, self._placeless, self._filters)

    @cached_property
    def _within(self) -> list[Query]:
        """Everything but the facet filters."""
        if self.plan.place is None or self.survey is None:
            return self._placeless
        return [*self._placeless, self.survey.condition(self.reader, self.plan.place)]

    @cached_property
    def matches(self) -> Query:
        return translate.unscored(translate.all_of([*self._within, *self._filters]))

    def counts(self) -> Counts:
        """Count every facet in one pass: its values, where the filters of the others hold."""
        filters = self.plan.filters
        facets = counted_facets(self.plan)
        if not facets:
            return {}
        asked: dict[str, Any] = {}
        for facet in facets:
            terms = {"terms": {"field": facet, "size": _MOST_VALUES}}
            others = {name: values for name, values in filters.items() if name != facet}
            condition = translate.filter_text(others) if others else "*"
            asked.setdefault(condition, {"filter": condition, "aggs": {}})["aggs"][facet] = terms
        answer = self.reader.searcher.aggregate(translate.all_of(self._within), asked)
        return {
            facet: {bucket["key"]: bucket["doc_count"] for bucket in counted[facet]["buckets"]}
            for condition, counted in answer.items()
            for facet in asked[condition]["aggs"]
        }

    def points(self, limit: int) -> Points:
        """Return the points of the matches, those outside the plan's box left out."""
        addresses = self.reader.addresses(self.matches)
        rows: list[NDArray[np.int64]] = [np.zeros(0, dtype=np.int64)]
        lats: list[Values] = [np.zeros(0)]
        lons: list[Values] = [np.zeros(0)]
        rest, positions = addresses, np.arange(len(addresses))
        for column in range(self.reader.most_points):
            found = self.reader.floats(lat_column(column), rest)
            has_point = np.flatnonzero(~np.isnan(found))
            positions, rest = positions[has_point], [rest[i] for i in has_point]
            rows.append(positions)
            lats.append(found[has_point])
            lons.append(self.reader.floats(lon_column(column), rest))
        lat, lon, owner = np.concatenate(lats), np.concatenate(lons), np.concatenate(rows)
        if self.plan.bbox is not None:
            min_lon, min_lat, max_lon, max_lat = self.plan.bbox
            inside = (lon >= min_lon) & (lon <= max_lon) & (lat >= min_lat) & (lat <= max_lat)
            lat, lon, owner = lat[inside], lon[inside], owner[inside]

        def ids_of(owners: NDArray[np.int64]) -> list[str]:
            return self.reader.ids([addresses[i] for i in owners])

        return Points(lat[:limit], lon[:limit], owner[:limit], ids_of)
