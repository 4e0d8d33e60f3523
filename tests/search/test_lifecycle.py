"""What is published is findable, what is withdrawn is gone, whatever breaks in between."""

import datetime
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from search import engines, find, lifecycle, repair, watch
from search.engines.base import EngineBusy, EngineUnavailable, SearchEngine
from search.locks import LockTimeout
from search.models import Afnemer, Wijziging
from search.outbox import consumers, triggers
from search.query import SearchQuery
from search.verification import verify
from socialmap.models import Voorziening
from tests.socialmap.factories import LocatieFactory, VoorzieningFactory


def found(text: str = "") -> set[str]:
    """The names behind what the engine itself finds."""
    page = engines.get_engine().search(SearchQuery(text=text, size=100))
    ids = [hit.id for hit in page.hits]
    return set(Voorziening.objects.filter(public_id__in=ids).values_list("naam", flat=True))


class Refusing:
    """The engine, with one method that fails."""

    def __init__(self, engine: SearchEngine, method: str, error: Exception) -> None:
        self._engine, self._method, self._error = engine, method, error

    def __getattr__(self, name: str) -> Any:
        return self._fail if name == self._method else getattr(self._engine, name)

    def _fail(self, *args: Any, **kwargs: Any) -> Any:
        raise self._error


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch, index: SearchEngine) -> Any:
    def break_it(method: str, error: Exception) -> None:
        refusing = Refusing(index, method, error)
        for module in (lifecycle, find):
            monkeypatch.setattr(module, "get_engine", lambda: refusing)

    return break_it


@pytest.mark.django_db
class TestChanges:
    def test_what_is_published_is_found_after_a_drain(self, index: SearchEngine) -> None:
        VoorzieningFactory(naam="Budgetcoach", live=True)
        before = found("budgetcoach")

        lifecycle.drain()

        assert before == set()
        assert found("budgetcoach") == {"Budgetcoach"}

    def test_a_draft_is_not_found(self, index: SearchEngine) -> None:
        VoorzieningFactory(naam="Budgetcoach")

        lifecycle.drain()

        assert found() == set()

    def test_what_is_withdrawn_is_gone(self, index: SearchEngine) -> None:
        made = VoorzieningFactory(naam="Budgetcoach", live=True)
        lifecycle.drain()

        made.unpublish()
        lifecycle.drain()

        assert found() == set()

    def test_what_is_deleted_is_gone(self, index: SearchEngine) -> None:
        made = VoorzieningFactory(live=True)
        lifecycle.drain()

        Voorziening.objects.filter(pk=made.pk).delete()
        lifecycle.drain()

        assert list(dict(index.fingerprints())) == []

    def test_new_words_are_found_and_old_ones_no_longer(self, index: SearchEngine) -> None:
        made = VoorzieningFactory(naam="Smartlappenkoor", live=True)
        lifecycle.drain()

        Voorziening.objects.filter(pk=made.pk).update(naam="Schaakclub")
        lifecycle.drain()

        assert found("schaakclub") == {"Schaakclub"}
        assert found("smartlappenkoor") == set()

    def test_a_drain_tells_how_many_it_looked_at_and_empties_the_outbox(
        self, index: SearchEngine
    ) -> None:
        VoorzieningFactory.create_batch(3, live=True)

        looked = lifecycle.drain()

        assert looked == 3
        assert lifecycle.backlog() == 0
        assert lifecycle.drain() == 0

    @pytest.mark.parametrize(
        ("van", "tot", "there"),
        [(0, 0, True), (-9, 9, True), (1, 9, False), (-9, -1, False), (None, -1, False)],
    )
    def test_only_within_its_period_is_something_found(
        self, van: int | None, tot: int, there: bool, index: SearchEngine
    ) -> None:
        today = timezone.localdate()
        VoorzieningFactory(
            naam="Zomerkamp",
            live=True,
            geldig_van=None if van is None else today + datetime.timedelta(days=van),
            geldig_tot=today + datetime.timedelta(days=tot),
        )

        lifecycle.drain()

        assert (found("zomerkamp") == {"Zomerkamp"}) is there

    def test_the_next_day_brings_in_what_begins_then(
        self, index: SearchEngine, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        tomorrow = timezone.localdate() + datetime.timedelta(days=1)
        VoorzieningFactory(naam="Zomerkamp", live=True, geldig_van=tomorrow)
        lifecycle.drain()
        before = found("zomerkamp")

        monkeypatch.setattr(timezone, "localdate", lambda *args: tomorrow)
        lifecycle.ensure_built()

        assert before == set()
        assert found("zomerkamp") == {"Zomerkamp"}

    def test_a_row_that_cannot_be_right_does_not_stop_the_others(self, index: SearchEngine) -> None:
        locatie = LocatieFactory()
        VoorzieningFactory(
            naam="Van de aarde af", live=True, aanbieder=locatie.aanbieder, locaties=[locatie]
        )
        VoorzieningFactory(naam="Te oud", live=True)
        type(locatie).objects.update(lat=1000, lon=float("inf"))
        Voorziening.objects.filter(naam="Te oud").update(leeftijd_van=200, leeftijd_tot=300)

        lifecycle.drain()

        assert found() == {"Van de aarde af", "Te oud"}


@pytest.mark.django_db
class TestAfterARequest:
    def test_a_visit_does_not_drain(self, index: SearchEngine, client: Client) -> None:
        VoorzieningFactory(live=True)

        client.get("/zoeken/")

        assert lifecycle.backlog() > 0

    @pytest.mark.parametrize("error", [EngineUnavailable("weg"), EngineBusy("druk"), OSError("x")])
    def test_a_failing_index_never_breaks_the_request(self, error: Exception, broken: Any) -> None:
        VoorzieningFactory(live=True)
        broken("upsert", error)

        lifecycle.drain_quietly()

        assert lifecycle.backlog() > 0


@pytest.mark.django_db
class TestFaults:
    def test_while_the_engine_is_away_the_changes_wait(self, broken: Any) -> None:
        VoorzieningFactory(live=True)
        waiting = lifecycle.backlog()
        broken("upsert", EngineUnavailable("weg"))

        with pytest.raises(EngineUnavailable):
            lifecycle.drain()

        assert lifecycle.backlog() == waiting > 0

    def test_a_crash_between_index_and_outbox_repeats_without_harm(
        self, index: SearchEngine, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        VoorzieningFactory(naam="Budgetcoach", live=True)

        def crash(batch: Any) -> None:
            raise KeyboardInterrupt

        with monkeypatch.context() as patch:
            patch.setattr(consumers, "done", crash)
            with pytest.raises(KeyboardInterrupt):
                lifecycle.drain()
        lifecycle.drain()

        assert found() == {"Budgetcoach"}
        assert lifecycle.backlog() == 0
        assert verify().in_order

    def test_what_changes_during_a_build_is_in_the_new_generation(
        self, index: SearchEngine, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        gone = VoorzieningFactory(naam="Gaat weg", live=True)
        all_documents = lifecycle.all_documents

        def meanwhile() -> Iterator[Any]:
            yield from list(all_documents())
            VoorzieningFactory(naam="Komt erbij", live=True)
            Voorziening.objects.filter(pk=gone.pk).update(live=False)

        monkeypatch.setattr(lifecycle, "all_documents", meanwhile)
        lifecycle.build()

        assert found() == {"Komt erbij"}
        assert Afnemer.objects.get().naam == lifecycle.consumer_name()

    def test_a_build_that_fails_leaves_the_old_index_and_asks_for_another(
        self, index: SearchEngine, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        VoorzieningFactory(naam="Budgetcoach", live=True)
        lifecycle.drain()

        def fail() -> Iterator[Any]:
            raise KeyboardInterrupt
            yield

        with monkeypatch.context() as patch:
            patch.setattr(lifecycle, "all_documents", fail)
            with pytest.raises(KeyboardInterrupt):
                lifecycle.build()

        assert found() == {"Budgetcoach"}
        assert lifecycle.needs_build()
        assert Afnemer.objects.count() == 1
        assert lifecycle.ensure_built()
        assert not lifecycle.needs_build()

    def test_a_migration_during_a_build_asks_for_another(
        self, index: SearchEngine, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def migrates() -> Iterator[Any]:
            Afnemer.objects.update(verouderd=True)
            yield from ()

        monkeypatch.setattr(lifecycle, "all_documents", migrates)
        lifecycle.build()

        assert lifecycle.needs_build()

    def test_a_killed_build_counts_as_none(self, index: SearchEngine) -> None:
        Afnemer.objects.update(verouderd=False, gebouwd_op=None)

        assert lifecycle.needs_build()


@pytest.mark.django_db
class TestNeedsBuild:
    def test_a_fresh_index_needs_none(self, index: SearchEngine) -> None:
        assert not lifecycle.needs_build()
        assert lifecycle.ensure_built() is None

    def test_before_the_first_build_one_is_needed(self, engine_folder: Path) -> None:
        assert lifecycle.needs_build()

    def test_after_a_migration_one_is_needed(self, index: SearchEngine) -> None:
        Afnemer.objects.update(verouderd=True)

        assert lifecycle.needs_build()

    def test_a_forgotten_consumer_rebuilds_when_it_returns(self, index: SearchEngine) -> None:
        Afnemer.objects.update(gezien_op=timezone.now() - datetime.timedelta(days=30))
        consumers.forget_silent()
        VoorzieningFactory(naam="Tussentijds", live=True)

        assert lifecycle.ensure_built()
        assert found() == {"Tussentijds"}

    def test_a_deleted_folder_needs_one(self, index: SearchEngine, engine_folder: Path) -> None:
        shutil.rmtree(engine_folder)

        assert lifecycle.needs_build()

    def test_each_engine_and_each_folder_is_a_consumer_of_its_own(
        self, engine_folder: Path, settings: Any
    ) -> None:
        embedded = lifecycle.consumer_name()
        with engines.engine_chosen("search.engines.reference.ReferenceEngine"):
            reference = lifecycle.consumer_name()
        settings.SEARCH_INDEX_DIR = Path("/" + "lange-map/" * 40) / "index"
        elsewhere = lifecycle.consumer_name()

        assert len({embedded, reference, elsewhere}) == 3
        assert max(map(len, (embedded, reference, elsewhere))) <= 200


@pytest.mark.django_db
class TestVerify:
    def test_an_index_that_follows_is_in_order(self, index: SearchEngine) -> None:
        VoorzieningFactory(live=True)

        assert verify().in_order

    def test_what_the_index_lacks_is_missing(self, index: SearchEngine) -> None:
        made = VoorzieningFactory(live=True)
        Wijziging.objects.all().delete()

        report = verify()

        assert report.missing == {str(made.public_id)}
        assert not report.in_order

    def test_what_the_database_lacks_is_superfluous(self, index: SearchEngine) -> None:
        made = VoorzieningFactory(live=True)
        lifecycle.drain()
        Voorziening.objects.filter(pk=made.pk).update(live=False)
        Wijziging.objects.all().delete()

        report = verify()

        assert report.superfluous == {str(made.public_id)}
        assert not report.in_order

    def test_a_lost_trigger_is_out_of_order(self, index: SearchEngine) -> None:
        triggers.drop()

        assert not verify().in_order


@pytest.mark.django_db
def test_a_build_that_could_not_take_the_changes_along_counts_as_none(
    index: SearchEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(afnemer: Afnemer) -> int:
        raise EngineBusy("another process is writing")

    with monkeypatch.context() as patched:
        patched.setattr(lifecycle, "_apply", refuse)
        with pytest.raises(EngineBusy):
            lifecycle.build()

    assert lifecycle.needs_build()


class Looks(watch.StopSignal):
    """Lets `follow` look a number of times, with something done before each look."""

    def __init__(self, *steps: Any) -> None:
        super().__init__()
        self._steps = list(steps)

    def wait(self, seconds: float) -> bool:
        if not self._steps:
            return True
        self._steps.pop(0)()
        return False


@pytest.mark.django_db
class TestWatch:
    @pytest.fixture(autouse=True)
    def _keep_the_connection(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """It holds the transaction of the test."""
        monkeypatch.setattr(watch, "close_old_connections", lambda: None)

    def test_it_builds_follows_and_goes_on_after_a_fault(
        self, engine_folder: Path, caplog: pytest.LogCaptureFixture
    ) -> None:
        def publish(naam: str) -> Any:
            return lambda: VoorzieningFactory(naam=naam, live=True)

        def lose() -> None:
            shutil.rmtree(engine_folder)
            engines.forget()

        watch.follow(Looks(publish("Een"), publish("Twee"), lose, publish("Drie")), interval=0)

        assert found() == {"Een", "Twee", "Drie"}

    def test_a_fault_is_logged_once_and_tried_again(
        self, index: SearchEngine, broken: Any, caplog: pytest.LogCaptureFixture
    ) -> None:
        VoorzieningFactory(live=True)
        broken("upsert", EngineBusy("druk"))

        watch.follow(Looks(*[lambda: None] * 3), interval=0)

        assert [record.levelname for record in caplog.records] == ["WARNING"]
        assert lifecycle.backlog() > 0

    def test_once_a_day_it_forgets_searches_past_their_term(
        self, index: SearchEngine, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        asked: list[datetime.date] = []
        monkeypatch.setattr(watch, "forget_old_searches", asked.append)

        watch.follow(Looks(*[lambda: None] * 3), interval=0)

        assert asked == [timezone.localdate()]

    def test_it_stops_at_a_signal(self, index: SearchEngine) -> None:
        stop = watch.StopSignal()
        stop.set()

        watch.follow(stop, interval=60)

        assert stop.wait(0)


@pytest.fixture
def no_attempts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(repair._Attempt, "last", float("-inf"))
    monkeypatch.setattr(repair._Attempt, "thread", None)


@pytest.mark.django_db
class TestRepair:
    def test_a_lost_index_is_built_again_once(
        self,
        index: SearchEngine,
        settings: Any,
        no_attempts: None,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        settings.SEARCH_SELF_REPAIR = True
        built = threading.Semaphore(0)
        monkeypatch.setattr(lifecycle, "ensure_built", built.release)

        for _visit in range(5):
            repair.repair_in_background()
        thread = repair._Attempt.thread
        assert thread is not None
        thread.join(5)

        assert built.acquire(blocking=False)
        assert not built.acquire(blocking=False)

    @pytest.mark.parametrize(
        "error", [EngineUnavailable("full"), EngineBusy("busy"), LockTimeout("drain"), OSError(28)]
    )
    def test_a_build_that_fails_says_so_without_an_error_of_its_own(
        self,
        index: SearchEngine,
        settings: Any,
        no_attempts: None,
        monkeypatch: pytest.MonkeyPatch,
        caplog: pytest.LogCaptureFixture,
        error: Exception,
    ) -> None:
        def fail() -> None:
            raise error

        settings.SEARCH_SELF_REPAIR = True
        monkeypatch.setattr(lifecycle, "ensure_built", fail)

        repair.repair_in_background()
        thread = repair._Attempt.thread
        assert thread is not None
        thread.join(5)

        assert f"could not be built again: {type(error).__name__}" in caplog.text

    def test_it_can_be_switched_off(
        self, index: SearchEngine, settings: Any, no_attempts: None
    ) -> None:
        settings.SEARCH_SELF_REPAIR = False

        repair.repair_in_background()

        assert repair._Attempt.thread is None
