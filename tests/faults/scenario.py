"""Two machines with an index each, writers, visitors and killers, side by side; then the count."""

import random
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.faults.changes import DELETE, PUBLISH, WITHDRAW
from tests.faults.journal import Journal
from tests.faults.killing import Killer
from tests.faults.machine import Machine, wait_for
from tests.faults.visitors import Visitor, Visits

ENTRIES = 240
KILLS = 30
# How many changes each writer makes: two through the web server, two in the database itself, as an
# import does.
THROUGH_WEB = (150, 150)
DIRECTLY = (350, 350)
CHANGES = sum(THROUGH_WEB + DIRECTLY)  # 1,000
VISITORS = 2
WRITE_SECONDS = 600.0  # more than the writers need, on a slow machine
CATCH_UP_SECONDS = 90.0
STOP_SECONDS = 100.0  # Elasticsearch may be starting
PAGE_SIZE = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happens once, at this share of the time that the writers take."""

    name: str
    happen: Callable[[], None]


def fill_database(machine: Machine) -> None:
    """Make the tables and the entries."""
    machine.manage("migrate", "--verbosity", "0")
    machine.manage("createcachetable")
    machine.manage("make_sample", "--count", str(ENTRIES))


class Scenario:
    """The site on two machines: `first` serves visitors, `second` only keeps an index."""

    def __init__(self, first: Machine, second: Machine, folder: Path, seed: str) -> None:
        self.first, self.second = first, second
        self.killers: list[Killer] = []
        self.start_seconds = 0.0  # that a command needs to start, on this machine as busy as it is
        self._folder = folder
        self._seed = seed
        self._entries: list[str] = []
        self._journal = Journal([])
        self._visits = Visits()
        self._writers: list[subprocess.Popen[bytes]] = []

    @contextmanager
    def running(self) -> Iterator[None]:
        """Build the index and start everything; all has ended afterwards."""
        self.first.manage("searchindex", "build")
        self._entries = self._findable()
        assert len(self._entries) > ENTRIES / 2
        started = time.monotonic()
        self.first.manage("searchindex", "status")
        self.start_seconds = time.monotonic() - started
        try:
            self.first.start_web()
            self.first.start_watcher()
            self.second.start_watcher()
            yield
        finally:
            for writer in self._writers:
                writer.kill()
                writer.wait()
            for killer in self.killers:
                killer.stop(STOP_SECONDS)
            self.first.stop()
            self.second.stop()

    def add_killer(
        self, what: str, kill: Callable[[random.Random], bool], between: tuple[float, float]
    ) -> Killer:
        killer = Killer(what, kill, times=KILLS, between=between, seed=self._seed)
        self.killers.append(killer)
        return killer

    def run(self, pace: float, events: Sequence[Event]) -> None:
        """Let everything happen at once; return when writers and killers are done.

        Args:
            pace: seconds between two changes, of all writers together.
        """
        slugs = [line.split()[0] for line in self._entries]
        visitors = [
            Visitor(self.first.address, slugs, f"{self._seed} {number}")
            for number in range(VISITORS)
        ]
        self._writers = self._start_writers(pace)
        started = time.monotonic()
        for thread in (*visitors, *self.killers):
            thread.start()
        for number, event in enumerate(events, start=1):
            due = started + pace * CHANGES * number / (len(events) + 1)
            time.sleep(max(0.0, due - time.monotonic()))
            event.happen()
        wait_for(self._writers, WRITE_SECONDS)
        for killer in self.killers:
            killer.done(WRITE_SECONDS)
        for visitor in visitors:
            visitor.leave()
            assert not visitor.gave_up, f"no answer to {visitor.gave_up}"
            self._visits.answers += visitor.visits.answers
            self._visits.dropped += visitor.visits.dropped
        self._journal = Journal.read(self._folder.glob("journal-*"))

    def summary(self, name: str) -> str:
        counts = {action: self._journal.count(action) for action in (PUBLISH, WITHDRAW, DELETE)}
        kills = ", ".join(f"{killer.killed} × {killer.what}" for killer in self.killers)
        return (
            f"{name} (seed {self._seed}): killed {kills}; {counts[PUBLISH]} publishes, "
            f"{counts[WITHDRAW]} withdrawals, {counts[DELETE]} deletions; "
            f"{len(self._visits.answers)} pages answered, {self._visits.limited} limited, "
            f"{self._visits.dropped} connections dropped"
        )

    def wrong_answers(self) -> list[str]:
        return self._visits.wrong(self._journal)

    def wait_until_caught_up(self) -> None:
        """Until the watchers themselves left nothing waiting for either index."""
        deadline = time.monotonic() + CATCH_UP_SECONDS
        status = ""
        while time.monotonic() < deadline:
            status = "".join(machine.manage("searchindex", "status") for machine in self.machines)
            if status.count(": ok,") == status.count(", 0 wijzigingen wachten") == 2:
                return
        raise AssertionError(f"the watchers do not catch up: {status}")

    @property
    def machines(self) -> tuple[Machine, Machine]:
        return self.first, self.second

    def listed(self) -> set[str]:
        """What visitors find now: the entries on all pages of results."""
        visitor = Visitor(self.first.address, [], self._seed)
        found: set[str] = set()
        for number in range(1, ENTRIES // PAGE_SIZE + 2):
            seen = visitor.visit(f"/zoeken/?pagina={number}")
            assert seen is not None
            assert (seen.status, seen.limited) == (200, False)
            found |= seen.shown
        return found

    def findable(self) -> set[str]:
        """What the database says may be found."""
        return {line.split()[0] for line in self._findable()}

    def _findable(self) -> list[str]:
        output = self._folder / "entries.txt"
        with output.open("w") as file:
            process = self.first.start("-m", "tests.faults.entries", stdout=file)
            assert process.wait(60) == 0
        return output.read_text(encoding="utf-8").splitlines()

    def _start_writers(self, pace: float) -> list[subprocess.Popen[bytes]]:
        writers = []
        shares = THROUGH_WEB + DIRECTLY
        for number, share in enumerate(shares):
            journal = str(self._folder / f"journal-{number}.jsonl")
            address = [self.first.address] if number < len(THROUGH_WEB) else []
            between = str(pace * CHANGES / share)
            command = [journal, f"{self._seed} {number}", str(share), between, *address]
            writer = self.first.start("-m", "tests.faults.writer", *command, stdin=subprocess.PIPE)
            assert writer.stdin is not None
            writer.stdin.write("\n".join(self._entries[number :: len(shares)]).encode())
            writer.stdin.close()
            writers.append(writer)
        return writers
