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


def properties(
    monkeypatch: pytest.MonkeyPatch, points: list[tuple[str, float, float]], zoom: int = 15
) -> Any:
    monkeypatch.setattr(clusters, "find_points", lambda query, limit: points)
    filters = ZoekFilterSet(QueryDict(""), gemeente=None)
    view = View(bbox=(6.0, 53.0, 7.0, 53.5), zoom=zoom)

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
def test_neighbours_that_touch_at_the_deepest_zoom_are_named_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    eetclub = VoorzieningFactory(naam="Eetclub", live=True)
    biljart = VoorzieningFactory(naam="Biljart", live=True)

    [cluster] = properties(
        monkeypatch,
        [(str(eetclub.public_id), *GLIMMEN), (str(biljart.public_id), 53.140005, 6.63)],
        zoom=18,
    )

    assert [item["naam"] for item in cluster["items"]] == ["Biljart", "Eetclub"]


@pytest.mark.django_db
def test_markers_on_both_sides_of_the_edge_of_a_cell_become_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    step = 360 / 2**15 / 256  # one pixel, in degrees of longitude
    points = [(f"id-{number}", 53.14, 6.63 + number * 30 * step) for number in range(12)]

    clusters_found = properties(monkeypatch, points)

    assert sum(cluster["count"] for cluster in clusters_found) == 12
    assert len(clusters_found) <= 12 * 30 // clusters.APART_PIXELS


@pytest.mark.django_db
def test_a_building_with_very_many_stays_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    points = [(f"id-{number}", *GLIMMEN) for number in range(MAX_ITEMS + 1)]

    [cluster] = properties(monkeypatch, points)

    assert (cluster["count"], cluster["items"]) == (MAX_ITEMS + 1, [])
