"""Lists that are read from the database at every question."""

from collections.abc import Iterator
from typing import Any

import pytest

from search.lists import kept


@pytest.fixture
def fresh_lists(settings: Any) -> Iterator[None]:
    settings.SEARCH_LISTS_SECONDS = 0
    kept.forget()
    yield
    kept.forget()
