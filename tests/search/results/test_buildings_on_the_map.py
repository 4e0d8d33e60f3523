"""Several voorzieningen in one building: no zoom takes them apart, so the cluster names them."""

from typing import Any

import pytest
from django.http import QueryDict
from django.test import RequestFactory

from search.filters import ZoekFilterSet
from search.results import clusters
from search.results.clusters import MAX_ITEMS, View, cluster_collection
from tests.socialmap.factories import VoorzieningFactory

GLIMMEN = (53.14, 6.63)


def properties(monkeypatch: pytest.MonkeyPatch, points: list[tuple[str, float, float]]) -> Any:
    monkeypatch.setattr(clusters, "find_points", lambda query, limit: points)
    filters = ZoekFilterSet(QueryDict(""), gemeente=None)
    view = View(bbox=(6.0, 53.0, 7.0, 53.5), zoom=18)

    collection = cluster_collection(RequestFactory().get("/kaart/punten.geojson"), filters, view)

    return [feature["properties"] for feature in collection["features"]]


@pytest.mark.django_db
def test_a_building_with_two_voorzieningen_names_both_in_order(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    eetclub = VoorzieningFactory(naam="Eetclub", live=True)
    biljart = VoorzieningFactory(naam="Biljart", live=True)

    [cluster] = properties(
        monkeypatch, [(str(one.public_id), *GLIMMEN) for one in (eetclub, biljart)]
    )

    assert cluster["count"] == 2
    assert cluster["items"] == [
        {"naam": "Biljart", "url": f"/voorziening/{biljart.slug}/"},
        {"naam": "Eetclub", "url": f"/voorziening/{eetclub.slug}/"},
    ]


@pytest.mark.django_db
def test_two_buildings_that_a_zoom_takes_apart_stay_a_number(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    eetclub = VoorzieningFactory(naam="Eetclub", live=True)
    biljart = VoorzieningFactory(naam="Biljart", live=True)

    [cluster] = properties(
        monkeypatch,
        [(str(eetclub.public_id), *GLIMMEN), (str(biljart.public_id), 53.140005, 6.63)],
    )

    assert cluster["items"] == []


@pytest.mark.django_db
def test_a_building_with_very_many_stays_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    points = [(f"id-{number}", *GLIMMEN) for number in range(MAX_ITEMS + 1)]

    [cluster] = properties(monkeypatch, points)

    assert (cluster["count"], cluster["items"]) == (MAX_ITEMS + 1, [])
