"""What an index was tagged with: another file or other rules make it stale.

The translations are not among them: entries are tagged by Dutch words.
"""

import hashlib
from functools import cache
from pathlib import Path
from typing import Final

from search.begrippen.thesaurus import begrippen_files

# Raise it with every change of the rules that gives some entry another begrip.
RULES: Final = "3"
_FILLER: Final = Path(__file__).parent / "data" / "filler.txt"


@cache
def begrippen_version() -> str:
    """Return the version of the rules and of the data files, as it stands in a manifest."""
    digest = hashlib.sha256()
    for file in (*begrippen_files(), _FILLER):
        digest.update(file.read_bytes())
    return f"{RULES}-{digest.hexdigest()[:12]}"
