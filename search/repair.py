"""Build the index again by itself after it was lost, without keeping a visitor waiting."""

import logging
import threading
import time
from typing import Final

from django.conf import settings
from django.db import connections
from django.db.utils import DatabaseError

from search.engines.base import EngineBusy, EngineUnavailable
from search.locks import LockTimeout

logger = logging.getLogger(__name__)

RETRY_AFTER: Final = 10.0  # seconds between attempts of one process


class _Attempt:
    lock = threading.Lock()
    last: float = float("-inf")
    thread: threading.Thread | None = None


def repair_in_background() -> None:
    """Start one build per process, and not again within `RETRY_AFTER`; returns at once."""
    if not settings.SEARCH_SELF_REPAIR:
        return
    with _Attempt.lock:
        running = _Attempt.thread is not None and _Attempt.thread.is_alive()
        if running or time.monotonic() - _Attempt.last < RETRY_AFTER:
            return
        _Attempt.last = time.monotonic()
        _Attempt.thread = threading.Thread(target=_repair, name="index-repair", daemon=True)
        _Attempt.thread.start()


def _repair() -> None:
    from search import lifecycle

    try:
        generation = lifecycle.ensure_built()
        logger.info("The index was built again: %s", generation or "another process did it")
    except (EngineUnavailable, EngineBusy, LockTimeout, DatabaseError, OSError) as error:
        logger.warning("The index could not be built again: %s", type(error).__name__)
    finally:
        connections.close_all()
