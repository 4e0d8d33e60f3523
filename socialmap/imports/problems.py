"""What is wrong in a file, in words for the person who made it."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.core.exceptions import ValidationError


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One error: in which file, at which slug, in which field."""

    bestand: str
    slug: str
    veld: str
    tekst: str

    def __str__(self) -> str:
        return f"{self.bestand}: {self.slug or '(bestand)'}: {self.veld or '-'}: {self.tekst}"


class ImportRefused(Exception):
    """Nothing was loaded; `problems` holds every error that was found."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(f"{len(problems)} fouten")
        self.problems = problems

    def __str__(self) -> str:
        count = len(self.problems)
        noun = "fout" if count == 1 else "fouten"
        lines = [f"Niets ingelezen: {count} {noun} gevonden.", *map(str, self.problems)]
        return "\n".join(lines)


def problems_of(
    error: ValidationError,
    *,
    bestand: str,
    slug: str,
    prefix: str = "",
    namen: Mapping[str, str] | None = None,
) -> list[Problem]:
    """Turn Django's messages per field into problems.

    Args:
        prefix: the child that the fields belong to.
        namen: names of the file for fields of the model; a child is one field of the file.
    """
    per_field = error.message_dict if hasattr(error, "error_dict") else {"": error.messages}
    return [
        Problem(bestand=bestand, slug=slug, veld=_field(prefix, name, namen or {}), tekst=text)
        for name, texts in per_field.items()
        for text in texts
    ]


def _field(prefix: str, name: str, namen: Mapping[str, str]) -> str:
    own = "" if name == "__all__" else name
    top = prefix.partition("[")[0] or own
    if top in namen:
        return namen[top]
    return ".".join(part for part in (prefix, own) if part)
