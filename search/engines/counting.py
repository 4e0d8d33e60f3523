"""Facet counts as engines find them, made into what a page shows."""

from collections.abc import Mapping

from search.plan import Plan
from search.query import ONBEKEND, FacetValue

Counts = Mapping[str, Mapping[str, int]]  # facet → slug → entries


def facet_values(plan: Plan, counts: Counts) -> dict[str, tuple[FacetValue, ...]]:
    """Return the values of each facet of `plan`, most frequent first, then by slug."""
    return {facet: _values(counts[facet], plan.filters.get(facet, ())) for facet in plan.facets}


def unknown_counts(plan: Plan, counts: Counts) -> dict[str, int]:
    """Return per filtered facet how many entries "onbekend" would add (it always stands alone)."""
    return {
        facet: 0 if ONBEKEND in chosen else counts[facet].get(ONBEKEND, 0)
        for facet, chosen in plan.filters.items()
    }


def counted_facets(plan: Plan) -> tuple[str, ...]:
    """Return the facets whose counts a page needs: those shown and those filtered."""
    return tuple(dict.fromkeys((*plan.facets, *plan.filters)))


def _values(counts: Mapping[str, int], chosen: tuple[str, ...]) -> tuple[FacetValue, ...]:
    slugs = sorted({*counts, *chosen}, key=lambda slug: (-counts.get(slug, 0), slug))
    return tuple(
        FacetValue(slug=slug, count=counts.get(slug, 0), selected=slug in chosen) for slug in slugs
    )
