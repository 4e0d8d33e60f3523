"""Which begrippen a voorziening is about, suggested from its text.

`texts.py` weighs the words of the entry, `ways.py` finds whole ways to say a begrip, `likeness.py`
compares word by word, and `tagger.py` weighs all of it.
"""

from search.begrippen.tagging.tagger import STRONG, WEAK, Tagged, Tagger, tagger

__all__ = ["STRONG", "WEAK", "Tagged", "Tagger", "tagger"]
