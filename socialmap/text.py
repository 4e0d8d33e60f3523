"""Folding of names, so that "Ee", "'s-Gravenzande" and "CAFÉ" are found however they are typed."""

import re
import unicodedata

_NOT_A_LETTER = re.compile(r"[^a-z0-9]+")


def fold_name(name: str) -> str:
    """Lower case, without marks, with single spaces: "’s-Gravenmoer" → "s gravenmoer"."""
    flat = unicodedata.normalize("NFKD", name.replace("ĳ", "ij").replace("Ĳ", "ij"))
    letters = "".join(char for char in flat if not unicodedata.combining(char)).lower()
    return _NOT_A_LETTER.sub(" ", letters).strip()
