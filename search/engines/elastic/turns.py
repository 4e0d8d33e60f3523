"""The order of the day among entries that are all as relevant, as columns for some days ahead.

Without words every match is as relevant as any other; to order them by a hash all would have to be
fetched, 330 ms for 10,000. An index is built anew every night: three days see it through some
nights that fail, and later days take the slow way.
"""

from datetime import date, timedelta
from typing import Final

import numpy as np

from search.engines.ordering import daily_ties, number_of

TURNS: Final = ("beurt_0", "beurt_1", "beurt_2")
_OFFSET: Final = 1 << 63  # columns hold signed numbers


def turns_from(day: date, id: str) -> dict[str, int]:
    """Return the columns of one document for `day` and the days after it."""
    number = np.array([number_of(id)], dtype=np.int64)
    return {
        turn: int(daily_ties(number, day + timedelta(days=ahead))[0]) - _OFFSET
        for ahead, turn in enumerate(TURNS)
    }


def turn_of(day: date | None, today: date) -> str | None:
    """Return the column for `today` in an index with columns from `day` on; None without."""
    ahead = -1 if day is None else (today - day).days
    return TURNS[ahead] if 0 <= ahead < len(TURNS) else None
