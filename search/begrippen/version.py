"""What an index was tagged with: another file or other rules make it stale.

The translations are not among them: entries are tagged by Dutch words.
"""

import hashlib
from functools import cache
from importlib import resources
from typing import Final

# Raise it with every change of the rules that gives some entry another begrip.
RULES: Final = "3"
_FILES: Final = ("begrippen.jsonl", "filler.txt")


@cache
def begrippen_version() -> str:
    """Return the version of the rules and of the data files, as it stands in a manifest."""
    digest = hashlib.sha256()
    for name in _FILES:
        digest.update(resources.files("search.begrippen").joinpath("data", name).read_bytes())
    return f"{RULES}-{digest.hexdigest()[:12]}"
