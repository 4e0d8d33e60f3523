"""A lock between the processes of every machine that works on one database."""

import hashlib
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import Error

from search.locks import LockTimeout, locked

_PAUSE_SECONDS = 0.05


@contextmanager
def locked_everywhere(name: str, timeout: float) -> Iterator[None]:
    """Hold the lock `name`; it goes with the connection, whatever ends that.

    SQLite is used by one machine only: there it is a locked file beside the index.

    Raises:
        LockTimeout: not free within `timeout` seconds.
    """
    connection = connections["default"]
    if connection.vendor != "postgresql":
        with locked(lock_file(name), timeout):
            yield
        return
    key = int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], signed=True)
    deadline = time.monotonic() + timeout
    while not _call(connection, "pg_try_advisory_lock", key):
        if time.monotonic() >= deadline:
            raise LockTimeout(name)
        time.sleep(_PAUSE_SECONDS)
    try:
        yield
    finally:
        try:
            _call(connection, "pg_advisory_unlock", key)
        except Error:
            # Broken, or in a transaction that failed: closing it gives the lock up as well.
            if not connection.in_atomic_block:
                connection.close()


def lock_file(name: str) -> Path:
    """Where a lock of this machine lies, in a folder that is there."""
    folder = Path(settings.SEARCH_INDEX_DIR)
    folder.parent.mkdir(parents=True, exist_ok=True)
    safe = name.replace(":", "-")
    return folder.with_name(f"{folder.name}.{safe}.lock")


def _call(connection: BaseDatabaseWrapper, function: str, key: int) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {function}(%s)", [key])  # noqa: S608 - one of two names
        return bool(cursor.fetchone()[0])
