"""The begrippen: what people say, what aanbieders write, what is broader.

They ship as files and are edited in the database; the files count while the database has none.
"""

import json
from itertools import chain
from pathlib import Path
from typing import Final

from search.begrippen.stored import stored_begrippen, was_loaded
from search.begrippen.values import Begrip, Thesaurus
from search.lists import versions

__all__ = [
    "Begrip",
    "Thesaurus",
    "begrippen_files",
    "read_hulpvragen",
    "read_shipped",
    "read_vertalingen",
    "shipped",
    "thesaurus",
]

MAP: Final = "begrippen"  # one file a leefgebied
VERTALINGEN: Final = "vertalingen.txt"
HULPVRAGEN: Final = "hulpvragen.txt"
_DATA: Final = Path(__file__).parent / "data"


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


def read_hulpvragen(text: str) -> dict[str, str]:
    """Read lines of the form "slug | question | doelgroepen": slug → its first question."""
    found: dict[str, str] = {}
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            slug, vraag, *_ = (part.strip() for part in line.split("|"))
            found.setdefault(slug, vraag)
    return found


def begrippen_files() -> list[Path]:
    """The files with the begrippen, one a leefgebied, in a fixed order."""
    return sorted((_DATA / MAP).glob("*.jsonl"))


def read_shipped(name: str) -> str:
    """Return the text of a file in `data/`."""
    return (_DATA / name).read_text(encoding="utf-8")


def shipped() -> Thesaurus:
    """The begrippen of the files that ship with the code."""
    rows = (
        json.loads(line)
        for file in begrippen_files()
        for line in file.read_text("utf-8").splitlines()
    )
    translated = read_vertalingen(read_shipped(VERTALINGEN))
    questions = read_hulpvragen(read_shipped(HULPVRAGEN))
    return Thesaurus(
        Begrip.from_json(
            {"hulpvraag": questions.get(row["slug"], "")} | row,
            chain.from_iterable(translated.get(row["slug"], {}).values()),
        )
        for row in rows
    )


def thesaurus() -> Thesaurus:
    """The begrippen in force, read anew: who needs them often keeps what it makes of them."""
    if not versions.current().begrippen:
        return shipped()
    stored = stored_begrippen()
    if was_loaded():
        return Thesaurus(stored)
    # Editors made some before what ships was loaded.
    own = {begrip.slug for begrip in stored}
    return Thesaurus([*(b for b in shipped().begrippen if b.slug not in own), *stored])
