"""What a Plan asks of the index: its matches, its counts, its hits in an order."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from elasticsearch.dsl import aggs
from elasticsearch.dsl.query import Query

from search.engines.counting import Counts, counted_facets
from search.engines.elastic import translate
from search.engines.elastic.edges import Region, region_query
from search.engines.elastic.mapping import ID, NAAM, PUNTEN, PUNTEN_EXACT
from search.plan import Plan
from search.query import Near, Sort

# Values of a facet; more than any has (342 gemeenten, some thousand stappen).
_MOST_VALUES: Final = 20_000
Edges = Mapping[Region, frozenset[str]]
Body = dict[str, Any]


@dataclass(frozen=True)
class Finding:
    """A plan, and what of the index it is asked with.

    Args:
        edges: which entries on the edges of the regions of `plan` lie inside.
        turn: the column with the order of the day, if there is one.
    """

    plan: Plan
    edges: Edges
    turn: str | None

    @cached_property
    def within(self) -> Query:
        """Everything but the facet filters."""
        plan = self.plan
        conditions = [region_query(region, edge) for region, edge in self.edges.items()]
        if plan.text is not None:
            conditions.append(translate.matching(plan.text))
        if plan.gemeente is not None:
            conditions.append(translate.term("gemeente", plan.gemeente))
        if plan.leeftijd is not None:
            conditions.append(translate.of_age(plan.leeftijd))
        return translate.all_of(conditions)

    @property
    def is_scored(self) -> bool:
        return self.plan.text is not None and self.plan.sort is Sort.RELEVANTIE

    @property
    def is_by_distance(self) -> bool:
        return self.plan.sort is Sort.AFSTAND and self.plan.near is not None

    @property
    def is_shuffled(self) -> bool:
        """Whether every match is as relevant as any other: without words."""
        return self.plan.text is None and self.plan.sort is Sort.RELEVANTIE

    def page_body(self, size: int) -> Body:
        """Ask for the total, the counts and the first `size` hits."""
        body = self._ordered(self.within, size)
        if self.plan.filters:
            # After the counts, each of which leaves out the filter of its own facet.
            body["post_filter"] = translate.all_of(translate.chosen(self.plan.filters)).to_dict()
        if counted_facets(self.plan):
            body["aggs"] = self._aggregations()
        return body

    def hits_body(self, size: int) -> Body:
        """Ask for the first `size` hits alone."""
        return self._ordered(self._matches, size) | {"track_total_hits": False}

    def points_body(self, size: int) -> Body:
        """Ask for the points of the matches, of the first `size` of them in any order."""
        has_points = translate.exists(PUNTEN)
        query = translate.all_of([self._matches, has_points])
        return {
            "query": query.to_dict(),
            "size": size,
            "stored_fields": "_none_",
            "docvalue_fields": [ID, PUNTEN_EXACT],
            "track_total_hits": True,
        }

    def counts(self, answer: Mapping[str, Any]) -> Counts:
        """Return facet → slug → entries, from the answer to `page_body`."""
        return {
            facet: {bucket["key"]: bucket["doc_count"] for bucket in counted["buckets"]}
            for group in answer.get("aggregations", {}).values()
            for facet, counted in group.items()
            if facet != "doc_count"
        }

    @cached_property
    def _matches(self) -> Query:
        return translate.all_of([self.within, *translate.chosen(self.plan.filters)])

    def _ordered(self, matches: Query, size: int) -> Body:
        plan = self.plan
        query = matches
        body: Body = {}
        if plan.text is not None and self.is_scored:
            query = translate.scored(matches, plan.text)
            body["sort"] = ["_score"]
        elif plan.near is not None and self.is_by_distance:
            body["sort"] = [_from(plan.near), {NAAM: "asc"}]
        elif self.is_shuffled and self.turn is not None:
            body["sort"] = [{self.turn: "asc"}]
        else:
            body["sort"] = [{NAAM: "asc"}]
        exact = [ID] if plan.near is None else [ID, PUNTEN_EXACT]
        return body | {
            "query": query.to_dict(),
            "size": size,
            "stored_fields": "_none_",
            "docvalue_fields": exact,
            "track_total_hits": True,
        }

    def _aggregations(self) -> Body:
        """One group of facets for each set of filters that applies to them."""
        groups: dict[tuple[str, ...], aggs.Filter] = {}
        for facet in counted_facets(self.plan):
            others = tuple(name for name in self.plan.filters if name != facet)
            if others not in groups:
                left_out = facet if facet in self.plan.filters else ""
                chosen = translate.chosen(self.plan.filters, leaving_out=left_out)
                groups[others] = aggs.Filter(translate.all_of(chosen))
            groups[others].bucket(facet, "terms", field=facet, size=_MOST_VALUES)
        return {str(number): group.to_dict() for number, group in enumerate(groups.values())}


def _from(near: Near) -> Body:
    return {
        "_geo_distance": {
            PUNTEN: {"lat": near.lat, "lon": near.lon},
            "order": "asc",
            "unit": "km",
            "mode": "min",  # the nearest of several points counts
            "distance_type": "arc",
        }
    }
