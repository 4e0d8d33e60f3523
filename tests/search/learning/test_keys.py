"""Hashes of one quarter say nothing about another, and cannot be worked out afterwards."""

from datetime import date
from typing import Any

import pytest

from search.learning import keys
from search.models import Telsleutel, Zoektelling
from tests.search.learning.conftest import Search

AUTUMN, WINTER = date(2026, 12, 31), date(2027, 1, 1)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("day", "quarter", "first"),
    [
        (date(2026, 1, 1), "2026-1", date(2026, 1, 1)),
        (date(2026, 3, 31), "2026-1", date(2026, 1, 1)),
        (date(2026, 11, 24), "2026-4", date(2026, 10, 1)),
    ],
)
def test_a_quarter_has_three_months(day: date, quarter: str, first: date) -> None:
    assert keys.quarter_of(day) == quarter
    assert keys.first_day_of_quarter(day) == first


def test_the_same_words_have_one_hash_in_a_quarter_and_another_in_the_next() -> None:
    in_autumn = keys.keyed_hash("schulden", AUTUMN)
    keys.forget()  # Another process reads the key from the database.
    again = keys.keyed_hash("schulden", AUTUMN)

    assert again == in_autumn
    assert keys.keyed_hash("schulden", WINTER) != in_autumn


def test_the_old_key_and_its_counts_are_gone_in_a_new_quarter(search_on: Search) -> None:
    search_on(1, "schulden", first=AUTUMN)
    old = Telsleutel.objects.get().zout

    search_on(1, "huur", first=WINTER)

    assert list(Telsleutel.objects.values_list("kwartaal", flat=True)) == ["2027-1"]
    assert Telsleutel.objects.get().zout != old
    assert list(Zoektelling.objects.values_list("laatste_dag", flat=True)) == [WINTER]


def test_the_database_alone_does_not_tell_which_words_a_hash_is_of(settings: Any) -> None:
    real = keys.keyed_hash("schulden", AUTUMN)

    settings.SECRET_KEY = "a guess of somebody who has the database"

    assert keys.keyed_hash("schulden", AUTUMN) != real


def test_five_days_begin_anew_in_a_new_quarter(search_on: Search) -> None:
    search_on(4, "schulden", first=date(2026, 12, 28))

    search_on(1, "schulden", first=WINTER)

    assert Zoektelling.objects.get().dagen == 1
