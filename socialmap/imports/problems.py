"""What is wrong in a file, in words for the person who made it."""

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
    error: ValidationError, *, bestand: str, slug: str, prefix: str = ""
) -> list[Problem]:
    """Turn Django's messages per field into problems; `prefix` names the child they belong to."""
    per_field = error.message_dict if hasattr(error, "error_dict") else {"": error.messages}
    return [
        Problem(bestand=bestand, slug=slug, veld=_field(prefix, name), tekst=text)
        for name, texts in per_field.items()
        for text in texts
    ]


def _field(prefix: str, name: str) -> str:
    own = "" if name == "__all__" else name
    return ".".join(part for part in (prefix, own) if part)
