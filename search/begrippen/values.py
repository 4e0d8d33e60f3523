"""Begrippen as plain values, wherever they come from: files that ship, or the database."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Self


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
    hulpvraag: str = ""  # an everyday question, for those that residents may choose from

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
            hulpvraag=row.get("hulpvraag", ""),
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
            if begrip.breder in position
        }
        self.narrower: dict[int, list[int]] = {}
        for index, above in self.broader.items():
            self.narrower.setdefault(above, []).append(index)

    def digest(self) -> str:
        """Return what differs as soon as some entry may be tagged otherwise.

        The translations are left out: entries are tagged by Dutch words.
        """
        digest = hashlib.sha256()
        for b in self.begrippen:
            digest.update(
                repr((b.slug, b.term, b.leefgebied, b.breder, b.vraag, b.aanbod)).encode()
            )
        return digest.hexdigest()[:12]
