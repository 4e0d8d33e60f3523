"""How often the index is built anew while it still answers: editors change a word at a time."""

import time
from collections.abc import Callable
from typing import Final

from search import lifecycle
from search.engines.base import EngineBusy, State
from search.repair import RETRY_AFTER

EVERY: Final = 60.0  # seconds between the starts of two builds that can wait
SHARE: Final = 2.0  # and at least so many times as long as the last build took


class Pace:
    """Builds the index when needed: at once when it is absent, else once a minute at most."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._not_before = float("-inf")
        self._not_again_before = float("-inf")  # after a build that failed

    def ensure_built(self) -> str | None:
        """Build when needed and due; returns the new generation, None when nothing was built.

        Raises:
            EngineUnavailable, EngineBusy: see `lifecycle.build`.
        """
        state = lifecycle.build_reason()
        started = self._clock()
        if state is None or started < self._not_again_before:
            return None
        if state is State.STALE and started < self._not_before:
            return None
        try:
            return lifecycle.build()
        except EngineBusy:
            raise  # somebody else builds it
        except Exception:
            self._not_again_before = self._clock() + RETRY_AFTER
            raise
        finally:
            took = self._clock() - started
            self._not_before = started + max(EVERY, SHARE * took)
