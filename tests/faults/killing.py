"""Somebody who kills one kind of process, so many times, at moments that nobody expects."""

import random
import threading
from collections.abc import Callable


class Killer(threading.Thread):
    """Calls `kill` until it worked `times` times.

    Args:
        between: seconds from one kill to the next, the shortest and the longest.
    """

    def __init__(
        self,
        what: str,
        kill: Callable[[random.Random], bool],
        *,
        times: int,
        between: tuple[float, float],
        seed: str,
    ) -> None:
        super().__init__(name=f"killer of {what}", daemon=True)
        self.what = what
        self.killed = 0
        self.error: BaseException | None = None
        self._kill = kill
        self._times = times
        self._between = between
        self._chance = random.Random(f"{seed} {what}")  # noqa: S311 - moments, not a secret
        self._stopping = threading.Event()
        self.held = threading.Lock()  # whoever holds it is not disturbed

    def run(self) -> None:
        try:
            while self.killed < self._times:
                if self._stopping.wait(self._chance.uniform(*self._between)):
                    return
                with self.held:
                    self.killed += self._kill(self._chance)
        except BaseException as error:  # noqa: BLE001 - the test says it, in its own thread
            self.error = error

    def stop(self, seconds: float) -> None:
        """End, also when it did not kill often enough: nothing is started any more."""
        self._stopping.set()
        if self.ident is not None:
            self.join(seconds)

    def done(self, seconds: float) -> None:
        """Wait until it killed often enough; AssertionError when it could not."""
        self.join(seconds)
        if self.error is not None:
            raise AssertionError(f"{self.name} stopped") from self.error
        assert self.killed >= self._times, f"only {self.killed} kills of {self.what}"
