"""The begrippen as the file holds them: what people say, what aanbieders write, what is broader."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any, Final, Self

MAP: Final = "begrippen"  # one file a leefgebied
VERTALINGEN: Final = "vertalingen.txt"
_DATA: Final = Path(__file__).parent / "data"


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
    vertalingen: tuple[str, ...] = ()  # the term and everyday words in other languages

    @classmethod
    def from_json(cls, row: dict[str, Any], vertalingen: Iterable[str] = ()) -> Self:
        return cls(
            slug=row["slug"],
            term=row["term"],
            leefgebied=row["leefgebied"],
            breder=row["breder"],
            vraag=tuple(row["vraag"]),
            aanbod=tuple(row["aanbod"]),
            vertalingen=tuple(vertalingen),
        )

    def ways(self) -> Iterator[str]:
        """Every way to say it, the preferred term first."""
        yield self.term
        yield from self.vraag
        yield from self.aanbod
        yield from self.vertalingen


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


def read_vertalingen(text: str) -> dict[str, dict[str, list[str]]]:
    """Read lines of the form "slug | language: words; words | …": slug → language → words."""
    found: dict[str, dict[str, list[str]]] = {}
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        slug, *languages = (part.strip() for part in line.split("|"))
        pairs = (language.split(":", 1) for language in languages)
        found[slug] = {name.strip(): [w.strip() for w in ws.split(";")] for name, ws in pairs}
    return found


def begrippen_files() -> list[Path]:
    """The files with the begrippen, one a leefgebied, in a fixed order."""
    return sorted((_DATA / MAP).glob("*.jsonl"))


def _read(name: str) -> str:
    return (_DATA / name).read_text(encoding="utf-8")


@cache
def thesaurus() -> Thesaurus:
    """The begrippen that ship with the code; read once per process."""
    rows = [
        json.loads(line)
        for file in begrippen_files()
        for line in file.read_text("utf-8").splitlines()
    ]
    translated = read_vertalingen(_read(VERTALINGEN))
    return Thesaurus(
        Begrip.from_json(row, chain.from_iterable(translated.get(row["slug"], {}).values()))
        for row in rows
    )
