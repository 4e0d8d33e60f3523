"""What lifts an entry above equals."""

from datetime import date
from typing import Any

import pytest

from search.boost import COMPLETE, FRESH, boost_of

TODAY = date(2026, 3, 5)
EMPTY: dict[str, Any] = {
    "samenvatting": "",
    "omschrijving": "",
    "doelgroepen": [],
    "leefgebieden": [],
    "contacten": [],
    "locaties": [],
    "bereik": [],
    "openingstijden": [],
    "activiteiten": [],
    "alleen_op_afspraak": False,
    "eigen_bijdrage": {"code": "onbekend"},
    "toegangstoets": {"code": "onbekend"},
    "aanmelding": {"wijze": "onbekend"},
    "gecontroleerd_op": None,
}


def test_an_entry_that_says_nothing_gets_nothing() -> None:
    assert boost_of(EMPTY, TODAY) == 1.0


def test_each_answer_counts_as_much() -> None:
    assert boost_of(EMPTY | {"samenvatting": "Samen eten"}, TODAY) == pytest.approx(
        boost_of(EMPTY | {"eigen_bijdrage": {"code": "gratis"}}, TODAY)
    )


@pytest.mark.parametrize(
    ("checked", "share"),
    [("2026-03-01", 1.0), ("2025-06-01", 0.5), ("2024-01-01", 0.0), (None, 0.0)],
)
def test_what_was_checked_lately_counts_more(checked: str | None, share: float) -> None:
    boost = boost_of(EMPTY | {"gecontroleerd_op": checked}, TODAY)

    assert boost == pytest.approx(1 + share * FRESH)


def test_together_they_stay_within_a_band() -> None:
    assert COMPLETE + FRESH <= 0.05
