"""Orders that come out the same on every engine, today and on every page.

Engines add up 32-bit scores in their own order, so the last digits are noise: scores that lie
closer together than that noise count as equal. Equal entries are ordered by a hash of their id and
the date, so that over the days each stands in front as often.
"""

import uuid
from collections.abc import Callable
from datetime import date
from typing import Final

import numpy as np
from numpy.typing import NDArray

# Sums of some fifty 32-bit numbers differ by about 3e-7 of their size; real differences are larger.
NOISE: Final = 5e-6

_RANGE: Final = 1 << 64
_OFFSET: Final = 1 << 63  # columns hold signed numbers
_FIRST: Final = 0xBF58476D1CE4E5B9
_SECOND: Final = 0x94D049BB133111EB

Numbers = NDArray[np.int64]
Values = NDArray[np.float64]


def number_of(id: str) -> int:
    """Return the signed 64-bit number that stands for a UUID in columns and ties."""
    return halves_of(id)[1]


def halves_of(id: str) -> tuple[int, int]:
    """Return a UUID as two signed 64-bit numbers, of which the second is its `number_of`.

    The second is the lower half mixed with the upper: ids that were counted up in either half, as
    UUIDs of some versions are, still get numbers of their own that are spread evenly.
    """
    high, low = divmod(uuid.UUID(id).int, _RANGE)
    return high - _OFFSET, (low ^ _mixed(high)) - _OFFSET


def id_of(high: int, number: int) -> str:
    """Return the id that `halves_of` took apart."""
    high += _OFFSET
    return str(uuid.UUID(int=high * _RANGE + ((number + _OFFSET) ^ _mixed(high))))


def daily_ties(numbers: Numbers, day: date) -> NDArray[np.uint64]:
    """Return per number its place among equals on `day`: a hash, evenly spread."""
    seed = np.uint64(_mixed(day.toordinal()))
    # As in `_mixed`; numpy wraps around at 64 bits by itself.
    mixed = numbers.astype(np.uint64) ^ seed
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(_FIRST)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(_SECOND)
    return mixed ^ (mixed >> np.uint64(31))


def _mixed(value: int) -> int:
    """Spread a number over 64 bits: the finalizer of splitmix64.

    Source: Steele et al. 2014, "Fast splittable pseudorandom number generators".
    """
    value = ((value ^ (value >> 30)) * _FIRST) % _RANGE
    value = ((value ^ (value >> 27)) * _SECOND) % _RANGE
    return value ^ (value >> 31)


def ranks(scores: Values) -> NDArray[np.int64]:
    """Return 0 for the best score and one more at each real difference.

    Args:
        scores: in falling order, give or take noise.
    """
    if not len(scores):
        return np.zeros(0, np.int64)
    gaps = scores[:-1] - scores[1:]
    steps = gaps > NOISE * np.maximum(np.abs(scores[:-1]), 1e-9)
    return np.concatenate(([0], np.cumsum(steps)))


def window(
    groups: NDArray[np.int64],
    start: int,
    size: int,
    ties: Callable[[slice], NDArray[np.uint64]],
) -> NDArray[np.int64]:
    """Return the positions that fill a page, equal entries in the order of the day.

    Args:
        groups: rising; equal numbers mark equal entries.
        start: first place of the page, from 0.
        size: places on a page.
        ties: the ties of the entries in a slice; asked only for groups that touch the page.
    """
    stop = min(start + size, len(groups))
    if start >= stop:
        return np.zeros(0, np.int64)
    first = int(np.searchsorted(groups, groups[start], "left"))
    last = int(np.searchsorted(groups, groups[stop - 1], "right"))
    touched = slice(first, last)
    order = np.lexsort((ties(touched), groups[touched]))
    return first + order[start - first : stop - first]
