"""Parameters of an address, each value spelled as the form, the chips and the links spell it."""

from django.http import QueryDict

from search.query import FACETS
from socialmap.models import Gemeente


def spelled(data: QueryDict, gemeente: Gemeente | None) -> QueryDict:
    """Return a copy of `data` for a page of `gemeente`, without control characters."""
    clean = QueryDict(mutable=True)
    for name, values in data.lists():
        printable = [_printable(value) for value in values]
        clean.setlist(name, [_spelled(name, value, gemeente) for value in printable])
    return clean


def _spelled(name: str, value: str, gemeente: Gemeente | None) -> str:
    if name == "lijn":
        # A "+" in an address arrives as a space when it was not written as %2B.
        return value.replace(" ", "+")
    if name not in FACETS:
        return value
    value = value.strip()
    if name == "stap" and value and ":" not in value and gemeente is not None:
        return f"{gemeente.slug}:{value}"
    return value


def _printable(value: str) -> str:
    return "".join(char if char.isprintable() else " " for char in value)
