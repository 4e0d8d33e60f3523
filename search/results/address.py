"""Addresses of result pages: the same address gives the same state."""

from collections.abc import Mapping, Sequence
from typing import Final

from django.http import QueryDict

from search.filters import RESERVED
from search.query import FACETS

# The order in which parameters stand, so that one state has one address.
ORDER: Final = (
    "q",
    "plaats",
    "woord",
    "straal",
    *FACETS,
    "leeftijd",
    *RESERVED,
    "sorteer",
    "pagina",
)


class Address:
    """The current address with some parameters changed; the page starts at 1 again."""

    def __init__(self, path: str, params: Mapping[str, Sequence[str]]) -> None:
        self.path = path
        self._values = {name: list(params[name]) for name in ORDER if name in params}

    def with_value(self, name: str, value: str) -> str:
        values = self._values.get(name, [])
        return self._build({name: [*values, value]})

    def without_value(self, name: str, value: str) -> str:
        return self._build({name: [old for old in self._values.get(name, []) if old != value]})

    def replacing(self, **changes: str) -> str:
        return self._build({name: [value] if value else [] for name, value in changes.items()})

    def page(self, number: int) -> str:
        return self._build({"pagina": [str(number)] if number > 1 else []})

    def without_filters(self) -> str:
        kept = {"q", "plaats", "woord", "straal", "sorteer"}
        return self._build({name: [] for name in ORDER if name not in kept})

    def _build(self, changes: dict[str, list[str]]) -> str:
        values = {**self._values, "pagina": [], **changes}
        query = QueryDict(mutable=True)
        for name in ORDER:
            if values.get(name):
                query.setlist(name, values[name])
        return f"{self.path}?{query.urlencode()}" if query else self.path
