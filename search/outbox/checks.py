"""A database without its triggers loses changes silently: say so at check time."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error, Tags, register
from django.db import connections

from search.outbox import sources, triggers


@register(Tags.database)
def check_triggers(
    app_configs: Any, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    found: list[CheckMessage] = []
    for using in databases or []:
        if "search_wijziging" not in connections[using].introspection.table_names():
            continue
        missing = triggers.missing(using)
        if missing:
            found.append(
                Error(
                    f"Database {using!r} lacks {len(missing)} outbox triggers, {missing[0]} first.",
                    hint="Run `manage.py migrate`: it installs the triggers.",
                    id="search.E002",
                )
            )
    return found


@register(Tags.models)
def check_sources(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    return [
        Error(
            f"Table {table} belongs to a voorziening, but no outbox source watches it.",
            hint="Add it to search/outbox/sources.py.",
            id="search.E003",
        )
        for table in sorted(sources.unwatched_tables())
    ]
