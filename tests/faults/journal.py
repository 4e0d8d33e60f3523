"""When each entry certainly was public and when it certainly was not, by the writers' own word."""

import json
import time
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

from tests.faults.changes import PUBLISH


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change; the times are of the one monotonic clock that all processes of a machine have."""

    slug: str
    action: str
    began: float
    ended: float  # infinity when the writer did not get so far


class Pen:
    """Writes down what one writer does; each line at once, so that nothing is lost with it."""

    def __init__(self, file: IO[str]) -> None:
        self._file = file

    def note(self, slug: str, action: str, began: float) -> None:
        change = Change(slug=slug, action=action, began=began, ended=time.monotonic())
        self._file.write(json.dumps(asdict(change)) + "\n")
        self._file.flush()


class Journal:
    """What all writers did, afterwards."""

    def __init__(self, changes: Iterable[Change]) -> None:
        self._by_slug: dict[str, list[Change]] = defaultdict(list)
        for change in sorted(changes, key=lambda one: one.began):
            self._by_slug[change.slug].append(change)

    @classmethod
    def read(cls, files: Iterable[Path]) -> "Journal":
        lines = (line for file in files for line in file.read_text("utf-8").splitlines())
        return cls(Change(**json.loads(line)) for line in lines)

    def count(self, action: str) -> int:
        every = (change for changes in self._by_slug.values() for change in changes)
        return sum(change.action == action for change in every)

    def was_hidden(self, slug: str, since: float, until: float) -> bool:
        """Whether nobody could see the entry at any moment from `since` to `until`."""
        return self._throughout(slug, since, until) == "hidden"

    def was_public(self, slug: str, since: float, until: float) -> bool:
        """Whether everybody could see the entry, in one version or another."""
        return self._throughout(slug, since, until) == "public"

    def _throughout(self, slug: str, since: float, until: float) -> str:
        """Every entry was public at first. A change under way makes it uncertain, unless both the
        state before it and the one after it are public."""
        state = "public"
        for change in self._by_slug.get(slug, []):
            after = "public" if change.action == PUBLISH else "hidden"
            if change.began > until:
                break
            state = after if change.ended <= since or state == after else "uncertain"
        return state
