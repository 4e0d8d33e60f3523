"""The files of begrippen that ship, read with every fault named."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from search.begrippen.thesaurus import (
    HULPVRAGEN,
    VERTALINGEN,
    begrippen_files,
    read_hulpvragen,
    read_shipped,
    read_vertalingen,
)
from socialmap.models import Begrip, Begripswoord

Kant = Begripswoord.Kant
_LONGEST_WORD: Final = 200
_LONGEST_TERM: Final = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Woord:
    """One way to say it; `key` is what makes it the same word as that of another version."""

    kant: str
    taal: str
    tekst: str
    volgorde: int

    @property
    def key(self) -> tuple[str, str, str]:
        return self.kant, self.taal, self.tekst


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """One begrip of a file: `waarden` has the keys Begrip.MERGED, with slugs for rows."""

    slug: str
    waarden: dict[str, Any]
    woorden: tuple[Woord, ...]


class BegrippenRefused(Exception):
    """The files hold faults; nothing was stored."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(["Er is niets opgeslagen.", *faults]))
        self.faults = faults


def read_files(leefgebieden: Iterable[str]) -> list[Regel]:
    """Read every begrip that ships.

    Args:
        leefgebieden: the slugs that the database knows.

    Raises:
        BegrippenRefused: with every fault of every file.
    """
    translated = read_vertalingen(read_shipped(VERTALINGEN))
    questions = read_hulpvragen(read_shipped(HULPVRAGEN))
    faults: list[str] = []
    regels: dict[str, Regel] = {}
    for file in begrippen_files():
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
            where = f"{file.name} regel {number}"
            try:
                row = json.loads(line)
                row.setdefault("hulpvraag", questions.get(row["slug"], ""))
                regel = _regel(row, translated.get(row["slug"], {}))
            except (ValueError, KeyError, TypeError):
                faults.append(f"{where}: dit is geen begrip in JSON.")
                continue
            faults += [f"{where}: {fault}" for fault in _faults(regel, regels, set(leefgebieden))]
            regels[regel.slug] = regel
    for regel in regels.values():
        breder = regel.waarden["breder"]
        if breder and breder not in regels:
            faults.append(f"{regel.slug}: het bredere begrip {breder!r} is er niet.")
    if faults:
        raise BegrippenRefused(faults)
    return list(regels.values())


def _regel(row: dict[str, Any], translated: dict[str, list[str]]) -> Regel:
    found = [
        *((Kant.VRAAG, "nl", tekst) for tekst in row["vraag"]),
        *((Kant.AANBOD, "nl", tekst) for tekst in row["aanbod"]),
        *((Kant.VERTALING, taal, tekst) for taal, words in translated.items() for tekst in words),
    ]
    waarden = {
        "term": row["term"],
        "leefgebied": row["leefgebied"],
        "breder": row["breder"] or None,
        "hulpvraag": row["hulpvraag"],
        "actief": True,
    }
    woorden = tuple(
        Woord(kant=kant.value, taal=taal, tekst=tekst, volgorde=number)
        for number, (kant, taal, tekst) in enumerate(dict.fromkeys(found))
    )
    return Regel(slug=row["slug"], waarden=waarden, woorden=woorden)


def _faults(regel: Regel, known: dict[str, Regel], leefgebieden: set[str]) -> Iterable[str]:
    if regel.slug in known:
        yield f"het begrip {regel.slug!r} staat er twee keer."
    if regel.waarden["leefgebied"] not in leefgebieden:
        yield f"het onderwerp {regel.waarden['leefgebied']!r} is er niet."
    if not 0 < len(regel.waarden["term"]) <= _LONGEST_TERM:
        yield f"de naam heeft 1 tot {_LONGEST_TERM} tekens."
    if len(regel.waarden["hulpvraag"]) > Begrip._meta.get_field("hulpvraag").max_length:
        yield "de hulpvraag is te lang."
    for woord in regel.woorden:
        if not 0 < len(woord.tekst) <= _LONGEST_WORD:
            yield f"een woord heeft 1 tot {_LONGEST_WORD} tekens: {woord.tekst[:40]!r}."
