"""A facet with hundreds of values shows the most frequent ones, and every choice made."""

import pytest
from django.http import QueryDict

from search.filters import ZoekFilterSet
from search.query import FacetValue, SearchPage
from search.results.facets import MOST, facet_views
from socialmap.models import Gemeente

pytestmark = pytest.mark.django_db


def gemeente_facet(total: int, query: str):
    Gemeente.objects.bulk_create(
        Gemeente(code=f"GM{number:04}", slug=f"dorp-{number}", naam=f"Dorp {number}")
        for number in range(total)
    )
    values = tuple(
        FacetValue(slug=f"dorp-{number}", count=total - number) for number in range(total)
    )
    filters = ZoekFilterSet(QueryDict(query))
    views = facet_views(SearchPage(total=total, facets={"gemeente": values}), filters)
    return next(view for view in views if view.name == "gemeente")


def test_of_hundreds_of_gemeenten_the_most_frequent_and_the_chosen_are_boxes():
    facet = gemeente_facet(300, "gemeente=dorp-299")

    slugs = [value.slug for value in (*facet.values, *facet.more)]
    assert len(slugs) == MOST + 1
    assert {"dorp-0", "dorp-29", "dorp-299"} <= set(slugs)
    assert "meeste resultaten" in facet.help


def test_a_short_list_is_shown_whole_and_without_that_remark():
    facet = gemeente_facet(12, "")

    assert len([*facet.values, *facet.more]) == 12
    assert facet.help == ""
