"""Opening hours as people write them: "ma-vr 09:00-17:00", "di do 13:30-16:00 alleen inloop"."""

import re
from typing import Any

from socialmap.imports.reader import Reader

# Weekdag's own labels are translated; a file is always in Dutch.
DAGEN = {"ma": 0, "di": 1, "wo": 2, "do": 3, "vr": 4, "za": 5, "zo": 6}
_LINE = re.compile(
    r"(?P<dagen>[a-z]{2}(?:[ -][a-z]{2})*) "
    r"(?P<van>\d\d:\d\d)-(?P<tot>\d\d:\d\d)(?: (?P<uitleg>.+))?"
)


def read_openingstijden(part: Reader) -> list[dict[str, Any]]:
    """Read the lines of the field `openingstijden`, one row a day."""
    rows: list[dict[str, Any]] = []
    for line in part.words("openingstijden"):
        found = _LINE.fullmatch(line)
        dagen = _days(found["dagen"]) if found else []
        if found is None or not dagen:
            part.note("openingstijden", f"{line!r} begrijpen wij niet. Zo: ma-vr 09:00-17:00.")
            continue
        rows += [
            {
                "weekdag": dag,
                "van": found["van"],
                "tot": found["tot"],
                "toelichting": found["uitleg"] or "",
            }
            for dag in dagen
        ]
    return rows


def _days(text: str) -> list[int]:
    """ "ma wo" → [0, 2]; "ma-do" → [0, 1, 2, 3]; an unknown day → []."""
    days: list[int] = []
    for group in text.split(" "):
        first, _, last = group.partition("-")
        if first not in DAGEN or (last and last not in DAGEN):
            return []
        days += range(DAGEN[first], DAGEN[last or first] + 1)
    return days
