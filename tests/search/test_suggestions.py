"""What is offered under the search field while somebody types."""

import logging
from typing import Any

import pytest
from django.test import Client

from search import lifecycle, suggestions
from search.engines.base import SearchEngine
from search.suggestions import MOST_SHOWN
from socialmap.models import Gemeente, Voorziening
from tests.socialmap.factories import (
    AanbiederFactory,
    GemeenteFactory,
    PlaatsFactory,
    VoorzieningFactory,
)

pytestmark = pytest.mark.django_db

Suggestions = list[dict[str, Any]]


def asked(client: Client, q: str, path: str = "/zoeken/suggesties", **more: str) -> Suggestions:
    found: Suggestions = client.get(path, {"q": q, **more}).json()["suggesties"]
    return found


def texts(found: Suggestions, soort: str) -> list[str]:
    return [one["tekst"] for one in found if one["soort"] == soort]


@pytest.fixture
def haren(index: SearchEngine) -> Gemeente:
    haren = GemeenteFactory(slug="haren", naam="Haren")
    oldambt = GemeenteFactory(slug="oldambt", naam="Oldambt")
    PlaatsFactory(slug="glimmen", naam="Glimmen", gemeente=haren, lat=53.14, lon=6.63)
    PlaatsFactory(slug="winschoten", naam="Winschoten", gemeente=oldambt, lat=53.14, lon=7.03)
    torion = AanbiederFactory(slug="torion", naam="Stichting Torion", live=True, gemeente=haren)
    for naam in ("Alzheimer Café", "Dementie in beeld"):
        VoorzieningFactory(
            naam=naam,
            samenvatting="Voor mensen met dementie en hun naasten.",
            live=True,
            beherende_gemeente=haren,
            aanbieder=torion,
        )
    VoorzieningFactory(naam="Geldmaatje", live=True, beherende_gemeente=oldambt)
    lifecycle.drain()
    return haren


class TestWhatIsSuggested:
    def test_a_begrip_is_found_by_everyday_words_and_says_by_which(
        self, haren: Gemeente, client: Client
    ) -> None:
        found = asked(client, "alzheim")

        dementie = next(one for one in found if one["tekst"] == "Dementie")
        assert dementie["soort"] == "begrip"
        assert dementie["groep"] == "Onderwerpen"
        assert dementie["uitleg"].lower().startswith("“alzheim")
        assert dementie["url"] == "/zoeken/?begrip=dementie"
        results = client.get(dementie["url"]).content.decode()
        assert f">{dementie['aantal']} resulta" in results

    def test_a_name_leads_to_the_entry_and_says_who_offers_it(
        self, haren: Gemeente, client: Client
    ) -> None:
        (found,) = [one for one in asked(client, "café alz") if one["soort"] == "naam"]

        assert (found["tekst"], found["uitleg"]) == ("Alzheimer Café", "Stichting Torion")
        assert client.get(found["url"]).status_code == 200

    def test_an_aanbieder_leads_to_its_page_with_the_number_of_its_entries(
        self, haren: Gemeente, client: Client
    ) -> None:
        found = asked(client, "torion")

        assert [(one["soort"], one["tekst"], one["aantal"], one["url"]) for one in found] == [
            ("aanbieder", "Stichting Torion", 2, "/aanbieder/torion/")
        ]

    def test_a_place_fills_the_field_and_says_how_much_there_is(
        self, haren: Gemeente, client: Client
    ) -> None:
        (found,) = [one for one in asked(client, "glim") if one["soort"] == "plaats"]

        assert (found["plaats"], "url" in found) == ("Glimmen", False)
        results = client.get("/zoeken/", {"plaats": "Glimmen"}).content.decode()
        assert f">{found['aantal']} resulta" in results

    def test_a_whole_question_leads_to_what_it_means(self, haren: Gemeente, client: Client) -> None:
        found = asked(client, "ik heb dementie wat nu")

        assert "Dementie" in texts(found, "begrip")

    def test_at_most_eight_are_shown_kind_by_kind(self, haren: Gemeente, client: Client) -> None:
        for number in range(12):
            VoorzieningFactory(naam=f"Dementie {number}", live=True, beherende_gemeente=haren)
        lifecycle.drain()

        found = asked(client, "dementie")

        assert len(found) == MOST_SHOWN
        kinds = [one["soort"] for one in found]
        assert kinds == sorted(kinds, key=list(suggestions.SHARES).index)

    def test_a_screen_reader_hears_how_many_there_are(
        self, haren: Gemeente, client: Client
    ) -> None:
        said = client.get("/zoeken/suggesties", {"q": "torion"}).json()["melding"]

        assert said == "1 suggestie. Kies met de pijltjes."
        assert client.get("/zoeken/suggesties", {"q": "xqzz"}).json() == {
            "melding": "",
            "suggesties": [],
        }


class TestScope:
    def test_nothing_from_outside_the_gemeente_is_suggested(
        self, haren: Gemeente, client: Client
    ) -> None:
        everywhere = asked(client, "geldmaat")
        in_haren = asked(client, "geldmaat", "/haren/zoeken/suggesties")

        assert texts(everywhere, "naam") == ["Geldmaatje"]
        assert in_haren == []
        assert asked(client, "alzh", "/oldambt/zoeken/suggesties") == []
        assert texts(asked(client, "winsch", "/haren/zoeken/suggesties"), "plaats") == []

    def test_links_keep_the_gemeente_of_the_page(self, haren: Gemeente, client: Client) -> None:
        found = asked(client, "dementie", "/haren/zoeken/suggesties")

        assert found
        assert all(one["url"].startswith("/haren/") for one in found if "url" in one)

    def test_a_gemeente_asked_for_limits_what_is_suggested(
        self, haren: Gemeente, client: Client
    ) -> None:
        found = asked(client, "dementie", gemeente="haren")

        (begrip,) = [one for one in found if one["tekst"] == "Dementie"]
        assert begrip["url"] == "/zoeken/?begrip=dementie&gemeente=haren"
        assert asked(client, "geldmaat", gemeente="haren") == []
        assert texts(asked(client, "geldmaat", gemeente="bestaat-niet"), "naam") == ["Geldmaatje"]

    def test_what_was_taken_off_the_site_is_not_suggested_however_old_the_index(
        self, haren: Gemeente, client: Client
    ) -> None:
        Voorziening.objects.filter(naam="Alzheimer Café").update(live=False)

        assert texts(asked(client, "alzheimer"), "naam") == []


class TestPrivacy:
    def test_the_answer_is_kept_by_nobody_and_sets_no_cookie(
        self, haren: Gemeente, client: Client
    ) -> None:
        response = client.get("/zoeken/suggesties", {"q": "dementie"})

        assert "no-store" in response["Cache-Control"]
        assert "private" in response["Cache-Control"]
        assert not response.cookies

    def test_no_log_line_says_what_was_typed(
        self, haren: Gemeente, client: Client, caplog: pytest.LogCaptureFixture
    ) -> None:
        with caplog.at_level(logging.DEBUG, logger="search"):
            client.get("/zoeken/suggesties", {"q": "schulden en angst"})

        assert "angst" not in caplog.text

    def test_a_place_is_looked_up_in_our_own_tables_only(
        self, haren: Gemeente, client: Client, settings: Any
    ) -> None:
        settings.GEOCODER = "pdok"  # The sockets of tests are closed.

        assert texts(asked(client, "glimmen"), "plaats") == ["Glimmen"]


class TestBadInput:
    @pytest.mark.parametrize("typed", ["", "a", "  ", "\x00", "%", '"*', "🙂🙂", "x" * 5000, "محل"])
    def test_any_text_is_answered(self, typed: str, haren: Gemeente, client: Client) -> None:
        response = client.get("/zoeken/suggesties", {"q": typed})

        assert response.status_code == 200
        assert response.json()["suggesties"] == []

    def test_nothing_is_suggested_while_the_index_is_away(
        self, engine_folder: Any, client: Client
    ) -> None:
        assert client.get("/zoeken/suggesties", {"q": "taal"}).json()["suggesties"] == []
