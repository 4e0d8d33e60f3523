"""Place names and postcodes as people type them, taken apart for comparison."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from socialmap.text import fold_name

MAX_LENGTH: Final = 100  # characters of a place, postcode or address; the rest is not read

# Abbreviation (as in "Bergen (NH)") to province; both as `fold_name` returns them.
PROVINCIES: Final = {
    "dr": "drenthe",
    "fl": "flevoland",
    "fr": "friesland",
    "gld": "gelderland",
    "gn": "groningen",
    "lb": "limburg",
    "nb": "noord brabant",
    "nh": "noord holland",
    "ov": "overijssel",
    "ut": "utrecht",
    "zld": "zeeland",
    "zh": "zuid holland",
}

# Names in daily use beside the one on the map; both sides as `fold_name` returns them.
OTHER_NAMES: Final = {
    "den bosch": "s hertogenbosch",
    "s gravenhage": "den haag",
    "the hague": "den haag",
}

# Letters SA, SD and SS are never given out (BAG).
_LETTERS = r"(?!SA|SD|SS)[A-Z]{2}"
_POSTCODE6: Final = re.compile(rf"\b([1-9][0-9]{{3}}) ?({_LETTERS})\b", re.ASCII | re.IGNORECASE)
# Four digits alone are as easily a house number, so only in front or behind a comma.
_POSTCODE4: Final = re.compile(r"(?:^|, ?)([1-9][0-9]{3})(?=$|,| (?![0-9]))", re.ASCII)
_BRACKETS: Final = re.compile(r"(?P<naam>[^(]+)\((?P<toevoeging>[^)]*)\)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class NameQuery:
    """A place name taken apart; the parts are folded, "" or empty when absent."""

    namen: frozenset[str]  # the ways in which the same name may be stored
    toevoeging: str = ""  # what stands in brackets or behind the comma: "Glimmen (Haren)"
    alleen_gemeente: bool = False  # "gemeente Haren"


def clean_text(text: str) -> str:
    """Return `text` on one line, at most 100 characters, without control and format characters."""
    visible = (
        " " if character.isspace() else character
        for character in unicodedata.normalize("NFC", text[: MAX_LENGTH * 4])
        if character.isspace() or not unicodedata.category(character).startswith("C")
    )
    return " ".join("".join(visible).split())[:MAX_LENGTH].strip()


def parse_postcode(text: str) -> tuple[str | None, str]:
    """Return the postcode in `text` ("9752AB" or "9752") and the text around it.

    Returns:
        (None, text) when there is no postcode.
    """
    if match := _POSTCODE6.search(text):
        code = f"{match[1]}{match[2].upper()}"
    elif match := _POSTCODE4.search(text):
        code = match[1]
    else:
        return None, text
    around = (text[: match.start()].strip(" ,"), text[match.end() :].strip(" ,"))
    return code, ", ".join(part for part in around if part)


def format_postcode(code: str) -> str:
    """Return a stored code as people write it: "9752AB" → "9752 AB"."""
    return f"{code[:4]} {code[4:]}" if len(code) > 4 else code


def parse_name(text: str) -> NameQuery:
    """Take a place name apart: "Glimmen (Haren)", "Haren Gn", "gemeente Haren", "Bergen, NH"."""
    naam, toevoeging = text, ""
    if match := _BRACKETS.fullmatch(text):
        naam, toevoeging = match["naam"], match["toevoeging"]
    elif "," in text:
        naam, _, toevoeging = text.partition(",")
    folded, qualifier = fold_name(naam), fold_name(toevoeging)
    if folded.startswith("gemeente "):
        return NameQuery(namen=frozenset({folded.removeprefix("gemeente ")}), alleen_gemeente=True)
    first, _, last = folded.rpartition(" ")
    if first and not qualifier and last in PROVINCIES:
        folded, qualifier = first, last
    if qualifier == "nederland":
        qualifier = ""
    return NameQuery(namen=_spellings(folded), toevoeging=PROVINCIES.get(qualifier, qualifier))


def has_house_number(text: str) -> bool:
    """Tell whether `text`, without its postcode, asks for one building rather than for a place."""
    return any(character.isdigit() for character in text)


def _spellings(folded: str) -> frozenset[str]:
    """Return the forms in which one name may be stored: ij or y, St. or Sint, its other name."""
    forms = {folded, folded.replace("ij", "y"), folded.replace("y", "ij")}
    words = folded.split()
    if words[:1] == ["st"]:
        forms.add(" ".join(["sint", *words[1:]]))
    return frozenset(forms | {OTHER_NAMES[form] for form in forms if form in OTHER_NAMES}) - {""}
