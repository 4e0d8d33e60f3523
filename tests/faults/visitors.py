"""Visitors who go on asking for pages, and remember what each answer showed."""

import http.client
import random
import re
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import quote, urlsplit

from tests.faults.journal import Journal

LINK = re.compile(r'href="(?:/[a-z0-9-]+)?/voorziening/([a-z0-9-]+)/')
LIMITED = "Zoeken werkt nu beperkt"
QUESTIONS = ("", "proef", "proef met", "hulp", "vrijwilligers", "samen eten", "hulp bij geld", "zz")
PATIENCE = 120.0
PAUSE = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One completed answer."""

    path: str
    status: int
    began: float
    ended: float
    shown: frozenset[str] = frozenset()
    limited: bool = False
    entry: str = ""  # whose own page it is


@dataclass(slots=True)
class Visits:
    answers: list[Seen] = field(default_factory=list)
    dropped: int = 0  # connections that ended without an answer

    @property
    def limited(self) -> int:
        return sum(seen.limited for seen in self.answers)

    def wrong(self, journal: Journal) -> list[str]:
        """What may never happen, a line each."""
        return [f"{seen.path}: {said}" for seen in self.answers for said in _faults(seen, journal)]


def _faults(seen: Seen, journal: Journal) -> list[str]:
    found = []
    during = seen.began, seen.ended
    if seen.status != 200 and not (seen.entry and seen.status in {404, 410}):
        found.append(f"status {seen.status}")
    found += [f"shows {slug}" for slug in seen.shown if journal.was_hidden(slug, *during)]
    if seen.entry and seen.status == 200 and journal.was_hidden(seen.entry, *during):
        found.append("shows what is withdrawn")
    if seen.entry and seen.status != 200 and journal.was_public(seen.entry, *during):
        found.append(f"status {seen.status} for what is public")
    return found


class Visitor(threading.Thread):
    """Asks one page after the other until `leave`; a lost connection is tried again."""

    def __init__(self, address: str, slugs: Sequence[str], seed: str) -> None:
        super().__init__(name=f"visitor {seed}", daemon=True)
        self.visits = Visits()
        self.gave_up = ""
        self._host = urlsplit(address).netloc
        self._slugs = slugs
        self._chance = random.Random(seed)  # noqa: S311 - which pages, not a secret
        self._leaving = threading.Event()

    def leave(self) -> None:
        self._leaving.set()
        self.join(2 * PATIENCE)

    def run(self) -> None:
        while not self._leaving.wait(PAUSE * self._chance.uniform(0.5, 1.5)):
            if self._chance.random() < 0.4:
                slug = self._chance.choice(self._slugs)
                self.visit(f"/voorziening/{slug}/", entry=slug)
            else:
                path = self._chance.choice(("/zoeken/", "/zoeken/", "/zoeken/", "/kaart/"))
                question = quote(self._chance.choice(QUESTIONS))
                self.visit(f"{path}?q={question}&pagina={self._chance.randint(1, 4)}")
            if self.gave_up:
                return

    def visit(self, path: str, entry: str = "") -> Seen | None:
        """Ask until there is a whole answer, and remember it."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            began = time.monotonic()
            try:
                status, text = self._ask(path)
            except (OSError, http.client.HTTPException):
                self.visits.dropped += 1
                time.sleep(0.1)
                continue
            seen = Seen(
                path=path,
                status=status,
                began=began,
                ended=time.monotonic(),
                shown=frozenset() if entry else frozenset(LINK.findall(text)),
                limited=LIMITED in text,
                entry=entry,
            )
            self.visits.answers.append(seen)
            return seen
        self.gave_up = path
        return None

    def _ask(self, path: str) -> tuple[int, str]:
        connection = http.client.HTTPConnection(self._host, timeout=30)
        try:
            connection.request("GET", path, headers={"Host": "localhost"})
            response = connection.getresponse()
            return response.status, response.read().decode()
        finally:
            connection.close()
