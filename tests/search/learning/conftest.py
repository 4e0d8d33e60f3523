"""No key of another test is remembered; days follow each other."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest

from search.learning import keys
from search.learning.counting import count

FIRST_DAY = date(2026, 10, 5)

Search = Callable[..., None]


@pytest.fixture(autouse=True)
def _no_key_remembered() -> Iterator[None]:
    keys.forget()
    yield
    keys.forget()


@pytest.fixture
def search_on() -> Search:
    """`search_on(5, "schulden", "hulp")` counts the words on five days in a row."""

    def search(
        days: int, *words: str, gemeente: int | None = None, first: date = FIRST_DAY
    ) -> None:
        for day in range(days):
            count(words, gemeente, 0, first + timedelta(days=day))

    return search
