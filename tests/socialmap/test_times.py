"""Hours, repetition, money and distance as people say them."""

from typing import Any

import pytest

from socialmap.models.activiteit import validate_rrule
from socialmap.presentation import place, times
from socialmap.presentation.money import euros, price_text


@pytest.mark.parametrize(
    ("van", "tot", "text"),
    [
        ("09:30", "12:00", "van 9.30 tot 12.00 uur"),
        ("14:00", None, "om 14.00 uur"),
        ("00:05", "00:10", "van 0.05 tot 0.10 uur"),
        (None, "12:00", ""),
        (None, None, ""),
    ],
)
def test_a_span_of_time(van: str | None, tot: str | None, text: str) -> None:
    assert times.span(van, tot) == text


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("FREQ=DAILY", "elke dag"),
        ("FREQ=DAILY;INTERVAL=2", "elke 2 dagen"),
        ("FREQ=WEEKLY", "elke week"),
        ("FREQ=WEEKLY;INTERVAL=3", "elke 3 weken"),
        ("FREQ=WEEKLY;BYDAY=TU", "elke dinsdag"),
        ("FREQ=WEEKLY;BYDAY=TU,FR", "elke dinsdag en vrijdag"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU", "om de 2 weken op zondag"),
        ("FREQ=MONTHLY", "elke maand"),
        ("FREQ=MONTHLY;BYDAY=1WE", "elke eerste woensdag van de maand"),
        ("FREQ=MONTHLY;BYDAY=+2MO,-1FR", "elke tweede maandag en laatste vrijdag van de maand"),
        ("FREQ=MONTHLY;INTERVAL=2;BYDAY=3TH", "elke derde donderdag van elke 2 maanden"),
        ("FREQ=MONTHLY;BYMONTHDAY=15", "elke maand"),
        ("FREQ=YEARLY", "elk jaar"),
        ("FREQ=YEARLY;INTERVAL=4", "elke 4 jaar"),
        ("FREQ=HOURLY", "regelmatig"),
        ("freq=weekly;byday=tu", "elke dinsdag"),
    ],
)
def test_a_repetition_in_words(rule: str, text: str) -> None:
    validate_rrule(rule)

    assert times.repetition(rule) == text


def test_an_activity_without_a_rule_has_only_its_time() -> None:
    activity = {"herhaling": "", "van": "10:00", "tot": None}

    assert times.activity_text(activity) == "om 10.00 uur"


def test_an_activity_with_both() -> None:
    activity = {"herhaling": "FREQ=MONTHLY;BYDAY=1WE", "van": "10:00", "tot": "12:00"}

    assert (
        times.activity_text(activity)
        == "elke eerste woensdag van de maand, van 10.00 tot 12.00 uur"
    )


def test_a_week_has_a_line_per_day_that_is_open() -> None:
    def row(weekdag: int, van: str, tot: str, toelichting: str = "") -> dict[str, Any]:
        return {"weekdag": weekdag, "van": van, "tot": tot, "toelichting": toelichting}

    rows = [
        row(0, "09:00", "12:00"),
        row(0, "13:00", "17:00", "op afspraak"),
        row(4, "09:00", "10:00"),
    ]

    assert times.week(rows) == [
        {
            "dag": "maandag",
            "tijden": "van 9.00 tot 12.00 uur en van 13.00 tot 17.00 uur (op afspraak)",
        },
        {"dag": "vrijdag", "tijden": "van 9.00 tot 10.00 uur"},
    ]


@pytest.mark.parametrize(
    ("cents", "text"), [(750, "€ 7,50"), (5000, "€ 50"), (5, "€ 0,05"), (123456, "€ 1234,56")]
)
def test_money(cents: int, text: str) -> None:
    assert euros(cents) == text


def test_a_price_names_its_unit_and_nothing_is_free() -> None:
    assert price_text({"bedrag_cents": 750, "eenheid": "keer"}) == "€ 7,50 per keer"
    assert price_text({"bedrag_cents": 0, "eenheid": "keer"}) == "gratis"


@pytest.mark.parametrize(
    ("km", "text"),
    [
        (None, ""),
        (0.0, "minder dan 1 km"),
        (0.99, "minder dan 1 km"),
        (1.0, "1,0 km"),
        (2.34, "2,3 km"),
        (9.94, "9,9 km"),
        (9.96, "10 km"),
        (31.2, "31 km"),
    ],
)
def test_a_distance(km: float | None, text: str) -> None:
    assert place.distance_text(km) == text
