"""Follow the outbox and the clock: apply changes, rebuild when needed, publish what is planned."""

import logging
import threading
import time
from datetime import date
from typing import Any

from django.db import close_old_connections
from django.db.utils import DatabaseError
from django.utils import timezone

from search import lifecycle
from search.engines.base import EngineBusy, EngineUnavailable
from search.learning.forgetting import forget_old_searches
from search.locks import LockTimeout
from search.pace import Pace
from socialmap.scheduling import apply_schedule

logger = logging.getLogger(__name__)

SCHEDULE_EVERY = 30.0  # seconds between looks at the clock for planned publications
INTERVAL = 0.25  # seconds between looks; a publication is findable well within one second


class StopSignal:
    """Set by a signal handler; `follow` ends at its next look."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def set(self, *args: Any) -> None:
        self._event.set()

    def wait(self, seconds: float) -> bool:
        return self._event.wait(seconds)


def follow(stop: StopSignal, interval: float = INTERVAL) -> None:
    """Run until `stop`; a failing index or database is logged once and tried again."""
    failing = False
    looked_at_clock = float("-inf")
    pace = Pace()
    forgot_on: date | None = None
    while not stop.wait(interval):
        close_old_connections()
        try:
            if time.monotonic() - looked_at_clock >= SCHEDULE_EVERY:
                looked_at_clock = time.monotonic()
                apply_schedule(timezone.now())
            if forgot_on != (today := timezone.localdate()):
                forget_old_searches(today)
                forgot_on = today
            # Every day a fresh index: seasons and validity change with the date only, and after
            # many updates the statistics are exact again.
            pace.ensure_built()
            lifecycle.drain()
            failing = False
        except (EngineUnavailable, EngineBusy, LockTimeout, DatabaseError, OSError) as error:
            if not failing:
                logger.warning("The index could not be followed: %s", type(error).__name__)
            failing = True
