"""One spelling for letters that Dutch writers use interchangeably, and the cutting into words."""

import re
import unicodedata
from typing import Final

# Letters and digits, one apostrophe allowed inside: "foto's", "24", "9751ab".
WORD: Final = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
# Two letters that are a word by themselves after a year or an amount ("2024 en").
_NO_POSTCODE: Final = re.compile("af|al|de|en|er|ik|in|is|je|km|kg|m2|nu|of|om|op|te|tm|we|zo")
# A postcode written with a space; 0xxx does not exist.
_POSTCODE: Final = re.compile(r"\b([1-9][0-9]{3}) ([a-z]{2})\b")
_APOSTROPHES: Final = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "′": "'"})


def fold(text: str) -> str:
    """Return `text` in lower case, without accents, with plain apostrophes and ij as two letters.

    Idempotent; takes any text, lone surrogates included.
    """
    if text.isascii():
        return text.lower().translate(_APOSTROPHES)
    # Compatibility forms may hide capitals ("ℌ") and lower case may bring marks back ("İ"), hence
    # twice; the apostrophes go first, since NFKD turns "´" into a space and a mark.
    text = text.translate(_APOSTROPHES)
    for _ in range(2):
        decomposed = unicodedata.normalize("NFKD", text)
        text = "".join(c for c in decomposed if not unicodedata.combining(c)).lower()
    return text.translate(_APOSTROPHES)


def words(text: str) -> list[str]:
    """Return the folded words of `text`, in order.

    A postcode is one word, with or without its space; four digits before a common word of two
    letters ("2024 en") stay two words.
    """
    folded = fold(text)
    if not folded.isalpha():
        folded = _POSTCODE.sub(_join_postcode, folded)
    return WORD.findall(folded)


def _join_postcode(match: re.Match[str]) -> str:
    digits, letters = match.groups()
    return match.group() if _NO_POSTCODE.fullmatch(letters) else digits + letters
