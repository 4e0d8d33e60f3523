"""Generations of an index: one directory each, and a small file that names the current one.

A rebuild fills a new directory beside the old one and then replaces `CURRENT`, so readers see
either the old or the new index, whole. A generation that other code built is stale: it is rebuilt,
which is never an error.
"""

import json
import os
import re
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final, Self

CURRENT: Final = "CURRENT"
MANIFEST: Final = "manifest.json"
_NAME: Final = re.compile(r"gen-([0-9]{1,9})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What an index depends on besides its documents."""

    schema: str  # hash of the fields
    analysis: str  # ANALYSIS_VERSION
    begrippen: str  # what voorzieningen were tagged with
    engine: str  # name and version of the library

    @classmethod
    def read(cls, generation: Path) -> Self | None:
        """Return the manifest in a generation's directory; None when there is no readable one."""
        try:
            content = json.loads((generation / MANIFEST).read_text(encoding="utf-8"))
            return cls(**{name: str(content[name]) for name in cls.__slots__})
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def write(self, generation: Path) -> None:
        (generation / MANIFEST).write_text(json.dumps(asdict(self), indent=1), encoding="utf-8")


class Generations:
    """The generations in one directory. Only the holder of the write lock may change them."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self._pointer = directory / CURRENT
        self._known: tuple[tuple[int, int], Path] | None = None  # what the pointer was when read

    def current(self) -> Path | None:
        """Return the directory of the current generation, None before the first rebuild."""
        try:
            status = os.stat(self._pointer)
            stamp = status.st_ino, status.st_mtime_ns
            if self._known is not None and self._known[0] == stamp:
                return self._known[1]
            name = self._pointer.read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError):
            return None
        if not _NAME.fullmatch(name):
            return None
        path = self.directory / name
        self._known = stamp, path
        return path

    def start(self) -> Path:
        """Return a new empty directory for the next generation."""
        self.directory.mkdir(parents=True, exist_ok=True)
        path = self.directory / f"gen-{max((0, *self._numbers())) + 1}"
        path.mkdir()
        return path

    def switch_to(self, generation: Path) -> None:
        """Make `generation` the current one, at once for every reader, and drop the older ones.

        One old generation stays, for readers that are in the middle of it.
        """
        previous = self.current()
        new = self._pointer.with_suffix(".new")
        new.write_text(generation.name, encoding="utf-8")
        os.replace(new, self._pointer)
        self.discard(*(set(self._paths()) - {generation, previous}))

    def discard(self, *generations: Path) -> None:
        """Remove generations as far as the system allows; a later sweep takes the rest."""
        for generation in generations:
            shutil.rmtree(generation, ignore_errors=True)

    def _paths(self) -> list[Path]:
        return [self.directory / f"gen-{number}" for number in self._numbers()]

    def _numbers(self) -> list[int]:
        names = map(_NAME.fullmatch, os.listdir(self.directory))
        return [int(match.group(1)) for match in names if match]
