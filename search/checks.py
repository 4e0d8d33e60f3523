"""System checks of the search settings."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from django.utils.module_loading import import_string

from search.engines import ENGINES, get_engine
from search.engines.base import Fault, ServerEngine


@register()
def check_engine(**kwargs: Any) -> list[CheckMessage]:
    """SEARCH_ENGINE must name an engine class, with the settings that class needs."""
    path: Any = getattr(settings, "SEARCH_ENGINE", None)
    try:
        engine = import_string(ENGINES.get(path, path))
    except (ImportError, AttributeError, TypeError):
        return [
            Error(
                f"SEARCH_ENGINE names no class that can be imported: {path!r}.",
                hint=f"One of {', '.join(ENGINES)}, or the path of a class.",
                id="search.E001",
            )
        ]
    if not hasattr(engine, "from_settings"):
        return [
            Error(
                f"SEARCH_ENGINE names something that is no search engine: {path!r}.",
                hint="See the protocol SearchEngine in search/engines/base.py.",
                id="search.E006",
            )
        ]
    if issubclass(engine, ServerEngine):
        return [_error(fault, "search.E009") for fault in engine.settings_faults(settings)]
    return _check_directory() if engine.__name__ == "EmbeddedEngine" else []


@register("search", deploy=True)
def check_server(**kwargs: Any) -> list[CheckMessage]:
    """The server of the index must answer; asked with `check --deploy` only, never at a start."""
    if check_engine():
        return []
    engine = get_engine()
    if not isinstance(engine, ServerEngine):
        return []
    return [_error(fault, "search.E010") for fault in engine.server_faults()]


def _error(fault: Fault, id: str) -> CheckMessage:
    return Error(fault.message, hint=f"Look at {fault.setting}.", id=id)


def _check_directory() -> list[CheckMessage]:
    directory = getattr(settings, "SEARCH_INDEX_DIR", None)
    if not directory:
        return [
            Error(
                "The EmbeddedEngine needs a directory for its index.",
                hint="Set SEARCH_INDEX_DIR to a path on a local disk, writable by the web process.",
                id="search.E007",
            )
        ]
    if Path(directory).is_file():
        return [
            Error(
                "SEARCH_INDEX_DIR is a file, not a directory.",
                hint="Name a directory; it is made on the first build of the index.",
                id="search.E008",
            )
        ]
    return []
