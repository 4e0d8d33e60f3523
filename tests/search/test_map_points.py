"""The points on the map: clusters that count entries, names for single ones, nothing private."""

from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from search import lifecycle
from search.engines.base import SearchEngine
from search.results.clusters import MAX_ZOOM, MIN_ZOOM, parse_view
from socialmap.models import Voorziening
from tests.socialmap.factories import (
    AanbiederFactory,
    GemeenteFactory,
    LocatieFactory,
    VoorzieningFactory,
)

HAREN = "6.4,53.0,6.8,53.3"


@pytest.fixture
def place(db: None) -> Any:
    """`place("naam", (lat, lon), …)` publishes an entry at those points."""
    aanbieder = AanbiederFactory(naam="Torion", gemeente=GemeenteFactory(slug="haren"))

    def make(naam: str, *points: tuple[float, float], **fields: Any) -> Voorziening:
        hidden = {name: fields.pop(name) for name in ("prive", "live_locatie") if name in fields}
        locaties = [
            LocatieFactory(
                aanbieder=aanbieder,
                lat=lat,
                lon=lon,
                prive=hidden.get("prive", False),
                live=hidden.get("live_locatie", True),
            )
            for lat, lon in points
        ]
        return VoorzieningFactory(
            naam=naam, live=True, aanbieder=aanbieder, locaties=locaties, **fields
        )

    return make


@pytest.fixture
def features(index: SearchEngine, client: Client) -> Any:
    """The features of one view, after what changed reached the index."""

    def get(path: str = "/kaart/punten.geojson", **params: Any) -> list[Any]:
        lifecycle.drain()
        answer = client.get(f"{path}?{urlencode({'bbox': HAREN, 'zoom': 12} | params)}")
        assert answer.status_code == 200
        assert answer["Content-Type"] == "application/geo+json"
        found: list[Any] = answer.json()["features"]
        return found

    return get


@pytest.mark.django_db
class TestPoints:
    def test_one_entry_is_named_and_linked(self, place: Any, features: Any) -> None:
        made = place("Eetclub", (53.14, 6.63))

        [feature] = features()

        assert feature["geometry"] == {"type": "Point", "coordinates": [6.63, 53.14]}
        assert feature["properties"]["count"] == 1
        assert feature["properties"]["naam"] == "Eetclub"
        assert feature["properties"]["aanbieder"] == "Torion"
        assert feature["properties"]["url"] == f"/voorziening/{made.slug}/"

    def test_a_cluster_counts_entries_not_points(self, place: Any, features: Any) -> None:
        place("Twee deuren", (53.14, 6.63), (53.1402, 6.6302))
        place("Een deur", (53.1401, 6.6301))

        [feature] = features(zoom=10)

        assert feature["properties"]["count"] == 2
        west, south, east, north = feature["properties"]["bbox"]
        assert (west, south, east, north) == (6.63, 53.14, 6.6302, 53.1402)

    def test_zooming_in_takes_them_apart(self, place: Any, features: Any) -> None:
        place("Noord", (53.20, 6.63))
        place("Zuid", (53.10, 6.63))

        far = features(zoom=6)
        close = features(zoom=12)

        assert [feature["properties"]["count"] for feature in far] == [2]
        assert {feature["properties"]["naam"] for feature in close} == {"Noord", "Zuid"}

    def test_only_what_is_in_view_comes_along(self, place: Any, features: Any) -> None:
        place("Binnen en buiten", (53.14, 6.63), (52.0, 5.0))
        place("Buiten", (52.0, 5.0))

        found = features()

        assert [feature["properties"]["naam"] for feature in found] == ["Binnen en buiten"]
        assert len(found) == 1

    def test_filters_and_words_apply(self, place: Any, features: Any) -> None:
        place("Eetclub", (53.14, 6.63), gratis=True)
        place("Zangkoor", (53.20, 6.70), betaald=True)

        by_filter = features(eigen_bijdrage="nee")
        by_words = features(q="zangkoor")

        assert [feature["properties"]["naam"] for feature in by_filter] == ["Eetclub"]
        assert [feature["properties"]["naam"] for feature in by_words] == ["Zangkoor"]

    def test_links_keep_the_context_gemeente(self, place: Any, features: Any) -> None:
        made = place("Eetclub", (53.14, 6.63))

        [feature] = features("/haren/kaart/punten.geojson")

        assert feature["properties"]["url"] == f"/haren/voorziening/{made.slug}/"

    @pytest.mark.parametrize("hidden", [{"prive": True}, {"live_locatie": False}])
    def test_a_private_or_withdrawn_locatie_is_not_on_the_map(
        self, hidden: dict[str, bool], place: Any, features: Any
    ) -> None:
        place("Bij iemand thuis", (53.14, 6.63), **hidden)

        assert features() == []

    def test_what_was_withdrawn_is_not_named_before_the_index_knows(
        self, place: Any, features: Any, client: Client
    ) -> None:
        made = place("Eetclub", (53.14, 6.63))
        features()
        Voorziening.objects.filter(pk=made.pk).update(live=False)

        answer = client.get(f"/kaart/punten.geojson?{urlencode({'bbox': HAREN, 'zoom': 12})}")

        assert answer.json()["features"] == []

    def test_the_map_page_tells_how_many_have_no_place_on_it(
        self, place: Any, index: SearchEngine, client: Client
    ) -> None:
        place("Op de kaart", (53.14, 6.63))
        place("Thuis", aan_huis=True)
        lifecycle.drain()

        page = client.get("/kaart/").content.decode()

        assert "1 resultaat heeft geen plek op de kaart" in page


class TestView:
    @pytest.mark.parametrize(
        ("bbox", "zoom"),
        [
            ("", "12"),
            (HAREN, ""),
            (HAREN, "twaalf"),
            (HAREN, "12.5"),
            ("1,2,3", "12"),
            ("1,2,3,4,5", "12"),
            ("a,b,c,d", "12"),
            ("nan,nan,nan,nan", "12"),
            ("-inf,-inf,inf,inf", "12"),
            ("6.8,53.0,6.4,53.3", "12"),
            ("6.4,53.3,6.8,53.0", "12"),
            ("-181,0,1,1", "12"),
            ("0,-91,1,1", "12"),
            (HAREN, "9" * 5000),
        ],
    )
    def test_nonsense_is_a_400_in_dutch(self, bbox: str, zoom: str, db: None) -> None:
        answer = Client().get(f"/kaart/punten.geojson?{urlencode({'bbox': bbox, 'zoom': zoom})}")

        assert answer.status_code == 400
        assert answer.json()["detail"].startswith("Geef bbox=")

    def test_a_wide_view_caps_the_zoom(self) -> None:
        country = parse_view("3.3,50.7,7.3,53.6", "18")

        assert country is not None
        assert country.zoom == 10

    @pytest.mark.parametrize(
        ("zoom", "used"), [("-5", MIN_ZOOM), ("3", MIN_ZOOM), ("99", MAX_ZOOM)]
    )
    def test_the_zoom_stays_within_its_limits(self, zoom: str, used: int) -> None:
        view = parse_view("6.63,53.14,6.6300001,53.1400001", zoom)

        assert view is not None
        assert view.zoom == used

    @given(
        edges=st.lists(st.floats() | st.floats(-180, 180), min_size=4, max_size=4),
        zoom=st.integers() | st.text(max_size=5),
    )
    def test_any_view_is_usable_or_none(self, edges: list[float], zoom: int | str) -> None:
        view = parse_view(",".join(map(repr, edges)), str(zoom))

        assert view is None or MIN_ZOOM <= view.zoom <= MAX_ZOOM

    def test_a_view_of_next_to_nothing_is_usable(self) -> None:
        view = parse_view("0,0,5e-324,1", "12")

        assert view is not None
        assert view.zoom == 12
