"""A circuit breaker: a server that is away costs one request some time, not every request."""

import threading
import time
from collections.abc import Callable
from typing import Final

FAILURES: Final = 2  # in a row, before nothing is asked any more
PAUSE_SECONDS: Final = 3.0


class Breaker:
    """Counts failures in a row; open, it lets one attempt through at each end of a pause."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._failures = 0
        self._next_attempt = 0.0

    @property
    def is_open(self) -> bool:
        return self._failures >= FAILURES

    def allows(self) -> bool:
        """Tell whether to ask now; when open, the one who gets a yes is the one who tries."""
        with self._lock:
            if not self.is_open:
                return True
            if self._clock() < self._next_attempt:
                return False
            self._next_attempt = self._clock() + PAUSE_SECONDS
            return True

    def succeeded(self) -> bool:
        """Note an answer; True when it ends a time without any."""
        with self._lock:
            was_open, self._failures = self.is_open, 0
            return was_open

    def failed(self) -> bool:
        """Note a failure; True when it is the one that opens the breaker."""
        with self._lock:
            was_open = self.is_open
            self._failures += 1
            self._next_attempt = self._clock() + PAUSE_SECONDS
            return self.is_open and not was_open
