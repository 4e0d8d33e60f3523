"""What lifts an entry above equals: an answer to every question, checked not long ago.

Together at most 5 %, so that they order what is about as relevant and nothing else.
"""

from datetime import date
from typing import Any, Final

from socialmap.completeness import completeness

COMPLETE: Final = 0.03
FRESH: Final = 0.02
# Days since somebody checked it → share of FRESH.
FRESHNESS: Final = ((183, 1.0), (365, 0.5))


def boost_of(shape: dict[str, Any], today: date) -> float:
    """Return what multiplies the score of the entry with this serialisation, 1 to 1.05."""
    return 1.0 + COMPLETE * completeness(shape) + FRESH * _freshness(shape, today)


def _freshness(shape: dict[str, Any], today: date) -> float:
    if not shape["gecontroleerd_op"]:
        return 0.0
    days = (today - date.fromisoformat(shape["gecontroleerd_op"])).days
    return next((share for most, share in FRESHNESS if days <= most), 0.0)
