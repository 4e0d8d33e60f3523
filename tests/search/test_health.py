"""`/gezond`: 200 as long as nothing can get lost, 503 when it can."""

from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.test import Client

from search import lifecycle
from search.engines.base import SearchEngine
from search.outbox import triggers
from socialmap import sites
from tests.socialmap.factories import VoorzieningFactory

pytestmark = pytest.mark.django_db


def test_all_is_well(index: SearchEngine, client: Client) -> None:
    VoorzieningFactory(live=True)
    lifecycle.drain()

    answer = client.get("/gezond")

    assert answer.status_code == 200
    assert answer.json() == {
        "gezond": True,
        "database": "ok",
        "index": "ok",
        "voorzieningen": 1,
        "wachtende_wijzigingen": 0,
        "ontbrekende_triggers": 0,
    }


def test_it_tells_how_many_changes_wait(index: SearchEngine, client: Client) -> None:
    VoorzieningFactory(live=True)

    assert client.get("/gezond").json()["wachtende_wijzigingen"] > 0


def test_a_missing_index_is_named_but_pages_go_on(engine_folder: Path, client: Client) -> None:
    answer = client.get("/gezond")

    assert answer.status_code == 200
    assert answer.json()["index"] == "missing"


def test_missing_triggers_are_ill(index: SearchEngine, client: Client) -> None:
    triggers.drop()

    answer = client.get("/gezond")

    assert answer.status_code == 503
    assert answer.json()["gezond"] is False


def test_a_database_that_is_away_is_ill(
    index: SearchEngine, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*args: Any, **kwargs: Any) -> Any:
        raise OperationalError("weg")

    sites.forget()
    with monkeypatch.context() as patch:
        patch.setattr(connection, "cursor", away)
        answer = client.get("/gezond")

    assert answer.status_code == 503
    assert answer.json() == {"gezond": False, "database": "weg"}


def test_no_cache_keeps_the_answer_and_any_host_may_ask(
    index: SearchEngine, client: Client
) -> None:
    answer = client.get("/gezond", headers={"host": "10.0.0.7"})

    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]
    assert not answer.cookies


def test_it_tells_nothing_about_what_people_search(index: SearchEngine, client: Client) -> None:
    client.get("/zoeken/?q=schulden")

    assert b"schulden" not in client.get("/gezond").content
