"""An index that still answers is built anew once a minute at most."""

import pytest

from search import lifecycle
from search.engines.base import EngineUnavailable, State
from search.pace import EVERY, SHARE, Pace
from search.repair import RETRY_AFTER


class World:
    """A clock, an index with a state, and builds that take a while."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, takes: float = 1.0) -> None:
        self.now, self.state, self.takes, self.builds = 0.0, State.STALE, takes, 0
        monkeypatch.setattr(lifecycle, "build_reason", lambda: self.state)
        monkeypatch.setattr(lifecycle, "build", self._build)
        self.pace = Pace(clock=lambda: self.now)

    def _build(self) -> str:
        self.builds += 1
        self.now += self.takes
        return f"gen-{self.builds}"

    def fail(self) -> str:
        self.builds += 1
        raise EngineUnavailable("the disk is full")

    def look(self, after: float = 0.0) -> str | None:
        self.now += after
        return self.pace.ensure_built()


def test_the_first_change_is_built_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    assert World(monkeypatch).look() == "gen-1"


def test_the_changes_of_one_minute_are_built_together(monkeypatch: pytest.MonkeyPatch) -> None:
    world = World(monkeypatch)
    world.look()

    early = [world.look(after=5) for _ in range(10)]
    late = world.look(after=EVERY)

    assert early == [None] * 10
    assert late == "gen-2"


def test_an_absent_index_waits_for_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    world = World(monkeypatch)
    world.look()
    world.state = State.MISSING

    assert world.look() == "gen-2"


def test_long_builds_leave_time_between_them(monkeypatch: pytest.MonkeyPatch) -> None:
    world = World(monkeypatch, takes=200.0)
    world.look()

    assert world.look(after=(SHARE - 1) * 200 - 1) is None
    assert world.look(after=1) == "gen-2"


def test_a_build_that_failed_is_not_tried_again_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    world = World(monkeypatch)
    world.state = State.MISSING
    monkeypatch.setattr(lifecycle, "build", world.fail)

    with pytest.raises(EngineUnavailable):
        world.look()
    early = [world.look(after=1) for _ in range(5)]

    assert (early, world.builds) == ([None] * 5, 1)
    with pytest.raises(EngineUnavailable):
        world.look(after=RETRY_AFTER)
