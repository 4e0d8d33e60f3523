"""Make, drop and check the triggers that fill the outbox, on PostgreSQL and SQLite.

They are dropped before a migration and installed after it: on SQLite a table that is rebuilt
silently loses its own triggers, and fails on another table's trigger that reads it (measured).
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from search.outbox.sources import LISTS, SOURCES, ListSource, Source

_ALL: tuple[Source | ListSource, ...] = (*SOURCES, *LISTS)

INSERT = (
    "INSERT INTO search_wijziging (afnemer_id, public_id) "
    "SELECT a.id, t.public_id FROM search_afnemer a, ({select}) t"
)
RAISE = (
    "INSERT INTO search_lijstversie (naam, nummer) VALUES ('{lijst}', 1) "
    "ON CONFLICT (naam) DO UPDATE SET nummer = search_lijstversie.nummer + 1"
)


class UnsupportedDatabase(Exception):
    """Triggers exist for PostgreSQL and SQLite only."""


def install(using: str = "default") -> None:
    """Make every trigger anew; safe to repeat."""
    connection = connections[using]
    tables = set(connection.introspection.table_names())
    with transaction.atomic(using=using), connection.cursor() as cursor:
        for source in _ALL:
            if source.table in tables:
                for event in source.events:
                    for statement in _create(connection, source, event):
                        cursor.execute(statement)


def drop(using: str = "default") -> None:
    """Remove every trigger of ours; safe to repeat and on an empty database."""
    connection = connections[using]
    with transaction.atomic(using=using), connection.cursor() as cursor:
        for name, table in present(using).items():
            if connection.vendor == "postgresql":
                cursor.execute(f"DROP TRIGGER {name} ON {table}")
                cursor.execute(f"DROP FUNCTION IF EXISTS {name}()")
            else:
                cursor.execute(f"DROP TRIGGER {name}")


def present(using: str = "default") -> dict[str, str]:
    """The triggers of ours that the database has: {name: table}."""
    connection = connections[using]
    if connection.vendor == "postgresql":
        query = (
            "SELECT t.tgname, c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
            "WHERE t.tgname LIKE 'sk\\_outbox\\_%%' AND NOT t.tgisinternal"
        )
    elif connection.vendor == "sqlite":
        query = (
            "SELECT name, tbl_name FROM sqlite_master "
            "WHERE type = 'trigger' AND name LIKE 'sk~_outbox~_%%' ESCAPE '~'"
        )
    else:
        raise UnsupportedDatabase(connection.vendor)
    with connection.cursor() as cursor:
        cursor.execute(query, [])
        return dict(cursor.fetchall())


def missing(using: str = "default") -> list[str]:
    """Names of triggers that should be there and are not."""
    expected = {source.trigger(event) for source in _ALL for event in source.events}
    return sorted(expected - set(present(using)))


@contextmanager
def suspended(using: str = "default") -> Iterator[None]:
    """Without triggers, for a load of many rows; afterwards every index is stale.

    Nothing else may write meanwhile: its changes reach the index by the rebuild only.
    """
    from search.models import Afnemer

    drop(using)
    try:
        yield
    finally:
        install(using)
        Afnemer.objects.using(using).update(verouderd=True)


def _create(connection: BaseDatabaseWrapper, source: Source | ListSource, event: str) -> list[str]:
    name = source.trigger(event)
    if isinstance(source, ListSource):
        # Once a statement where that can be: a load of thousands of words is one change.
        each = "STATEMENT" if connection.vendor == "postgresql" else "ROW"
        body = RAISE.format(lijst=source.lijst)
        return _statements(connection, name, f"{event} ON {source.table} FOR EACH {each}", body)
    rows = ["OLD"] if event == "DELETE" else ["NEW"]
    if event == "UPDATE" and source.moves:
        rows.append("OLD")
    # UNION: a row that stays with its voorziening is one change, not two.
    body = INSERT.format(select=" UNION ".join(source.select.format(row=row) for row in rows))
    when = _when(connection, source) if event == "UPDATE" and source.columns else ""
    return _statements(connection, name, f"{event} ON {source.table} FOR EACH ROW {when}", body)


def _statements(connection: BaseDatabaseWrapper, name: str, after: str, body: str) -> list[str]:
    if connection.vendor == "postgresql":
        table = after.split()[2]
        return [
            f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN {body}; RETURN NULL; END $$",
            f"DROP TRIGGER IF EXISTS {name} ON {table}",
            f"CREATE TRIGGER {name} AFTER {after} EXECUTE FUNCTION {name}()",
        ]
    if connection.vendor == "sqlite":
        return [
            f"DROP TRIGGER IF EXISTS {name}",
            f"CREATE TRIGGER {name} AFTER {after} BEGIN {body}; END",
        ]
    raise UnsupportedDatabase(connection.vendor)


def _when(connection: BaseDatabaseWrapper, source: Source) -> str:
    operator = "IS DISTINCT FROM" if connection.vendor == "postgresql" else "IS NOT"
    changed = " OR ".join(f"OLD.{column} {operator} NEW.{column}" for column in source.columns)
    return f"WHEN ({changed})"
