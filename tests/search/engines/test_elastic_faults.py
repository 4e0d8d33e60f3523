"""Whatever is wrong with server or settings: named, answered limited, never waited for."""

import logging
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest
from django.test import Client

from search import engines, find
from search.checks import check_engine, check_server
from search.engines.base import EngineUnavailable, State
from search.engines.elastic import ElasticsearchEngine
from search.engines.elastic.address import Address
from search.engines.elastic.breaker import FAILURES, PAUSE_SECONDS, Breaker
from search.engines.elastic.checking import settings_faults
from search.query import SearchQuery
from tests.search.engines.indices import unique_prefix
from tests.search.engines.stub import CERTIFICATE, Answer, Respond, stub, version
from tests.socialmap.factories import VoorzieningFactory

URL = "SOCIALMAP_ELASTICSEARCH_URL"
KEY = "SOCIALMAP_ELASTICSEARCH_API_KEY"
CA_FILE = "SOCIALMAP_ELASTICSEARCH_CA_FILE"
TIMEOUT = "SOCIALMAP_ELASTICSEARCH_TIMEOUT_SECONDS"

WRONG_MEDIA_TYPE = {"error": {"type": "media_type_header_exception", "reason": "Invalid header"}}
NO_PRODUCT: dict[str, str] = {}


def always(answer: Answer) -> Respond:
    return lambda path: answer


def closed_port() -> int:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        port: int = server.getsockname()[1]
        return port


@contextmanager
def nothing() -> Iterator[str]:
    yield f"http://127.0.0.1:{closed_port()}"


@contextmanager
def served(respond: Respond, *, tls: bool = False, over: str = "") -> Iterator[str]:
    with stub(respond, tls=tls) as server:
        yield server.url.replace("http:", over) if over else server.url


FAULTS = {
    "nothing listens": (lambda: nothing(), URL),
    "who are you": (lambda: served(always(Answer(401))), KEY),
    "you may not": (lambda: served(always(Answer(403))), KEY),
    "a certificate of its own": (lambda: served(version("8.19.0"), tls=True), CA_FILE),
    "no TLS at all": (lambda: served(version("8.19.0"), over="https:"), CA_FILE),
    "another product": (
        lambda: served(always(Answer(body={"version": {"number": "2.0"}}, headers=NO_PRODUCT))),
        URL,
    ),
    "a web page": (lambda: served(always(Answer(body="<p>Welkom", headers=NO_PRODUCT))), URL),
    "a web page that is not there": (
        lambda: served(always(Answer(404, "<p>Weg", NO_PRODUCT))),
        URL,
    ),
    "an older version": (lambda: served(always(Answer(400, WRONG_MEDIA_TYPE))), URL),
    "too slow": (lambda: served(always(Answer(after_seconds=1.5))), TIMEOUT),
    "too busy": (lambda: served(always(Answer(429))), URL),
    "broken": (lambda: served(always(Answer(503))), URL),
}


@pytest.fixture
def chosen(settings: Any) -> Iterator[Any]:
    """The settings, with Elasticsearch chosen; engines are made anew around the test."""
    settings.SEARCH_ENGINE = "elasticsearch"
    settings.ELASTICSEARCH_INDEX = unique_prefix()
    settings.ELASTICSEARCH_TIMEOUT_SECONDS = 0.4
    settings.SEARCH_SELF_REPAIR = False
    engines.forget()
    yield settings
    engines.forget()


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.django_db
def test_a_page_is_answered_limited_and_the_log_names_the_setting(
    chosen: Any, fault: str, client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    VoorzieningFactory(naam="Budgetcoach", live=True)
    serve, setting = FAULTS[fault]
    with serve() as url, caplog.at_level(logging.WARNING, "search"):
        chosen.ELASTICSEARCH_URLS = [url]
        started = time.monotonic()

        pages = [find.find(SearchQuery(text="budgetcoach")) for _ in range(3)]

        assert all(page.degraded and page.total == 1 for page in pages)
        assert time.monotonic() - started < 5.0
        assert client.get("/zoeken/?q=budgetcoach").status_code == 200
        assert client.get("/gezond").json()["index"] == State.UNREACHABLE
    said = [record.getMessage() for record in caplog.records]
    assert any(setting in line for line in said), said
    assert not any(url in line or "budgetcoach" in line for line in said)


@pytest.mark.parametrize("fault", sorted(FAULTS.keys() - {"too slow"}))  # a check takes its time
def test_a_check_names_the_setting(chosen: Any, fault: str) -> None:
    serve, setting = FAULTS[fault]
    with serve() as url:
        chosen.ELASTICSEARCH_URLS = [url]

        found = check_server()

    assert [message.id for message in found] == ["search.E010"]
    assert setting in (found[0].hint or "")
    assert check_engine() == []


@pytest.mark.parametrize("number", ["7.17.0", "10.0.0"])
def test_another_version_is_named(chosen: Any, number: str) -> None:
    with stub(version(number)) as server:
        chosen.ELASTICSEARCH_URLS = [server.url]

        (found,) = check_server()

    assert "8 or 9" in found.msg


@pytest.mark.parametrize("number", ["8.19.21", "9.1.0"])
def test_a_server_with_a_certificate_of_our_own_is_trusted_with_its_file(
    chosen: Any, number: str
) -> None:
    with stub(version(number), tls=True) as server:
        chosen.ELASTICSEARCH_URLS = [server.url]
        chosen.ELASTICSEARCH_CA_FILE = str(CERTIFICATE)

        assert check_server() == []


@pytest.mark.parametrize(
    ("given", "header"),
    [
        ({"ELASTICSEARCH_API_KEY": "c2V0"}, "ApiKey c2V0"),
        ({"ELASTICSEARCH_USER": "kaart", "ELASTICSEARCH_PASSWORD": "x"}, "Basic a2FhcnQ6eA=="),
    ],
)
def test_we_say_who_we_are(chosen: Any, given: dict[str, str], header: str) -> None:
    with stub(version("8.19.21")) as server:
        chosen.ELASTICSEARCH_URLS = [server.url]
        for name, value in given.items():
            setattr(chosen, name, value)

        assert check_server() == []

    assert {seen["authorization"] for seen in server.seen} == {header}


def test_a_real_node_has_no_faults(chosen: Any, elasticsearch_url: str) -> None:
    chosen.ELASTICSEARCH_URLS = [elasticsearch_url]
    chosen.ELASTICSEARCH_TIMEOUT_SECONDS = 10.0

    assert check_server() == []


HERE = Address(urls=("https://localhost:9200",))


@pytest.mark.parametrize(
    ("address", "setting"),
    [
        (replace(HERE, urls=()), URL),
        (replace(HERE, urls=("localhost:9200",)), URL),
        (replace(HERE, urls=("https://localhost:port",)), URL),
        (replace(HERE, urls=("https://a:b@localhost",)), "SOCIALMAP_ELASTICSEARCH_USER"),
        (replace(HERE, api_key="k", user="u", password="p"), KEY),
        (replace(HERE, user="u"), "SOCIALMAP_ELASTICSEARCH_PASSWORD"),
        (replace(HERE, password="p"), "SOCIALMAP_ELASTICSEARCH_USER"),
        (replace(HERE, urls=("http://elders:9200",), api_key="k"), URL),
        (replace(HERE, ca_file="/nowhere.pem"), CA_FILE),
        (replace(HERE, ca_file=__file__), CA_FILE),
        (replace(HERE, urls=("http://localhost",), ca_file=str(CERTIFICATE)), URL),
        (replace(HERE, prefix="Sociale Kaart*"), "SOCIALMAP_ELASTICSEARCH_INDEX"),
        (replace(HERE, timeout_seconds=0.0), TIMEOUT),
    ],
)
def test_settings_that_cannot_be_meant_are_named(address: Address, setting: str) -> None:
    (fault,) = settings_faults(address)

    assert setting in fault.setting


@pytest.mark.parametrize(
    "address",
    [
        HERE,
        replace(HERE, urls=("http://127.0.0.1:9200", "http://localhost"), api_key="k"),
        replace(HERE, ca_file=str(CERTIFICATE), user="u", password="p"),
    ],
)
def test_settings_that_can_be_meant_have_no_faults(address: Address) -> None:
    assert settings_faults(address) == []


def test_without_an_address_the_check_says_so(chosen: Any) -> None:
    chosen.ELASTICSEARCH_URLS = []

    (found,) = check_engine()

    assert (found.id, URL in (found.hint or "")) == ("search.E009", True)
    assert check_server() == []


def test_other_engines_ask_no_server(settings: Any) -> None:
    settings.SEARCH_ENGINE = "reference"

    assert check_server() == []


# The circuit breaker.


def test_a_server_that_is_away_is_asked_now_and_then_only() -> None:
    now = [0.0]
    breaker = Breaker(lambda: now[0])
    for _ in range(FAILURES):
        assert breaker.allows()
        breaker.failed()

    assert not breaker.allows()
    now[0] += PAUSE_SECONDS
    assert [breaker.allows(), breaker.allows()] == [True, False]
    assert breaker.succeeded()
    assert [breaker.allows(), breaker.allows()] == [True, True]


def test_a_server_that_is_away_costs_no_time_after_the_first_requests() -> None:
    with stub(always(Answer(after_seconds=1.0))) as server:
        engine = ElasticsearchEngine(Address(urls=(server.url,), timeout_seconds=0.2))
        for _ in range(FAILURES):
            with pytest.raises(EngineUnavailable):
                engine.search(SearchQuery())
        started = time.monotonic()

        for _ in range(20):
            with pytest.raises(EngineUnavailable):
                engine.search(SearchQuery())

        assert time.monotonic() - started < 0.2
