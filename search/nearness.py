"""What lifts an entry near the place of a question: constants by area, the same on every engine.

Exact terms instead of a curve over kilometres, since engines round points differently. Who wants
the nearest first sorts by distance.
"""

from collections.abc import Iterator
from typing import Final

from search.query import Near
from search.text.plan import Bonus

# Against a BM25 of 10 to 30 for a word in the name: they order what is about as relevant.
STANDS_IN_PLAATS: Final = 3.0
FOR_PLAATS: Final = 1.5
FOR_GEMEENTE: Final = 0.75
_PLAATS: Final = "plaats:"
_GEMEENTE: Final = "gemeente:"
_STANDS: Final = "in:"


def stands_in(plaats: str) -> str:
    """Return the token of what has a public address in the plaats with this slug."""
    return _STANDS + plaats


def bonuses(near: Near) -> tuple[Bonus, ...]:
    """Return what raises the score of entries that stand in, or are for, the place."""
    return tuple(_bonuses(near))


def _bonuses(near: Near) -> Iterator[Bonus]:
    for gebied in sorted(near.gebieden):
        if gebied.startswith(_PLAATS):
            yield Bonus(stands_in(gebied.removeprefix(_PLAATS)), STANDS_IN_PLAATS)
            yield Bonus(gebied, FOR_PLAATS)
        elif gebied.startswith(_GEMEENTE):
            yield Bonus(gebied, FOR_GEMEENTE)
