"""The embedded engine keeps the contract, and its files may come and go."""

import json
import os
import shutil
import stat
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from search.documents import Document
from search.engines.base import EngineBusy, EngineUnavailable, SearchEngine, State
from search.engines.embedded import EmbeddedEngine
from search.generations import MANIFEST
from search.locks import locked
from search.query import SearchQuery
from tests.search.engines.contract import (
    TODAY,
    MakeEngine,
    SearchEngineContract,
    any_text,
    ids,
)
from tests.search.engines.documents import id_of, made

EVERYTHING = SearchQuery()


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    return tmp_path / "index"


@pytest.fixture
def engine(directory: Path) -> EmbeddedEngine:
    return EmbeddedEngine(directory, today=lambda: TODAY, lock_seconds=0.1)


class TestEmbeddedEngine(SearchEngineContract):
    @pytest.fixture
    def make_engine(self, directory: Path) -> MakeEngine:
        return lambda today: EmbeddedEngine(directory, today=today)

    @pytest.fixture
    def engine(self, make_engine: MakeEngine) -> SearchEngine:
        return make_engine(lambda: TODAY)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> EmbeddedEngine:
    engine = EmbeddedEngine(tmp_path_factory.mktemp("index"))
    engine.rebuild([made("Hulp bij formulieren"), made("WIJ-team"), made("Maaltijdvoorziening")])
    return engine


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=any_text)
def test_no_text_breaks_a_search(filled: EmbeddedEngine, text: str) -> None:
    page = filled.search(SearchQuery(text=text))
    suggestions = filled.complete(text)

    assert 0 <= page.total <= 3
    assert len(suggestions) <= 8


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=any_text)
def test_no_facet_value_breaks_a_search(filled: EmbeddedEngine, value: str) -> None:
    filters = {"stap": frozenset({value}), "soort": frozenset({"x", value})}

    assert filled.search(SearchQuery(filters=filters)).total in (0, 3)


# A missing, damaged or outdated index.


def test_making_an_engine_touches_nothing(directory: Path) -> None:
    EmbeddedEngine(directory)

    assert not directory.exists()


def test_without_an_index_a_search_says_so(engine: EmbeddedEngine) -> None:
    with pytest.raises(EngineUnavailable):
        engine.search(EVERYTHING)
    with pytest.raises(EngineUnavailable):
        engine.upsert([made("Taalles")])

    assert engine.health().state is State.MISSING


def remove_all(directory: Path) -> None:
    shutil.rmtree(directory)


def remove_generation(directory: Path) -> None:
    shutil.rmtree(directory / "gen-1")


def remove_one_file(directory: Path) -> None:
    largest(directory).unlink()


def truncate(directory: Path) -> None:
    """Put a shorter file in its place, as a full disk or a broken copy leaves it.

    Not by os.truncate: one of tantivy's threads may be reading the mapped file at that very moment,
    and no process survives that (SIGBUS, once in 15 to 40 runs).
    """
    path = largest(directory)
    shorter = path.with_name("shorter")
    shorter.write_bytes(path.read_bytes()[:10])
    os.replace(shorter, path)


def overwrite(directory: Path) -> None:
    path = largest(directory)
    path.write_bytes(b"\x00" * path.stat().st_size)


def spoil_meta(directory: Path) -> None:
    (directory / "gen-1" / "meta.json").write_text("{")


def spoil_pointer(directory: Path) -> None:
    (directory / "CURRENT").write_bytes(b"\xff")


def largest(directory: Path) -> Path:
    files = [path for path in (directory / "gen-1").iterdir() if len(path.stem) == 32]
    return max(files, key=lambda path: path.stat().st_size)


DAMAGE = [
    remove_all,
    remove_generation,
    remove_one_file,
    truncate,
    overwrite,
    spoil_meta,
    spoil_pointer,
]


@pytest.mark.parametrize("damage", DAMAGE)
@pytest.mark.parametrize("was_open", [True, False])
def test_damage_while_running_is_noticed_and_a_rebuild_repairs_it(
    engine: EmbeddedEngine, directory: Path, damage: Callable[[Path], None], was_open: bool
) -> None:
    engine.rebuild([made(f"Taalles {number}") for number in range(200)])
    reader = engine if was_open else EmbeddedEngine(directory)
    if was_open:
        assert reader.search(EVERYTHING).total == 200

    damage(directory)

    if damage in (truncate, overwrite) and not was_open:
        # Nothing to compare with yet; tantivy may or may not notice by itself.
        reader.health()
    else:
        for _ in range(2):
            with pytest.raises(EngineUnavailable):
                reader.search(EVERYTHING)
        assert not reader.health().ok

    engine.rebuild([made("Taalles")])

    assert reader.search(EVERYTHING).total == 1
    assert reader.health().ok


@pytest.mark.parametrize(
    ("field", "answers"),
    [("analysis", True), ("begrippen", True), ("schema", False), ("engine", False)],
)
def test_an_index_of_other_code_is_stale_and_used_as_far_as_its_fields_are_known(
    engine: EmbeddedEngine, directory: Path, field: str, answers: bool
) -> None:
    engine.rebuild([made("Taalles")])
    manifest = directory / "gen-1" / MANIFEST
    manifest.write_text(json.dumps(json.loads(manifest.read_text()) | {field: "other"}))
    newly_started = EmbeddedEngine(directory)

    assert newly_started.health().state is State.STALE
    if answers:
        newly_started.upsert([made("Zwemles")])
        assert newly_started.search(EVERYTHING).total == 2
    else:
        with pytest.raises(EngineUnavailable):
            newly_started.upsert([made("Zwemles")])
        with pytest.raises(EngineUnavailable):
            newly_started.search(EVERYTHING)

    newly_started.rebuild([made("Taalles")])
    assert newly_started.health().ok


# Several processes and threads.


def test_a_change_by_another_process_is_seen_by_the_next_search(
    engine: EmbeddedEngine, directory: Path
) -> None:
    engine.rebuild([made("Taalles")])
    assert engine.search(EVERYTHING).total == 1
    other = EmbeddedEngine(directory)

    other.upsert([made("Zwemles")])
    assert engine.search(EVERYTHING).total == 2

    other.rebuild([made("Kookles")])
    assert ids(engine.search(EVERYTHING)) == [id_of("Kookles")]


@pytest.mark.parametrize("lock", ["write.lock", "build.lock"])
def test_a_writer_that_waits_too_long_says_so(
    engine: EmbeddedEngine, directory: Path, lock: str
) -> None:
    engine.rebuild([made("Taalles")])

    with locked(directory / lock, timeout=1):
        if lock == "write.lock":
            with pytest.raises(EngineBusy):
                engine.upsert([made("Zwemles")])
        with pytest.raises(EngineBusy):
            engine.rebuild([made("Zwemles")])

    engine.upsert([made("Zwemles")])
    assert engine.search(EVERYTHING).total == 2
    assert sorted(path.name for path in directory.glob("gen-*")) == ["gen-1"]


def test_changes_go_on_during_a_rebuild(engine: EmbeddedEngine) -> None:
    engine.rebuild([made("Taalles")])

    def documents() -> Iterator[Document]:
        yield made("Kookles")
        engine.upsert([made("Zwemles")])
        assert engine.search(EVERYTHING).total == 2

    engine.rebuild(documents())

    assert ids(engine.search(EVERYTHING)) == [id_of("Kookles")]


def test_readers_and_a_writer_work_side_by_side(engine: EmbeddedEngine) -> None:
    engine.rebuild(made(f"Taalles {number}") for number in range(50))
    failures: list[BaseException] = []
    totals: set[int] = set()
    stop = threading.Event()

    def read() -> None:
        while not stop.is_set():
            try:
                totals.add(engine.search(SearchQuery(text="taalles")).total)
            except BaseException as error:  # noqa: BLE001 - whatever it is, the test names it
                failures.append(error)
                return

    readers = [threading.Thread(target=read) for _ in range(4)]
    for reader in readers:
        reader.start()
    for number in range(50, 70):
        engine.upsert([made(f"Taalles {number}")])
        if number == 60:
            engine.rebuild(made(f"Taalles {number}") for number in range(61))
    stop.set()
    for reader in readers:
        reader.join()

    assert failures == []
    assert totals <= set(range(50, 71))
    assert engine.search(SearchQuery(text="taalles")).total == 70


def test_a_forked_process_opens_its_own(engine: EmbeddedEngine) -> None:
    engine.rebuild([made("Taalles")])
    engine.search(EVERYTHING)
    read_end, write_end = os.pipe()

    child = os.fork()
    if child == 0:
        try:
            engine.upsert([made("Zwemles")])
            os.write(write_end, str(engine.search(EVERYTHING).total).encode())
        finally:
            os._exit(0)
    os.waitpid(child, 0)

    assert os.read(read_end, 10) == b"2"
    assert engine.search(EVERYTHING).total == 2


# Files.


def test_many_changes_leave_few_files(engine: EmbeddedEngine, directory: Path) -> None:
    engine.rebuild([made("Taalles")])
    other = EmbeddedEngine(directory)

    for number in range(40):
        (engine, other)[number % 2].upsert([made(f"Taalles {number % 7}")])

    meta = json.loads((directory / "gen-1" / "meta.json").read_text())
    live = {segment["segment_id"].replace("-", "") for segment in meta["segments"]}
    files = {path.name[:32] for path in (directory / "gen-1").iterdir() if len(path.stem) == 32}
    assert files <= live
    assert engine.search(EVERYTHING).total == 8


def test_who_may_read_the_directory_may_read_every_file(
    engine: EmbeddedEngine, directory: Path
) -> None:
    engine.rebuild([made("Taalles")])
    (directory / "gen-1").chmod(0o755)

    engine.upsert([made("Zwemles")])

    assert stat.S_IMODE((directory / "gen-1" / "meta.json").stat().st_mode) == 0o644


def test_one_change_takes_little_time(engine: EmbeddedEngine) -> None:
    engine.rebuild(made(f"Taalles {number}") for number in range(500))
    started = time.perf_counter()

    engine.upsert([made("Zwemles")])
    total = engine.search(EVERYTHING).total

    assert total == 501
    assert time.perf_counter() - started < 1.0
