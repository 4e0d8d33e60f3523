"""Synonyms in a CSV file, as spreadsheets write and read it: every fault is named by its row."""

import csv
import io
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from search.models import Synoniem
from search.synonyms.rows import COLUMNS, RICHTINGEN, SOORTEN, SynoniemRij

MAX_BYTES: Final = 1_000_000
MAX_ROWS: Final = 5_000
MAX_FAULTS: Final = 100  # more help nobody
_TAAL: Final = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,4})?")
# A spreadsheet takes a cell that begins with one of these for a formula; an apostrophe before it
# says that it is text, and is no part of it.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True, kw_only=True)
class CsvFault:
    rij: int  # the header is 1; 0 for the file as a whole
    tekst: str  # what is wrong and what to do

    def __str__(self) -> str:
        return (
            _("Rij %(rij)d: %(tekst)s") % {"rij": self.rij, "tekst": self.tekst}
            if (self.rij)
            else self.tekst
        )


class CsvRefused(Exception):
    """The file has faults; nothing was stored."""

    def __init__(self, faults: Sequence[CsvFault]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = tuple(faults)


def read_csv(content: bytes, gemeenten: Collection[str]) -> list[SynoniemRij]:
    """Read a file with the header van;naar;richting;soort;taal;gemeente.

    Args:
        content: UTF-8, with or without a byte order mark; `;`, `,` or a tab between cells.
        gemeenten: the slugs that exist.

    Raises:
        CsvRefused: with every fault, MAX_FAULTS at most.
    """
    rows = _rows(_text(content))
    found: list[SynoniemRij] = []
    faults: list[CsvFault] = []
    first: dict[tuple[str, str, str], int] = {}
    for number, cells in rows:
        if not any(map(str.strip, cells)):
            continue
        problems, rij = _read(number, cells, gemeenten)
        if rij is not None:
            same = first.setdefault(rij.key, number)
            if same != number:
                problems.append(
                    _("Dit synoniem staat ook in rij %(rij)d. Haal er een weg.") % {"rij": same}
                )
            found.append(rij)
        faults += [CsvFault(rij=number, tekst=problem) for problem in problems]
    if len(rows) > MAX_ROWS:
        faults.insert(0, _whole(_("Het bestand heeft meer dan 5.000 rijen. Maak er twee van.")))
    if not found and not faults:
        faults.append(_whole(_("Het bestand heeft geen rijen onder de kop. Schrijf er een bij.")))
    if faults:
        raise CsvRefused(faults[:MAX_FAULTS])
    return found


def export_csv(rows: Iterable[Synoniem]) -> bytes:
    """Write rows (with their gemeente selected) for a spreadsheet: UTF-8 with a mark, `;`."""
    richtingen = {value: word for word, value in RICHTINGEN.items()}
    soorten = {value: word for word, value in SOORTEN.items()}
    made = io.StringIO()
    writer = csv.writer(made, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in rows:
        cells = (
            row.van,
            row.naar,
            richtingen[row.richting],
            soorten[row.soort],
            row.taal,
            row.gemeente.slug if row.gemeente else "",
        )
        writer.writerow([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in cells])
    return made.getvalue().encode("utf-8-sig")


def _text(content: bytes) -> str:
    if len(content) > MAX_BYTES:
        raise CsvRefused([_whole(_("Het bestand is groter dan 1 MB. Maak er twee van."))])
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        tekst = _("Het bestand is geen UTF-8. Bewaar het als “CSV UTF-8”.")
        raise CsvRefused([_whole(tekst)]) from error
    if "\x00" in text:
        raise CsvRefused([_whole(_("Het bestand is geen tekst. Bewaar het als “CSV UTF-8”."))])
    return text


def _rows(text: str) -> list[tuple[int, list[str]]]:
    """Return (row number, cells) below the header, in the order of COLUMNS."""
    header = text.partition("\n")[0]
    delimiter = max(";,\t", key=header.count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        tekst = _("De aanhalingstekens in het bestand kloppen niet. Bewaar het opnieuw als CSV.")
        raise CsvRefused([_whole(tekst)]) from error
    names = [cell.strip().lower() for cell in rows[0]] if rows else []
    if sorted(names) != sorted(COLUMNS):
        tekst = _("De eerste rij moet zijn: %(kop)s.") % {"kop": ";".join(COLUMNS)}
        raise CsvRefused([CsvFault(rij=1, tekst=tekst)])
    order = [names.index(name) for name in COLUMNS]
    return [
        (number, [cells[place] for place in order] if len(cells) == len(COLUMNS) else cells)
        for number, cells in enumerate(rows[1:], 2)
    ]


def _read(
    number: int, cells: list[str], gemeenten: Collection[str]
) -> tuple[list[str], SynoniemRij | None]:
    """Return what is wrong with a row, and the row as far as it can be read."""
    if len(cells) != len(COLUMNS):
        text = _("Deze rij heeft %(aantal)d vakken in plaats van 6. Zet er %(teken)s tussen.")
        return [text % {"aantal": len(cells), "teken": ";"}], None
    van, naar, richting, soort, taal, gemeente = map(_cell, cells)
    problems = []
    if richting.lower() not in RICHTINGEN:
        problems.append(_choose("richting", richting, RICHTINGEN))
    if soort.lower() not in SOORTEN:
        problems.append(_choose("soort", soort, SOORTEN))
    if not _TAAL.fullmatch(taal):
        text = _("De taal %(waarde)r is geen taalcode. Schrijf bijvoorbeeld nl, en of tr.")
        problems.append(text % {"waarde": taal[:20]})
    if gemeente and gemeente not in gemeenten:
        text = _("De gemeente %(waarde)r is er niet. Laat het vak leeg voor alle gemeenten.")
        problems.append(text % {"waarde": gemeente[:40]})
    made = Synoniem(van=van, naar=naar)
    try:
        made.clean_fields(exclude=["richting", "soort", "taal", "gemeente"])
        made.clean()
    except ValidationError as error:
        problems += [
            f"{field}: {message}"
            for field, messages in error.message_dict.items()
            for message in messages
        ]
    if problems:
        return problems, None
    return problems, SynoniemRij(
        rij=number,
        van=made.van,
        naar=made.naar,
        richting=RICHTINGEN[richting.lower()],
        soort=SOORTEN[soort.lower()],
        taal=taal,
        gemeente=gemeente,
    )


def _cell(cell: str) -> str:
    text = " ".join(cell.split())
    return text[1:] if text.startswith("'") and text[1:].startswith(_FORMULA) else text


def _choose(name: str, value: str, choices: Iterable[str]) -> str:
    text = _("In %(vak)s staat %(waarde)r. Kies uit: %(keuzes)s.")
    return text % {"vak": name, "waarde": value[:40], "keuzes": ", ".join(choices)}


def _whole(tekst: str) -> CsvFault:
    return CsvFault(rij=0, tekst=tekst)
