"""The query refuses what cannot be meant."""

from typing import Any

import pytest

from search.query import ALLE, ONBEKEND, Near, SearchQuery, Sort

HAREN = Near(lat=53.17, lon=6.6)


@pytest.mark.parametrize(
    "fields",
    [
        {"filters": {"kleur": frozenset({"rood"})}},
        {"facets": ("kleur",)},
        {"page": 0},
        {"size": 101},
        {"sort": Sort.AFSTAND},
        {"bbox": (float("nan"), 0.0, 1.0, 1.0)},
    ],
)
def test_an_impossible_query_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"."):
        SearchQuery(**fields)


@pytest.mark.parametrize(
    ("lat", "lon", "km"),
    [(91.0, 6.0, 1.0), (53.0, 181.0, 1.0), (float("nan"), 6.0, 1.0), (53.0, 6.0, -1.0)],
)
def test_an_impossible_place_is_refused(lat: float, lon: float, km: float) -> None:
    with pytest.raises(ValueError, match=r"."):
        Near(lat=lat, lon=lon, km=km)


def test_the_order_suits_the_question() -> None:
    assert SearchQuery().order is Sort.NAAM
    assert SearchQuery(near=HAREN).order is Sort.AFSTAND
    assert SearchQuery(near=HAREN, text="taal").order is Sort.RELEVANTIE
    assert SearchQuery(text="taal", sort=Sort.NAAM).order is Sort.NAAM


def test_unknown_is_added_to_chosen_values_only() -> None:
    query = SearchQuery(
        filters={"soort": frozenset({"regeling"}), "vorm": frozenset({ALLE})},
        include_unknown=frozenset({"soort", "vorm", "taal"}),
    )

    assert query.chosen("soort") == {"regeling", ONBEKEND}
    assert query.chosen("vorm") == frozenset()
    assert query.chosen("taal") == frozenset()
