"""Takes typed values out of JSON and notes every value that does not fit."""

from collections.abc import Collection, Iterator
from datetime import date, time
from typing import Any

from socialmap.imports.problems import Problem

MISSING: Any = object()


class Reader:
    """One object of a file; a wrong value becomes a problem and reads as empty."""

    def __init__(
        self, data: Any, problems: list[Problem], *, bestand: str, slug: str = "", prefix: str = ""
    ) -> None:
        self.problems, self.bestand, self.slug, self.prefix = problems, bestand, slug, prefix
        if not isinstance(data, dict):
            self.note("", "Hier hoort een object met velden te staan.")
            data = {}
        self.data: dict[str, Any] = data

    def note(self, veld: str, tekst: str) -> None:
        name = ".".join(part for part in (self.prefix, veld) if part)
        problem = Problem(bestand=self.bestand, slug=self.slug, veld=name, tekst=tekst)
        # A part that is read twice is wrong once.
        if problem not in self.problems:
            self.problems.append(problem)

    def text(self, veld: str, *, required: bool = False, longest: int | None = None) -> str:
        value = self.data.get(veld)
        if value is None or value == "":
            if required:
                self.note(veld, "Dit veld is verplicht.")
            return ""
        if not isinstance(value, str):
            self.note(veld, f"Hier hoort tekst te staan, geen {_kind(value)}.")
            return ""
        if longest is not None and len(value) > longest:
            self.note(veld, f"Deze tekst is te lang: {len(value)} tekens, hoogstens {longest}.")
        return value

    def choice(self, veld: str, allowed: Collection[str], default: Any = MISSING) -> str:
        value = self.data.get(veld)
        if value is None and default is not MISSING:
            return str(default)
        if value not in allowed:
            self.note(veld, f"{value!r} kan niet. Kies uit: {', '.join(sorted(allowed))}.")
            return ""
        return str(value)

    def words(self, veld: str, allowed: Collection[str] | None = None) -> list[str]:
        """A list of texts; each must be in `allowed` when that is given."""
        values = []
        for value in self.items(veld):
            if not isinstance(value, str):
                self.note(veld, f"Hier hoort tekst te staan, geen {_kind(value)}.")
            elif allowed is not None and value not in allowed:
                self.note(veld, f"{value!r} kennen wij niet.")
            else:
                values.append(value)
        return values

    def items(self, veld: str) -> list[Any]:
        value = self.data.get(veld)
        if value is None:
            return []
        if not isinstance(value, list):
            self.note(veld, f"Hier hoort een lijst te staan, geen {_kind(value)}.")
            return []
        return value

    def whole(self, veld: str, *, required: bool = False) -> int | None:
        """A whole number of 0 or more."""
        value = self.data.get(veld)
        if value is None:
            if required:
                self.note(veld, "Dit veld is verplicht.")
            return None
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            self.note(veld, f"{value!r} is geen heel getal van 0 of meer.")
            return None
        return value

    def amount(self, veld: str) -> int | None:
        """Euros in the file, cents out."""
        value = self.data.get(veld)
        if value is None:
            return None
        if not isinstance(value, int | float) or isinstance(value, bool) or value < 0:
            self.note(veld, f"{value!r} is geen bedrag in euro's.")
            return None
        return round(value * 100)

    def flag(self, veld: str) -> bool:
        return self.fact(veld) or False

    def fact(self, veld: str) -> bool | None:
        """True, False, or None for unknown."""
        value = self.data.get(veld)
        if value is not None and not isinstance(value, bool):
            self.note(veld, f"{value!r} kan niet. Schrijf true, false of null.")
            return None
        return value

    def day(self, veld: str) -> str | None:
        """A date as ISO 8601."""
        return self._parsed(veld, date.fromisoformat, "2026-01-31")

    def clock(self, veld: str, *, required: bool = False) -> str | None:
        """A time as HH:MM."""
        if required and self.data.get(veld) is None:
            self.note(veld, "Dit veld is verplicht.")
        return self._parsed(veld, time.fromisoformat, "09:30")

    def part(self, veld: str) -> "Reader":
        """An object inside this one; absent reads as empty."""
        value = self.data.get(veld)
        return self._inside({} if value is None else value, veld)

    def parts(self, veld: str) -> Iterator["Reader"]:
        for number, value in enumerate(self.items(veld), 1):
            yield self._inside(value, f"{veld}[{number}]")

    def _inside(self, value: Any, veld: str) -> "Reader":
        prefix = ".".join(part for part in (self.prefix, veld) if part)
        return Reader(value, self.problems, bestand=self.bestand, slug=self.slug, prefix=prefix)

    def _parsed(self, veld: str, parse: Any, example: str) -> str | None:
        value = self.data.get(veld)
        if value is None:
            return None
        try:
            parse(value)
        except (TypeError, ValueError):
            self.note(veld, f"{value!r} begrijpen wij niet. Schrijf het zo: {example}.")
            return None
        return str(value)


def _kind(value: Any) -> str:
    names = {bool: "ja of nee", int: "getal", float: "getal", list: "lijst", dict: "object"}
    return names.get(type(value), "andere waarde")
