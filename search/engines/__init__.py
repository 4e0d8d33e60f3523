"""Search engines behind one protocol; the setting SEARCH_ENGINE picks the class."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from django.conf import settings
from django.utils.module_loading import import_string

from search.engines.base import SearchEngine

__all__ = ["engine_chosen", "engine_path", "get_engine"]

_chosen: list[str] = []


def get_engine() -> SearchEngine:
    """Return the engine of this process."""
    return _make(engine_path())


def engine_path() -> str:
    """The dotted path of the engine in use: of the setting, or chosen for a while."""
    return _chosen[-1] if _chosen else str(settings.SEARCH_ENGINE)


@contextmanager
def engine_chosen(path: str | None) -> Iterator[None]:
    """Use another engine for a while, for a measurement; None leaves the setting in force."""
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
