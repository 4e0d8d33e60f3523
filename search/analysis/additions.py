"""What editors add to the word lists of the analysis; part of its version."""

import hashlib
from typing import Final, NamedTuple


class Additions(NamedTuple):
    """Folded words."""

    parts: frozenset[str] = frozenset()  # parts of compounds
    protected: frozenset[str] = frozenset()  # never split
    content: frozenset[str] = frozenset()  # stop words that count after all

    def version(self) -> str:
        """Return what tells these additions from others; "" for none."""
        if not any(self):
            return ""
        content = repr([sorted(words) for words in self])
        return "+" + hashlib.sha256(content.encode()).hexdigest()[:10]


NOTHING: Final = Additions()
_in_use = NOTHING


def additions() -> Additions:
    """Return what this process uses."""
    return _in_use


def replace(new: Additions) -> None:
    """For `analysis.use_additions` only, which also forgets what was worked out without them."""
    global _in_use
    _in_use = new
