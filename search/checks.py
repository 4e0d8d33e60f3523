"""System checks of the search settings."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from django.utils.module_loading import import_string

from search.engines import ENGINES


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
    # Which settings an engine needs, and what is wrong with them, it knows itself.
    check = getattr(engine, "check_settings", None)
    if check is not None:
        return list(check(settings))
    return _check_directory() if engine.__name__ == "EmbeddedEngine" else []


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
