"""A disk without room: what is there goes on answering, and what was half written goes."""

import resource
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from search.engines.base import EngineUnavailable, State
from search.engines.embedded import EmbeddedEngine
from search.query import SearchQuery
from tests.search.engines.documents import id_of, made


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """No file grows beyond `size` bytes: fails in the same places as a full disk."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


@pytest.mark.parametrize("size", [0, 100, 4_000])
@pytest.mark.parametrize(
    "write",
    [
        lambda engine: engine.rebuild([made("Zwemles")]),
        lambda engine: engine.upsert([made("Zwemles")]),
        lambda engine: engine.delete([id_of("Budgetcoach")]),
    ],
    ids=["rebuild", "upsert", "delete"],
)
def test_a_full_disk_makes_the_index_unavailable_for_changes_only(
    tmp_path: Path, size: int, write: Callable[[EmbeddedEngine], None]
) -> None:
    engine = EmbeddedEngine(tmp_path / "index")
    engine.rebuild([made("Budgetcoach")])

    with room_for(size), pytest.raises(EngineUnavailable):
        write(engine)

    assert engine.health().state is State.OK
    assert [hit.id for hit in engine.search(SearchQuery()).hits] == [id_of("Budgetcoach")]
    assert [path.name for path in (tmp_path / "index").glob("gen-*")] == ["gen-1"]
    engine.upsert([made("Zwemles")])
    assert engine.search(SearchQuery(text="zwemles")).total == 1


def test_a_document_that_cannot_be_made_is_not_taken_for_a_full_disk(tmp_path: Path) -> None:
    def documents() -> Iterator[None]:
        raise ValueError("a mistake of ours")
        yield

    with pytest.raises(ValueError, match="a mistake of ours"):
        EmbeddedEngine(tmp_path / "index").rebuild(documents())  # type: ignore[arg-type]
