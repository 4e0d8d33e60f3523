"""One state of the index on disk, open for reading, and the watch that keeps it fresh."""

import json
import os
import threading
import time
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
import tantivy
from tantivy import DocAddress, Query

from search.documents import MAX_PUNTEN
from search.engines.base import EngineUnavailable
from search.engines.embedded.errors import index_errors
from search.engines.embedded.schema import (
    FINGERPRINT,
    ID_HIGH,
    LIBRARY,
    NUMBER,
    PUNTEN,
    SCHEMA,
    SURFACES,
    register_tokenizer,
)
from search.engines.ordering import Numbers, Values, id_of
from search.generations import Generations, Manifest
from search.typos import SpellingIndex

META: Final = "meta.json"
ATTEMPTS: Final = 5
PAUSE_SECONDS: Final = 0.005

Stamp = tuple[int, int, int]  # inode, time of change in ns, size
Addresses = list[DocAddress]


class IndexInMotion(Exception):
    """What was looked at changed meanwhile, or is broken: look again."""


class _Segments(NamedTuple):
    """The files of one commit; tantivy never changes one, so a change is damage."""

    stamps: dict[str, Stamp]  # by path
    deletes: bool


class Reader:
    """An immutable view on one commit of one generation."""

    def __init__(self, generation: Path) -> None:
        self.generation = generation.name
        self.path = generation
        self._meta_path = str(generation / META)
        self._meta = _stamp(self._meta_path)
        self._segments = _segments(generation)
        index = register_tokenizer(tantivy.Index.open(str(generation)))
        index.config_reader("manual")
        index.reload()
        self.searcher = index.searcher()
        self.documents = self.searcher.num_docs
        # Collectors refuse a limit of 0.
        self.everything = max(1, self.documents)

    def is_current(self) -> bool:
        return _stamp(self._meta_path) == self._meta

    def is_intact(self) -> bool:
        """Tell whether every file of this commit still is what it was when opened.

        Reading a mapped file that was cut short ends the process, so this is asked before.
        """
        try:
            return all(_stamp(path) == stamp for path, stamp in self._segments.stamps.items())
        except FileNotFoundError:
            return False

    @property
    def has_deletes(self) -> bool:
        return self._segments.deletes

    @cached_property
    def most_points(self) -> int:
        """The largest number of points of any document, deleted ones included."""
        held = (n for n in range(MAX_PUNTEN, 0, -1) if self.searcher.doc_freq(PUNTEN, str(n)))
        return next(held, 0)

    @cached_property
    def spelling(self) -> SpellingIndex:
        return SpellingIndex(self.searcher.terms_with_prefix(SURFACES, ""))

    def count(self, query: Query) -> int:
        count: int = self.searcher.search(query, 1).count  # type: ignore[attr-defined]  # not in stub
        return count

    def addresses(self, query: Query) -> Addresses:
        hits = self.searcher.search(query, self.everything, count=False).hits
        return [address for _, address in hits]

    def numbers(self, addresses: Addresses) -> Numbers:
        """Return the numbers that stand for the ids."""
        return np.array(self.searcher.fast_field_values(NUMBER, addresses), dtype=np.int64)

    def floats(self, column: str, addresses: Addresses) -> Values:
        """Return the values of a column; NaN where a document has none."""
        return np.array(self.searcher.fast_field_values(column, addresses), dtype=np.float64)

    def ids(self, addresses: Addresses) -> list[str]:
        high = self.searcher.fast_field_values(ID_HIGH, addresses)
        numbers = self.searcher.fast_field_values(NUMBER, addresses)
        return [id_of(int(a or 0), int(b or 0)) for a, b in zip(high, numbers, strict=True)]

    def fingerprints(self, addresses: Addresses) -> list[int]:
        return [int(n or 0) for n in self.searcher.fast_field_values(FINGERPRINT, addresses)]


class Watch:
    """Hands out the reader of the latest commit; one per process, opened on first use.

    A few `stat` calls a request, no threads of its own, and nothing that a fork inherits halfway.
    """

    def __init__(self, generations: Generations) -> None:
        self._generations = generations
        self._lock = threading.Lock()
        self._reader: Reader | None = None
        self._process = 0

    def reader(self) -> Reader:
        """Return a reader of what was last committed.

        Raises:
            EngineUnavailable: no index, a damaged one, or one whose fields this code does not know.
        """
        for attempt in range(ATTEMPTS):
            try:
                with index_errors():
                    return self._intact()
            except IndexInMotion as error:
                # A writer committed and tidied up between two looks: there is a newer commit.
                if attempt == ATTEMPTS - 1:
                    raise EngineUnavailable("the index is missing or damaged") from error
                time.sleep(attempt * PAUSE_SECONDS)
        raise AssertionError("unreachable")

    def _intact(self) -> Reader:
        reader = self._fresh()
        if reader.is_intact():
            return reader
        if self._fresh() is reader:
            # The same commit with other files is damage. The reader is kept: it remembers what
            # the files were, so each later request notices as well, until there is a new index.
            raise EngineUnavailable("files of the index are missing or changed")
        raise IndexInMotion

    def _fresh(self) -> Reader:
        generation = self._generations.current()
        if generation is None:
            raise EngineUnavailable("there is no index yet")
        reader = self._reader
        if reader is not None and self._serves(reader, generation):
            return reader
        with self._lock:
            reader = self._reader
            if reader is None or not self._serves(reader, generation):
                manifest = Manifest.read(generation)
                if manifest is None or not readable(manifest):
                    raise EngineUnavailable("the index was built by other code")
                try:
                    reader = Reader(generation)
                except (OSError, ValueError) as error:
                    raise IndexInMotion from error
                self._reader, self._process = reader, os.getpid()
            return reader

    def _serves(self, reader: Reader, generation: Path) -> bool:
        return self._process == os.getpid() and reader.path == generation and reader.is_current()


def readable(manifest: Manifest) -> bool:
    """Tell whether this code can search the index at all, if with other tokens than its own."""
    return (manifest.schema, manifest.engine) == (SCHEMA, LIBRARY)


def meta_ids(meta: dict[str, Any]) -> Iterator[str]:
    for segment in meta["segments"]:
        yield segment["segment_id"].replace("-", "")


def _segments(generation: Path) -> _Segments:
    meta = json.loads((generation / META).read_text(encoding="utf-8"))
    prefixes = set(meta_ids(meta))
    deletes = set(_delete_files(meta))
    stamps = {
        entry.path: _stamp(entry.path)
        for entry in os.scandir(generation)
        if entry.name[:32] in prefixes
        and (not entry.name.endswith(".del") or entry.name in deletes)
    }
    return _Segments(stamps, bool(deletes))


def _delete_files(meta: dict[str, Any]) -> Iterator[str]:
    """The lists of deleted documents of this commit; those of the one before may go any moment."""
    for segment, prefix in zip(meta["segments"], meta_ids(meta), strict=True):
        if segment["deletes"]:
            yield f"{prefix}.{segment['deletes']['opstamp']}.del"


def _stamp(path: str) -> Stamp:
    status = os.stat(path)
    return status.st_ino, status.st_mtime_ns, status.st_size
