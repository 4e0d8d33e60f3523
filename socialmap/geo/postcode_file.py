"""Reads an open postcode file: CSV with the columns postcode, lat, lon and perhaps plaats."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from django.utils.translation import gettext as _

from socialmap.geo.coordinates import in_netherlands

DELIMITERS: Final = ",;\t|"
COLUMNS: Final = {
    "postcode": ("postcode", "pc6", "pc4", "code"),
    "lat": ("lat", "latitude", "breedtegraad"),
    "lon": ("lon", "lng", "long", "longitude", "lengtegraad"),
    "plaats": ("plaats", "woonplaats", "woonplaatsnaam", "city"),
}
MAX_ERRORS: Final = 20

_POSTCODE: Final = re.compile(r"[1-9][0-9]{3}(?:(?!SA|SD|SS)[A-Z]{2})?", re.ASCII)


class PostcodeFileError(Exception):
    """The file cannot be used; `errors` names the lines, at most MAX_ERRORS of them."""

    def __init__(self, errors: list[str]) -> None:
        self.errors = errors
        super().__init__("\n".join(errors))


class RowError(Exception):
    """One row cannot be used; the message says why, without the line number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostcodeRow:
    """A checked row: "9752AB" or "9752", a point in the Netherlands, a name or ""."""

    code: str
    lat: float
    lon: float
    plaats: str


def check_file(path: Path) -> int:
    """Read the whole file once and return the number of rows.

    Raises:
        PostcodeFileError: with every line that is wrong, up to MAX_ERRORS.
        OSError: the file cannot be opened.
    """
    errors: list[str] = []
    seen: set[str] = set()
    rows = 0
    for line, row in _checked_rows(path):
        rows += 1
        if isinstance(row, RowError):
            errors.append(_("Regel %(regel)d: %(fout)s") % {"regel": line, "fout": row})
        elif row.code in seen:
            errors.append(_("Regel %(regel)d: deze postcode staat er al.") % {"regel": line})
        else:
            seen.add(row.code)
        if len(errors) == MAX_ERRORS:
            errors.append(_("Er zijn misschien meer fouten; het lezen is hier gestopt."))
            break
    if not rows:
        errors.append(_("Het bestand heeft geen rijen."))
    if errors:
        raise PostcodeFileError(errors)
    return rows


def read_rows(path: Path) -> Iterator[PostcodeRow]:
    """Yield the rows of a file that `check_file` found in order, one at a time."""
    for _line, row in _checked_rows(path):
        if isinstance(row, RowError):
            raise PostcodeFileError([str(row)])
        yield row


def _checked_rows(path: Path) -> Iterator[tuple[int, PostcodeRow | RowError]]:
    # utf-8-sig takes the byte order mark of Excel away when there is one.
    with path.open(encoding="utf-8-sig", newline="") as stream:
        try:
            header = stream.readline()
            delimiter = max(DELIMITERS, key=header.count)
            columns = _columns(next(csv.reader([header], delimiter=delimiter), []))
            reader = csv.reader(stream, delimiter=delimiter, strict=True)
            for values in reader:
                if values:
                    # The header was read apart, so the reader counts one line too few.
                    yield reader.line_num + 1, _check(values, columns)
        except UnicodeDecodeError as error:
            raise PostcodeFileError([_("Het bestand is geen UTF-8.")]) from error
        except csv.Error as error:
            raise PostcodeFileError([_("Het bestand is geen geldige CSV.")]) from error


def _columns(names: list[str]) -> Mapping[str, int]:
    """Return the place of each column; plaats may be absent."""
    folded = [name.strip().casefold() for name in names]
    columns = {
        column: folded.index(alias)
        for column, aliases in COLUMNS.items()
        for alias in aliases
        if alias in folded
    }
    if missing := [column for column in ("postcode", "lat", "lon") if column not in columns]:
        raise PostcodeFileError(
            [
                _("Regel 1: deze kolommen ontbreken: %(kolommen)s.")
                % {"kolommen": ", ".join(missing)}
            ]
        )
    return columns


def _check(values: list[str], columns: Mapping[str, int]) -> PostcodeRow | RowError:
    if len(values) <= max(columns.values()):
        return RowError(_("er zijn te weinig kolommen."))
    code = values[columns["postcode"]].replace(" ", "").upper()
    if not _POSTCODE.fullmatch(code):
        return RowError(_("de postcode is geen vier cijfers, of vier cijfers en twee letters."))
    try:
        lat, lon = (float(values[columns[name]].replace(",", ".")) for name in ("lat", "lon"))
    except ValueError:
        return RowError(_("lat en lon moeten getallen zijn."))
    if not in_netherlands(lat, lon):
        hint = _(" Staan lat en lon omgekeerd?") if in_netherlands(lon, lat) else ""
        return RowError(_("het punt ligt buiten Nederland.") + hint)
    plaats = values[columns["plaats"]].strip() if "plaats" in columns else ""
    return PostcodeRow(code=code, lat=lat, lon=lon, plaats=plaats)
