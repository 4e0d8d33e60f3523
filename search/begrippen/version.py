"""What an index was tagged with: other begrippen or other rules make it stale."""

import hashlib
from pathlib import Path
from typing import Final

from search.begrippen.thesaurus import thesaurus
from search.lists.kept import Kept

# Raise it with every change of the rules that gives some entry another begrip.
RULES: Final = "6"
_FILLER: Final = Path(__file__).parent / "data" / "filler.txt"


def _digest() -> str:
    return hashlib.sha256(_FILLER.read_bytes() + thesaurus().digest().encode()).hexdigest()[:12]


_kept: Final = Kept(_digest, ("begrippen",))


def begrippen_version() -> str:
    """Return the version of the rules and of the begrippen in force, as it stands in a manifest."""
    return f"{RULES}-{_kept.get()}"
