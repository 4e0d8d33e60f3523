"""Begrippen that were confirmed for entries: in a file of a gemeente, or beside those of the demo.

Each file of socialmap/data/begrippen belongs to one gemeente: {slug of the entry: [slugs of
begrippen]}. They come in as a field of the entry, so that what an editor changed later stays.
"""

import json
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

from socialmap.imports.keys import Keys
from socialmap.imports.records import VoorzieningRecord
from socialmap.imports.report import ImportReport
from socialmap.models import VoorzieningBegrip

VELD: Final = "begrippen"
FOLDER: Final = Path(__file__).resolve().parent.parent / "data" / "begrippen"


def confirmed_rows(slugs: Iterable[str]) -> list[dict[str, Any]]:
    """Return the rows of confirmed begrippen, in the order in which they are compared."""
    return [
        {"begrip": slug, "status": VoorzieningBegrip.Status.BEVESTIGD.value}
        for slug in sorted(set(slugs))
    ]


def add_begrippen(records: Sequence[VoorzieningRecord]) -> None:
    """Give entries of the demo their confirmed begrippen, unless their own file names some."""
    for record in records:
        slugs = _confirmed(record.gemeente).get(record.slug)
        if slugs:
            record.waarden.setdefault(VELD, confirmed_rows(slugs))


def drop_unknown(records: Sequence[VoorzieningRecord], keys: Keys, report: ImportReport) -> None:
    """Leave out begrippen that the database does not know, and say so.

    An entry of which it knows none keeps what it has: without begrippen in the database
    (`load_begrippen`) the next import gives them.
    """
    unknown: set[str] = set()
    for record in records:
        rows = record.waarden.get(VELD, [])
        known = [row for row in rows if keys.knows("begrip", row["begrip"])]
        unknown |= {row["begrip"] for row in rows if row not in known}
        if known:
            record.waarden[VELD] = known
        elif rows:
            del record.waarden[VELD]
    if unknown and keys.has_any("begrip"):
        slugs = ", ".join(sorted(unknown))
        report.opmerkingen.append(f"deze begrippen kennen wij niet: {slugs}")


@cache
def _confirmed(gemeente: str) -> dict[str, list[str]]:
    """Slug of an entry → slugs of its begrippen; {} for a gemeente without a file."""
    paths = {path.stem: path for path in FOLDER.glob("*.json")}
    if gemeente not in paths:
        return {}
    return dict(json.loads(paths[gemeente].read_text(encoding="utf-8")))
