"""Generations of an index on disk."""

import threading
from pathlib import Path

import pytest

from search.generations import CURRENT, MANIFEST, Generations, Manifest
from search.locks import LockTimeout, locked

CODE = Manifest(schema="a", analysis="1", begrippen="1", engine="tantivy 0")


def test_there_is_no_current_generation_at_first(tmp_path: Path) -> None:
    assert Generations(tmp_path / "index").current() is None


def test_a_new_generation_is_current_only_after_the_switch(tmp_path: Path) -> None:
    generations = Generations(tmp_path / "index")
    first = generations.start()

    assert generations.current() is None
    generations.switch_to(first)

    assert generations.current() == first


def test_one_old_generation_is_kept(tmp_path: Path) -> None:
    generations = Generations(tmp_path)
    made = []
    for _ in range(4):
        made.append(generations.start())
        generations.switch_to(made[-1])

    assert [path.exists() for path in made] == [False, False, True, True]


def test_a_half_built_generation_is_swept_away_by_the_next_switch(tmp_path: Path) -> None:
    generations = Generations(tmp_path)
    half_built = generations.start()
    next_one = generations.start()

    generations.switch_to(next_one)

    assert next_one != half_built
    assert not half_built.exists()


@pytest.mark.parametrize("content", [b"", b"../../etc", b"gen-x", b"\xff\xfe"])
def test_a_damaged_pointer_means_no_index(tmp_path: Path, content: bytes) -> None:
    (tmp_path / CURRENT).write_bytes(content)

    assert Generations(tmp_path).current() is None


def test_other_processes_see_the_switch(tmp_path: Path) -> None:
    writing, reading = Generations(tmp_path), Generations(tmp_path)
    first = writing.start()
    writing.switch_to(first)
    assert reading.current() == first

    second = writing.start()
    writing.switch_to(second)

    assert reading.current() == second


def test_a_manifest_is_read_back(tmp_path: Path) -> None:
    CODE.write(tmp_path)

    assert Manifest.read(tmp_path) == CODE


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"schema": 1}', "\x00"])
def test_an_unreadable_manifest_is_none(tmp_path: Path, content: str) -> None:
    (tmp_path / MANIFEST).write_text(content)

    assert Manifest.read(tmp_path) is None
    assert Manifest.read(tmp_path / "nowhere") is None


def test_a_lock_is_held_by_one(tmp_path: Path) -> None:
    path = tmp_path / "write.lock"
    refused: list[bool] = []

    def try_it() -> None:
        try:
            with locked(path, timeout=0.05):
                refused.append(False)
        except LockTimeout:
            refused.append(True)

    with locked(path, timeout=1):
        other = threading.Thread(target=try_it)
        other.start()
        other.join()
    try_it()

    assert refused == [True, False]
