"""Times in milliseconds, as percentiles; shared by the measurements."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """Milliseconds of a number of runs, sorted."""

    ms: tuple[float, ...]

    @property
    def p50(self) -> float:
        return statistics.median(self.ms)

    @property
    def p95(self) -> float:
        return self.ms[min(len(self.ms) - 1, int(len(self.ms) * 0.95))]

    @property
    def per_second(self) -> float:
        return 1000 * len(self.ms) / sum(self.ms)


def measure(run: Callable[[Any], object], inputs: Sequence[Any], warm_up: int = 5) -> Times:
    """Run once per input after `warm_up` runs that do not count."""
    for value in inputs[:warm_up]:
        run(value)
    found = []
    for value in inputs:
        started = time.perf_counter()
        run(value)
        found.append((time.perf_counter() - started) * 1000)
    return Times(ms=tuple(sorted(found)))


def measure_in_turn(
    runs: dict[str, Callable[[Any], object]], inputs: Sequence[Any], warm_up: int = 5
) -> dict[str, Times]:
    """Time several ways side by side, A B A B …, so that drift of the machine hits all alike."""
    for run in runs.values():
        for value in inputs[:warm_up]:
            run(value)
    found: dict[str, list[float]] = {name: [] for name in runs}
    for value in inputs:
        for name, run in runs.items():
            started = time.perf_counter()
            run(value)
            found[name].append((time.perf_counter() - started) * 1000)
    return {name: Times(ms=tuple(sorted(ms))) for name, ms in found.items()}


def row(name: str, times: Times) -> str:
    return f"{name:<44} {times.p50:8.1f} {times.p95:8.1f} {times.per_second:8.0f}"


HEADER = f"{'':<44} {'p50 ms':>8} {'p95 ms':>8} {'per s':>8}"
