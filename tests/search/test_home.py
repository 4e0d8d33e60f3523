"""The first page, of one gemeente and of all together, and the page of a place."""

import re
from typing import Any

import pytest
from django.test import Client

from search import lifecycle
from search.engines.base import SearchEngine
from socialmap.models import Gemeente
from tests.search.conftest import Show
from tests.socialmap.factories import (
    AanbiederFactory,
    GemeenteFactory,
    LocatieFactory,
    PlaatsFactory,
    VoorzieningFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def haren(index: SearchEngine) -> Gemeente:
    haren = GemeenteFactory(slug="haren", naam="Haren")
    oldambt = GemeenteFactory(slug="oldambt", naam="Oldambt")
    PlaatsFactory(slug="glimmen", naam="Glimmen", gemeente=haren)
    for naam in ("Budgetcoach", "Geldmaatje"):
        VoorzieningFactory(naam=naam, live=True, beherende_gemeente=haren, leefgebieden=["geld"])
    VoorzieningFactory(naam="Zangkoor", live=True, beherende_gemeente=oldambt)
    lifecycle.drain()
    return haren


class TestTheFirstPageOfAGemeente:
    def test_it_shows_the_model_with_the_number_on_each_stap(
        self, haren: Gemeente, show: Show
    ) -> None:
        page = show("/haren/")

        assert "De Rotonde" in page.words
        assert re.search(r"Algemene voorzieningen .*? 2 voorzieningen", page.words)
        assert "/haren/zoeken/?stap=haren%3Aalgemene-voorzieningen" in page.links

    def test_a_stap_leads_to_as_many_results_as_it_says(self, haren: Gemeente, show: Show) -> None:
        assert show("/haren/zoeken/", "stap=haren%3Aalgemene-voorzieningen").total == 2

    def test_it_shows_the_leefgebieden_that_have_something(
        self, haren: Gemeente, show: Show
    ) -> None:
        links = [url for url in show("/haren/").links if "leefgebied=" in url]

        assert links == ["/haren/zoeken/?leefgebied=geld"]

    def test_it_links_to_its_places(self, haren: Gemeente, show: Show) -> None:
        assert "/haren/plaats/glimmen/" in show("/haren/").links

    def test_a_gemeente_without_a_model_still_has_a_first_page(
        self, index: SearchEngine, client: Client
    ) -> None:
        GemeenteFactory(slug="kaal", stappen=False)

        assert client.get("/kaal/").status_code == 200


class TestTheNeutralFirstPage:
    def test_it_shows_every_model_with_numbers_and_links_to_the_gemeenten(
        self, haren: Gemeente, show: Show
    ) -> None:
        page = show("/")

        assert "/haren/" in page.links
        assert "/oldambt/zoeken/?stap=oldambt%3Aalgemene-voorzieningen" in page.links
        assert "Oldambt: De Rotonde" in page.words

    def test_invisible_gemeenten_stay_away(self, haren: Gemeente, show: Show) -> None:
        GemeenteFactory(slug="later", naam="Later", zichtbaar=False)

        assert "/later/" not in show("/").links

    def test_the_number_of_queries_does_not_grow_with_the_gemeenten(
        self, haren: Gemeente, client: Client, django_assert_max_num_queries: Any
    ) -> None:
        client.get("/")
        for number in range(8):
            GemeenteFactory(slug=f"gemeente-x{number}")

        with django_assert_max_num_queries(10):
            client.get("/")


class TestThePageOfAPlace:
    def test_it_shows_what_is_offered_there_the_nearest_first(
        self, haren: Gemeente, show: Show
    ) -> None:
        aanbieder = AanbiederFactory(gemeente=haren)
        locatie = LocatieFactory(aanbieder=aanbieder, lat=53.14, lon=6.63)
        VoorzieningFactory(naam="Eetclub", live=True, aanbieder=aanbieder, locaties=[locatie])
        lifecycle.drain()

        page = show("/plaats/glimmen/")

        assert page.names[0] == "Eetclub"
        assert set(page.names) == {"Eetclub", "Budgetcoach", "Geldmaatje"}
        assert "/zoeken/?plaats=Glimmen&straal=5" in page.links

    def test_it_names_the_places_nearby(self, haren: Gemeente, show: Show) -> None:
        PlaatsFactory(slug="onnen", naam="Onnen", lat=53.15, lon=6.67)
        PlaatsFactory(slug="maastricht", naam="Maastricht", lat=50.85, lon=5.69)

        links = show("/plaats/glimmen/").links

        assert "/plaats/onnen/" in links
        assert "/plaats/maastricht/" not in links

    def test_an_unknown_place_is_not_found(self, index: SearchEngine, client: Client) -> None:
        assert client.get("/plaats/nergens/").status_code == 404

    def test_its_tiles_lead_to_results_near_it(self, haren: Gemeente, show: Show) -> None:
        links = [url for url in show("/plaats/glimmen/").links if "leefgebied=" in url]

        assert links == ["/zoeken/?plaats=Glimmen&straal=5&leefgebied=geld"]
