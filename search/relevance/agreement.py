"""How well suggested begrippen agree with those that people confirmed; pure functions."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

NEAR: Final = 0.5  # a begrip of which the other list has the broader or a narrower one


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Over all entries together; the shares lie between 0 and 1.

    The near ones count a begrip of which only the broader or a narrower one agrees as half.
    """

    entries: int
    precision: float  # of what was suggested, how much people confirmed
    recall: float  # of what people confirmed, how much was suggested
    near_precision: float
    near_recall: float


def agreement(
    pairs: Iterable[tuple[Sequence[str], Sequence[str]]], broader: Mapping[str, str]
) -> Agreement:
    """Compare lists of slugs.

    Args:
        pairs: suggested and confirmed ones of each entry.
        broader: slug → slug of the broader begrip.
    """
    entries = suggestions = confirmations = same = 0
    near_suggested = near_confirmed = 0.0
    for suggested, confirmed in pairs:
        entries += 1
        suggestions += len(suggested)
        confirmations += len(confirmed)
        same += len(set(suggested) & set(confirmed))
        near_suggested += sum(_nearness(slug, confirmed, broader) for slug in suggested)
        near_confirmed += sum(_nearness(slug, suggested, broader) for slug in confirmed)
    return Agreement(
        entries=entries,
        precision=_share(same, suggestions),
        recall=_share(same, confirmations),
        near_precision=_share(near_suggested, suggestions),
        near_recall=_share(near_confirmed, confirmations),
    )


def _nearness(slug: str, others: Sequence[str], broader: Mapping[str, str]) -> float:
    if slug in others:
        return 1.0
    above = broader.get(slug, "")
    below = any(broader.get(other, "") == slug for other in others)
    return NEAR if below or above in others else 0.0


def _share(part: float, whole: int) -> float:
    return part / whole if whole else 0.0
