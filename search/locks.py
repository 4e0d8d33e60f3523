"""A lock between processes (and threads) on one machine: a locked file."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

if os.name == "nt":
    import msvcrt

    def _try_lock(file: IO[bytes]) -> bool:
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        except OSError:
            return False
        return True
else:
    import fcntl

    def _try_lock(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


_PAUSE_SECONDS = 0.02


class LockTimeout(Exception):
    """Somebody else kept the lock for longer than we would wait."""


@contextmanager
def locked(path: Path, timeout: float) -> Iterator[None]:
    """Hold the lock file `path`; the lock goes with the process, whatever ends it.

    Raises:
        LockTimeout: not free within `timeout` seconds.
        OSError: the directory of `path` does not exist or is read-only.
    """
    deadline = time.monotonic() + timeout
    with path.open("ab") as file:
        while not _try_lock(file):
            if time.monotonic() >= deadline:
                raise LockTimeout(path.name)
            time.sleep(_PAUSE_SECONDS)
        yield
