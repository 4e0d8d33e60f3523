"""A way to say a begrip leads to some entries of a gemeente, not to a large part of them."""

import random

import pytest

from search.begrippen.thesaurus import shipped
from search.engines.base import SearchEngine
from search.query import Scope, SearchQuery
from socialmap.models import Gemeente

SAMPLE = 1_500
PART = 0.2
# One word finds every entry that has it ("sport", "werkster"), and general entrances are wide.
MAY_BE_WIDE = 0.06


@pytest.mark.django_db
def test_hardly_any_way_leads_to_more_than_a_fifth_of_a_gemeente(demo: SearchEngine) -> None:
    ways = sorted({way for begrip in shipped().begrippen for way in begrip.ways()})
    sample = random.Random(20).sample(ways, SAMPLE)  # noqa: S311 - not for secrets
    sizes = {
        slug: demo.search(SearchQuery(scope=Scope(gemeente=slug), facets=())).total
        for slug in Gemeente.objects.shown().values_list("slug", flat=True)
    }
    scope = Scope(gemeente=max(sizes, key=lambda slug: sizes[slug]))
    enough = PART * max(sizes.values())

    wide = [
        way
        for way in sample
        if demo.search(SearchQuery(text=way, scope=scope, facets=(), size=1)).total > enough
    ]

    assert len(wide) <= MAY_BE_WIDE * SAMPLE, wide
