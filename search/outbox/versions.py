"""Versions of the database state, for an index that several machines write to."""

import time

from django.db import connections


def state_version() -> int:
    """Return a number that grows with the state of the database, in microseconds.

    Take it after reading the outbox and before reading what the rows point at. Then who holds a
    higher one has read at least what the holder of a lower one was told to read. It is the clock of
    the database, one for all machines, and goes on after a backup was put back.
    """
    connection = connections["default"]
    if connection.vendor != "postgresql":
        return time.time_ns() // 1000  # SQLite: one machine
    with connection.cursor() as cursor:
        cursor.execute("SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint")
        version: int = cursor.fetchone()[0]
        return version
