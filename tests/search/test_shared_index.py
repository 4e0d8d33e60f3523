"""One index on Elasticsearch for every machine: followed once, and no older state over a newer."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connections
from django.test import Client
from django.utils import timezone

from search import engines, find, lifecycle, watch
from search.engines.base import EngineBusy, EngineUnavailable, State
from search.engines.elastic import ElasticsearchEngine
from search.engines.elastic import generations as elastic_generations
from search.engines.elastic.address import Address
from search.locks import LockTimeout
from search.models import Afnemer
from search.outbox.versions import state_version
from search.query import SearchQuery
from search.shared_locks import locked_everywhere
from search.verification import verify
from socialmap.models import Voorziening
from tests.search.engines.documents import id_of, made
from tests.search.engines.indices import forget, unique_prefix
from tests.search.test_lifecycle import found
from tests.socialmap.factories import VoorzieningFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def chosen(settings: Any, elasticsearch_url: str, tmp_path: Path) -> Iterator[Any]:
    """The settings with which the whole site runs on Elasticsearch, without an index yet."""
    settings.SEARCH_ENGINE = "elasticsearch"
    settings.ELASTICSEARCH_URLS = [elasticsearch_url]
    settings.ELASTICSEARCH_INDEX = unique_prefix()
    settings.ELASTICSEARCH_TIMEOUT_SECONDS = 10.0
    settings.SEARCH_INDEX_DIR = tmp_path / "index"
    settings.SEARCH_SELF_REPAIR = False
    engines.forget()
    yield settings
    forget(Address(urls=(elasticsearch_url,), prefix=settings.ELASTICSEARCH_INDEX))
    engines.forget()


@pytest.fixture
def engine(chosen: Any) -> ElasticsearchEngine:
    """The engine of this machine, with an index of what is there."""
    lifecycle.build()
    engine = engines.get_engine()
    assert isinstance(engine, ElasticsearchEngine)
    return engine


@pytest.fixture
def elsewhere(chosen: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Go on as another machine: another name, another folder, nothing remembered."""

    def move() -> None:
        monkeypatch.setattr("socket.gethostname", lambda: "elsewhere")
        chosen.SEARCH_INDEX_DIR = tmp_path / "elsewhere" / "index"
        engines.forget()

    return move


def names(engine: ElasticsearchEngine, text: str = "") -> list[str]:
    return [hit.id for hit in engine.search(SearchQuery(text=text)).hits]


class TestFollowing:
    def test_what_is_published_is_findable_after_a_drain(self, engine: ElasticsearchEngine) -> None:
        VoorzieningFactory(naam="Budgetcoach", live=True)
        before = found("budgetcoach")

        lifecycle.drain()

        assert before == set()
        assert found("budgetcoach") == {"Budgetcoach"}

    def test_what_is_withdrawn_or_deleted_is_gone(self, engine: ElasticsearchEngine) -> None:
        withdrawn, deleted = VoorzieningFactory.create_batch(2, naam="Budgetcoach", live=True)
        lifecycle.drain()

        withdrawn.unpublish()
        Voorziening.objects.filter(pk=deleted.pk).delete()
        lifecycle.drain()

        assert found() == set()
        assert list(dict(engine.fingerprints())) == []

    def test_every_machine_is_the_same_consumer(
        self, engine: ElasticsearchEngine, elsewhere: Any
    ) -> None:
        here = lifecycle.consumer_name()
        VoorzieningFactory(naam="Budgetcoach", live=True)
        lifecycle.drain()

        elsewhere()

        assert lifecycle.consumer_name() == here
        assert not lifecycle.needs_build()
        assert lifecycle.drain() == 0
        assert found("budgetcoach") == {"Budgetcoach"}

    def test_the_words_of_another_machine_are_known_at_once(
        self, engine: ElasticsearchEngine, elsewhere: Any
    ) -> None:
        assert engine.search(SearchQuery(text="maaltjid")).corrections == {}

        elsewhere()
        VoorzieningFactory(naam="Maaltijd", live=True)
        lifecycle.drain()

        page = engine.search(SearchQuery(text="maaltjid"))
        assert (page.corrections, page.total) == ({"maaltjid": "maaltijd"}, 1)

    def test_the_site_answers_from_it(self, engine: ElasticsearchEngine, client: Client) -> None:
        VoorzieningFactory(naam="Budgetcoach", live=True)
        lifecycle.drain()

        page = client.get("/zoeken/?q=budgetcoach")

        assert "Budgetcoach" in page.content.decode()
        assert find.find(SearchQuery(text="budgetcoach")).engine == "elasticsearch"
        assert verify().in_order


class TestVersions:
    def test_an_older_state_never_replaces_a_newer(self, engine: ElasticsearchEngine) -> None:
        engine.apply([made("Nieuw", key="1")], [], 20)

        refused = engine.apply([made("Oud", key="1")], [], 10)

        assert (refused.ids, refused.version) == ({id_of("1")}, 20)
        assert names(engine, "nieuw") == [id_of("1")]

    def test_what_was_deleted_does_not_come_back(self, engine: ElasticsearchEngine) -> None:
        engine.apply([made("Weg", key="1")], [], 10)
        engine.apply([], [id_of("1")], 20)

        refused = engine.apply([made("Weg", key="1")], [], 15)

        assert refused.ids == {id_of("1")}
        assert list(dict(engine.fingerprints())) == []

    def test_an_older_deletion_takes_nothing_away(self, engine: ElasticsearchEngine) -> None:
        engine.apply([made("Er", key="1")], [], 20)

        refused = engine.apply([], [id_of("1"), id_of("never there")], 10)

        assert refused.ids == {id_of("1")}
        assert list(dict(engine.fingerprints())) == [id_of("1")]

    def test_what_is_refused_is_read_again_and_written(self, engine: ElasticsearchEngine) -> None:
        """As after a clock that was put back an hour."""
        entry = VoorzieningFactory(naam="Oud", live=True)
        later = state_version() + 3_600_000_000
        engine.apply([made("Van later", key="x")], [str(entry.public_id)], later)

        Voorziening.objects.filter(pk=entry.pk).update(naam="Nieuw")
        lifecycle.drain()

        assert found("nieuw") == {"Nieuw"}

    def test_versions_grow(self) -> None:
        versions = [state_version() for _ in range(3)]

        assert versions == sorted(versions)


class TestBuilding:
    def test_a_rebuild_on_another_machine_is_used_at_once(
        self, engine: ElasticsearchEngine, elsewhere: Any
    ) -> None:
        before = engine.search(SearchQuery()).generation
        elsewhere()

        generation = lifecycle.build()

        assert before != generation == engine.search(SearchQuery()).generation

    def test_one_machine_at_a_time_builds(self, engine: ElasticsearchEngine) -> None:
        with another_session(f"build:{engine.index_key()}"), pytest.raises(EngineBusy):
            lifecycle.build()

    def test_one_machine_at_a_time_drains(self, engine: ElasticsearchEngine) -> None:
        VoorzieningFactory(naam="Budgetcoach", live=True)
        with another_session(f"drain:{engine.index_key()}"):
            lifecycle.drain_quietly()
            assert lifecycle.backlog()

        lifecycle.drain_quietly()

        assert lifecycle.backlog() == 0

    def test_one_old_generation_stays(self, engine: ElasticsearchEngine) -> None:
        generations = [lifecycle.build() for _ in range(3)]

        with engine._connection.reading() as client:
            kept = client.indices.get(index=f"{engine._connection.address.prefix}-*")

        assert set(kept) == set(generations[-2:])

    def test_an_index_of_other_lists_is_stale_answers_and_is_built_again(
        self, engine: ElasticsearchEngine, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        VoorzieningFactory(naam="Budgetcoach", live=True)
        lifecycle.drain()
        monkeypatch.setattr("search.engines.elastic.mapping.begrippen_version", lambda: "other")

        assert engine.health().state is State.STALE
        assert found("budgetcoach") == {"Budgetcoach"}
        assert lifecycle.ensure_built() is not None
        assert engine.health().state is State.OK

    def test_other_code_has_an_alias_of_its_own_and_reads_the_old_one_until_then(
        self, engine: ElasticsearchEngine, chosen: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        VoorzieningFactory(naam="Budgetcoach", live=True)
        lifecycle.drain()
        monkeypatch.setattr(elastic_generations, "ANALYSIS_VERSION", "next")
        newer = ElasticsearchEngine.from_settings(chosen)

        assert newer.index_key() != engine.index_key()
        assert newer.health().state is State.STALE
        assert newer.search(SearchQuery(text="budgetcoach")).total == 1
        with pytest.raises(EngineUnavailable):
            newer.upsert([made("Zwemles")])

        newer.rebuild([made("Zwemles")])

        assert names(newer) == [id_of("Zwemles")]
        assert found("budgetcoach") == {"Budgetcoach"}

    def test_an_index_that_an_operator_deleted_is_built_again(
        self, engine: ElasticsearchEngine, chosen: Any
    ) -> None:
        VoorzieningFactory(naam="Budgetcoach", live=True)
        forget(Address(urls=tuple(chosen.ELASTICSEARCH_URLS), prefix=chosen.ELASTICSEARCH_INDEX))

        assert find.find(SearchQuery(text="budgetcoach")).degraded
        assert engine.health().state is State.MISSING
        with pytest.raises(EngineUnavailable):
            lifecycle.drain()

        assert lifecycle.ensure_built() is not None
        assert found("budgetcoach") == {"Budgetcoach"}


class TestAway:
    def test_changes_wait_and_nothing_is_built_anew(
        self, engine: ElasticsearchEngine, chosen: Any
    ) -> None:
        consumer = lifecycle.consumer_name()
        VoorzieningFactory(naam="Budgetcoach", live=True)
        urls = chosen.ELASTICSEARCH_URLS
        away(chosen)

        with pytest.raises(EngineUnavailable):
            lifecycle.needs_build()
        lifecycle.drain_quietly()
        page = find.find(SearchQuery(text="budgetcoach"))

        assert (page.degraded, page.total) == (True, 1)
        back(chosen, urls)
        assert Afnemer.objects.get(naam=consumer).gebouwd_op == timezone.localdate()
        assert not lifecycle.needs_build()
        assert lifecycle.drain() == 1
        assert found("budgetcoach") == {"Budgetcoach"}

    def test_the_watcher_goes_on_when_it_is_back(
        self,
        engine: ElasticsearchEngine,
        chosen: Any,
        caplog: pytest.LogCaptureFixture,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        # It would end the transaction of the test.
        monkeypatch.setattr(watch, "close_old_connections", lambda: None)
        urls = chosen.ELASTICSEARCH_URLS
        VoorzieningFactory(naam="Budgetcoach", live=True)
        away(chosen)
        looks = iter([False, False, False, True])

        class Stop:
            def wait(self, seconds: float) -> bool:
                look = next(looks)
                if caplog.records:
                    back(chosen, urls)
                return look

        watch.follow(Stop())  # type: ignore[arg-type]

        assert found("budgetcoach") == {"Budgetcoach"}


def away(chosen: Any) -> None:
    """Nothing listens on the discard port of this machine; the consumer stays the same one."""
    chosen.ELASTICSEARCH_URLS = ["http://127.0.0.1:9"]
    engines.forget()


def back(chosen: Any, urls: list[str]) -> None:
    chosen.ELASTICSEARCH_URLS = urls
    engines.forget()


class another_session:  # noqa: N801 - reads as a function
    """Hold a lock as another process would: on another connection, in another thread."""

    def __init__(self, name: str) -> None:
        self._name, self._held, self._done = name, threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._hold)

    def __enter__(self) -> None:
        self._thread.start()
        assert self._held.wait(10)

    def __exit__(self, *error: object) -> None:
        self._done.set()
        self._thread.join()

    def _hold(self) -> None:
        try:
            with locked_everywhere(self._name, 5.0):
                self._held.set()
                self._done.wait(10)
        finally:
            connections.close_all()


def test_the_lock_is_free_again_afterwards(chosen: Any) -> None:
    with another_session("iets"), pytest.raises(LockTimeout), locked_everywhere("iets", 0.1):
        pass

    with locked_everywhere("iets", 0.1), locked_everywhere("anders", 0.1):
        pass
