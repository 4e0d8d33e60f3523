"""Search engines behind one protocol; the setting SEARCH_ENGINE picks the class."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Final

from django.conf import settings
from django.utils.module_loading import import_string

from search.engines.base import SearchEngine

__all__ = ["ENGINES", "engine_chosen", "engine_path", "get_engine"]

# The short names that a setting or an option may use instead of a path.
ENGINES: Final = {
    "embedded": "search.engines.embedded.EmbeddedEngine",
    "elasticsearch": "search.engines.elastic.ElasticsearchEngine",
    "reference": "search.engines.reference.ReferenceEngine",
}

_chosen: list[str] = []


def get_engine() -> SearchEngine:
    """Return the engine of this process."""
    return _make(engine_path())


def engine_path() -> str:
    """The dotted path of the engine in use: of the setting, or chosen for a while."""
    chosen = _chosen[-1] if _chosen else str(settings.SEARCH_ENGINE)
    return ENGINES.get(chosen, chosen)


@contextmanager
def engine_chosen(path: str | None) -> Iterator[None]:
    """Use another engine for a while, for a measurement; None leaves the setting in force.

    Args:
        path: a short name of ENGINES, or a dotted path.
    """
    if path is None:
        yield
        return
    _chosen.append(path)
    try:
        yield
    finally:
        _chosen.pop()


def forget() -> None:
    """Make engines anew at the next call, with the settings of then; for tests."""
    _make.cache_clear()


@cache
def _make(path: str) -> SearchEngine:
    engine: SearchEngine = import_string(path).from_settings(settings)
    return engine
