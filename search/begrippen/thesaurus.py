"""The begrippen as the file holds them: what people say, what aanbieders write, what is broader."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Final, Self

BESTAND: Final = "begrippen.jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Begrip:
    """One meaning, with the ways to say it.

    A resident's words (`vraag`) and an aanbieder's words (`aanbod`) only meet here.
    """

    slug: str
    term: str  # preferred
    leefgebied: str  # slug
    breder: str = ""  # slug of the broader begrip
    vraag: tuple[str, ...] = ()
    aanbod: tuple[str, ...] = ()

    @classmethod
    def from_json(cls, row: dict[str, Any]) -> Self:
        return cls(
            slug=row["slug"],
            term=row["term"],
            leefgebied=row["leefgebied"],
            breder=row["breder"],
            vraag=tuple(row["vraag"]),
            aanbod=tuple(row["aanbod"]),
        )

    def ways(self) -> Iterator[str]:
        """Every way to say it, the preferred term first."""
        yield self.term
        yield from self.vraag
        yield from self.aanbod


class Thesaurus:
    """Begrippen in the order of the file, with the links between them as positions."""

    def __init__(self, begrippen: Iterable[Begrip]) -> None:
        self.begrippen = tuple(begrippen)
        position = {begrip.slug: index for index, begrip in enumerate(self.begrippen)}
        self.broader: dict[int, int] = {
            index: position[begrip.breder]
            for index, begrip in enumerate(self.begrippen)
            if begrip.breder
        }
        self.narrower: dict[int, list[int]] = {}
        for index, above in self.broader.items():
            self.narrower.setdefault(above, []).append(index)


def read_begrippen(text: str) -> list[Begrip]:
    """Read the file's text: one JSON object a line."""
    return [Begrip.from_json(json.loads(line)) for line in text.splitlines() if line]


def _text() -> str:
    return (resources.files("search.begrippen") / "data" / BESTAND).read_text(encoding="utf-8")


@cache
def thesaurus() -> Thesaurus:
    """The begrippen that ship with the code; read once per process."""
    return Thesaurus(read_begrippen(_text()))
