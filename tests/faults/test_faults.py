"""Nothing is lost and nothing is shown that may not be, whatever is killed, full or away."""

import os
import random
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

from deploy.elasticsearch import Node, temporary_node
from deploy.postgresql import temporary_cluster
from tests.faults.machine import Machine
from tests.faults.scenario import Event, Scenario, fill_database

pytestmark = [pytest.mark.full, pytest.mark.postgres, pytest.mark.xdist_group("faults")]

Say = Callable[[str], None]

FULL_SECONDS = 12.0
# The breaker pauses for 3 s at a time: more of the same after the first few.
AWAY_SECONDS = 25.0


@pytest.fixture(scope="module")
def seed() -> str:
    """Of every choice and every moment; give it again to see the same."""
    given = os.environ.get("SOCIALMAP_TEST_SEED")
    return given or str(random.SystemRandom().randrange(1_000_000))


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """A database with tables and entries, which nobody uses itself."""
    with temporary_cluster() as env:
        fill_database(Machine(tmp_path_factory.mktemp("filled"), "eerste", env))
        yield env


@pytest.fixture
def database(filled: dict[str, str], request: pytest.FixtureRequest) -> dict[str, str]:
    """A copy of it for one scenario."""
    name = request.node.name
    where = {"host": filled["SOCIALMAP_DATABASE_HOST"], "user": filled["SOCIALMAP_DATABASE_USER"]}
    with psycopg.connect(**where, dbname="template1", autocommit=True) as connection:
        template = filled["SOCIALMAP_DATABASE_NAME"]
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
    return filled | {"SOCIALMAP_DATABASE_NAME": name}


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> Say:
    """Print past what pytest keeps to itself."""

    def show(text: str) -> None:
        with capsys.disabled():
            sys.stdout.write(f"\n{text}\n")

    return show


@pytest.fixture
def node() -> Iterator[Node]:
    with temporary_node(in_memory=True) as node:
        yield node


def kill_processes_of(scenario: Scenario) -> None:
    """Every few seconds: each has the time to start, on this machine, and about as much to work.

    One that is always killed while it starts would do nothing, and a visitor would get no answer.
    """
    start = scenario.start_seconds
    between = start, 2 * start + 1

    def kill_worker(chance: random.Random) -> bool:
        return scenario.first.kill_worker(chance.randrange(2))

    def kill_watcher(chance: random.Random) -> bool:
        scenario.first.kill_watcher()
        scenario.first.start_watcher()
        return True

    def kill_other_watcher(chance: random.Random) -> bool:
        scenario.second.kill_watcher()
        scenario.second.start_watcher()
        return True

    scenario.add_killer("web worker", kill_worker, between)
    scenario.add_killer("watcher", kill_watcher, between)
    scenario.add_killer("watcher of the second machine", kill_other_watcher, between)


def fill_the_disk(scenario: Scenario, machine: Machine) -> None:
    """For a while, and lose the index meanwhile, so that it is built without room too.

    Nobody kills, for a process that is started has room again.
    """
    web, *watchers = scenario.killers[:3]
    with web.held, watchers[0].held, watchers[1].held, machine.full_disk():
        time.sleep(FULL_SECONDS / 2)
        machine.lose_index()
        time.sleep(FULL_SECONDS / 2)


def assert_all_is_well(scenario: Scenario) -> None:
    assert scenario.wrong_answers() == []
    scenario.wait_until_caught_up()
    for machine in scenario.machines:
        report = machine.manage("searchindex", "verify")
        assert report.startswith("Ontbreekt: 0. Te veel: 0. Verouderd: 0. ")
    assert scenario.listed() == scenario.findable()


def test_nothing_is_lost_on_the_embedded_engine(
    database: dict[str, str], tmp_path: Path, seed: str, say: Say
) -> None:
    first = Machine(tmp_path / "first", "eerste", database)
    second = Machine(tmp_path / "second", "tweede", database)
    scenario = Scenario(first, second, tmp_path, seed)

    with scenario.running():
        kill_processes_of(scenario)
        scenario.run(
            pace=0.14,
            events=[
                Event(name="index deleted", happen=first.lose_index),
                Event(name="disk full", happen=lambda: fill_the_disk(scenario, first)),
                Event(name="index deleted", happen=second.lose_index),
                Event(name="disk full", happen=lambda: fill_the_disk(scenario, second)),
            ],
        )
        say(scenario.summary("embedded"))

        assert_all_is_well(scenario)


@pytest.mark.elasticsearch
def test_nothing_is_lost_on_elasticsearch(
    database: dict[str, str], node: Node, tmp_path: Path, seed: str, say: Say
) -> None:
    first = Machine(tmp_path / "first", "eerste", database | node.environment)
    second = Machine(tmp_path / "second", "tweede", database)
    scenario = Scenario(first, second, tmp_path, seed)

    def kill_node(chance: random.Random) -> bool:
        node.kill()
        time.sleep(chance.uniform(0.0, 1.0))
        node.start()
        return True

    def away() -> None:
        with scenario.killers[-1].held:
            node.kill()
            time.sleep(AWAY_SECONDS)
            node.start()

    with scenario.running():
        kill_processes_of(scenario)
        scenario.add_killer("Elasticsearch", kill_node, (0.5, 3.0))
        scenario.run(
            pace=0.24,
            events=[
                Event(name="Elasticsearch away", happen=away),
                Event(name="index deleted", happen=second.lose_index),
                Event(name="disk full", happen=lambda: fill_the_disk(scenario, first)),
            ],
        )
        say(scenario.summary("elasticsearch"))

        assert_all_is_well(scenario)
