"""How much of what people ask about a voorziening its public text answers."""

from collections.abc import Callable
from typing import Any, Final

UNKNOWN: Final = "onbekend"

# What a visitor wants to know before calling; each counts as much as any other.
QUESTIONS: Final[tuple[Callable[[dict[str, Any]], bool], ...]] = (
    lambda shape: bool(shape["samenvatting"]),  # what is it
    lambda shape: bool(shape["omschrijving"]),
    lambda shape: bool(shape["doelgroepen"]),  # for whom
    lambda shape: bool(shape["leefgebieden"]),  # about what
    lambda shape: bool(shape["contacten"]),  # how to reach it
    lambda shape: bool(shape["locaties"] or shape["bereik"]),  # where
    lambda shape: bool(
        shape["openingstijden"] or shape["activiteiten"] or shape["alleen_op_afspraak"]
    ),  # when
    lambda shape: shape["eigen_bijdrage"]["code"] != UNKNOWN,  # what it costs
    lambda shape: shape["toegangstoets"]["code"] != UNKNOWN,  # who may use it
    lambda shape: shape["aanmelding"]["wijze"] != UNKNOWN,  # how to join
)


def completeness(shape: dict[str, Any]) -> float:
    """Return the share of QUESTIONS that the serialisation answers, 0 to 1."""
    return sum(answered(shape) for answered in QUESTIONS) / len(QUESTIONS)
