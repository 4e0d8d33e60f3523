"""Which visits of the results page count, and that counting never stands in the way."""

import logging
from datetime import timedelta
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from search import find, lifecycle
from search.engines.base import EngineUnavailable
from search.learning import after_response
from search.models import Zoektelling, Zoekvraag
from socialmap.logs import PrivateFormatter
from tests.search.learning.conftest import FIRST_DAY
from tests.socialmap.factories import GemeenteFactory, PlaatsFactory, VoorzieningFactory

BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
FEW, MANY = "scootmobiel", "wandelclub"


@pytest.fixture(autouse=True)
def _entries(index: Any) -> None:
    """Two that are found with one word, three with another."""
    GemeenteFactory(slug="haren", naam="Haren")
    for number in range(2):
        VoorzieningFactory(naam=f"Scootmobiel lenen {number}", live=True)
    for number in range(3):
        VoorzieningFactory(naam=f"Wandelclub {number}", live=True)
    lifecycle.drain()


def visit(address: str, method: str = "get", agent: str = BROWSER, **headers: str) -> Any:
    return getattr(Client(), method)(address, headers={"User-Agent": agent, **headers})


def counted() -> int:
    return Zoektelling.objects.count()


class TestWhatCounts:
    @pytest.mark.parametrize("address", ["/zoeken/", "/haren/zoeken/", "/kaart/"])
    def test_a_search_that_finds_nothing_counts(self, address: str) -> None:
        visit(f"{address}?q=hypotheek")

        assert counted() == 1

    def test_a_search_that_finds_at_most_two_counts(self) -> None:
        assert visit(f"/zoeken/?q={FEW}").context["found"].total == 2

        assert counted() == 1

    def test_a_place_among_the_words_is_no_word(self) -> None:
        PlaatsFactory(slug="winschoten", naam="Winschoten")

        assert visit("/zoeken/?q=hypotheek+in+winschoten").context["filters"].words == "hypotheek"
        visit("/zoeken/?q=hypotheek")

        assert counted() == 1

    def test_how_few_is_a_setting(self, settings: Any) -> None:
        settings.SEARCH_FEW_RESULTS = 3

        visit(f"/zoeken/?q={MANY}")

        assert counted() == 1

    @pytest.mark.parametrize(
        ("address", "extra"),
        [
            pytest.param(f"/zoeken/?q={MANY}", {}, id="enough found"),
            pytest.param("/zoeken/?q=hypotheek&pagina=2", {}, id="next page"),
            pytest.param("/zoeken/?taal=ar", {}, id="no words"),
            pytest.param("/zoeken/?plaats=Haren", {}, id="only a place"),
            pytest.param("/zoeken/?q=hypotheek&eigen_bijdrage=nee", {}, id="a filter"),
            pytest.param("/zoeken/?q=hypotheek&leeftijd=67", {}, id="an age"),
            pytest.param("/zoeken/?q=xqzxqz", {}, id="no known word"),
            pytest.param("/zoeken/?q=hypotheek", {"method": "head"}, id="HEAD"),
            pytest.param("/zoeken/?q=hypotheek", {"agent": ""}, id="no browser"),
            pytest.param("/zoeken/?q=hypotheek", {"agent": "curl/8.5"}, id="a program"),
            pytest.param(
                "/zoeken/?q=hypotheek",
                {"agent": "Mozilla/5.0 (compatible; Zoekbot/2.1; +https://bot.example)"},
                id="a robot",
            ),
            pytest.param("/zoeken/?q=hypotheek", {"Sec-Purpose": "prefetch"}, id="fetched ahead"),
            pytest.param("/zoeken/?q=hypotheek", {"X-Fragment": "results"}, id="part of a page"),
        ],
    )
    def test_what_says_nothing_about_words_does_not(
        self, address: str, extra: dict[str, str]
    ) -> None:
        visit(address, **extra)

        assert counted() == 0

    def test_an_answer_without_the_index_does_not(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def away() -> Any:
            raise EngineUnavailable

        monkeypatch.setattr(find, "get_engine", away)

        assert visit("/zoeken/?q=hypotheek").context["found"].degraded
        assert counted() == 0


class TestCost:
    def test_a_count_is_one_statement_after_the_page(self) -> None:
        visit("/zoeken/?q=hypotheek")  # Reads the key, once a quarter.
        with CaptureQueriesContext(connection) as without:
            visit("/zoeken/?q=hypotheek", agent="")
        with CaptureQueriesContext(connection) as counting:
            visit("/zoeken/?q=hypotheek")

        assert len(counting) == len(without) + 1
        assert "search_zoektelling" in counting.captured_queries[-1]["sql"]

    def test_a_database_that_cannot_write_breaks_no_search_and_logs_no_words(
        self, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
    ) -> None:
        def fail(*args: Any) -> None:
            raise OperationalError("database is locked: hypotheek")

        monkeypatch.setattr(after_response, "count", fail)

        with caplog.at_level(logging.DEBUG):
            response = visit("/zoeken/?q=hypotheek")

        assert response.status_code == 200
        assert "could not be counted: OperationalError" in caplog.text
        assert "hypotheek" not in caplog.text

    def test_a_counted_search_sets_no_cookie(self) -> None:
        assert not visit("/zoeken/?q=hypotheek").cookies


def test_no_log_holds_a_search_whose_words_are_stored(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG, logger="django"), caplog.at_level(logging.DEBUG):
        for day in range(5):
            today = FIRST_DAY + timedelta(days=day)
            monkeypatch.setattr(after_response.timezone, "localdate", lambda today=today: today)
            visit("/haren/zoeken/?q=hypotheek&plaats=Haren")

    assert Zoekvraag.objects.get().woorden == "hypotheek"
    assert "hypotheek" not in "\n".join(map(PrivateFormatter().format, caplog.records))
