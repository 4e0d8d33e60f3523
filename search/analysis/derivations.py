"""Words of one family: mantelzorger ~ mantelzorg, opvoeden ~ opvoeding, eenzaam ~ eenzaamheid.

The stemmer keeps them apart, since a family often drifts (raad, raden). A search may still look for
the relatives of a typed word, for less weight. Regular endings, and the few verbs of this domain
whose noun changes its vowel; anything else is a synonym.
"""

from functools import lru_cache
from typing import Final

from search.analysis.stemmer import VOWELS, stem

MIN_ROOT: Final = 4
# Endings that make a noun or an adjective of a root, then those of the verb (bezorgt, bezorgd).
_NOUN_ENDINGS: Final = ("ing", "er", "ster", "heid", "lijk", "elijk")
_VERB_ENDINGS: Final = ("t", "d")
_OTHER_VOWEL: Final = {
    **{"help": "hulp", "hulp": "help"},  # wie helpt mij?
    **{"spreek": "gesprek", "gesprek": "spreek"},
    **{"rijd": "rit", "rit": "rijd"},
    **{"geef": "gift", "gift": "geef"},
}


@lru_cache(maxsize=50_000)
def relatives(word: str) -> tuple[str, ...]:
    """Return stems that are regularly made from the same root as the stem `word`.

    They are only possible words (opvoedheid): look them up before use.
    """
    if not word.isalpha() or len(word) < MIN_ROOT:
        return (_OTHER_VOWEL[word],) if word in _OTHER_VOWEL else ()
    found: dict[str, None] = {}
    for root in _roots(word):
        found[root] = None
        if root in _OTHER_VOWEL:
            found[_OTHER_VOWEL[root]] = None
        for ending in _NOUN_ENDINGS + _VERB_ENDINGS:
            before = _opened(root) if ending[0] in VOWELS else root
            if not before.endswith(ending[0]):
                found[stem(before + ending)] = None
    if word.endswith("er"):
        found[word + "ing"] = None  # inburger(en) → inburgering
    found.pop(word, None)
    return tuple(found)


def _roots(word: str) -> list[str]:
    roots = []
    for ending in _NOUN_ENDINGS:
        root = word.removesuffix(ending)
        if root != word:
            roots.append(stem(root + "en") if ending[0] in VOWELS else root)
    if not roots:
        roots.append(word)
        if word[-1] in "dt" and word[-2] not in VOWELS:
            roots.append(word[:-1])
            if word.startswith("ge"):
                roots.append(word[2:-1])
    return [root for root in roots if len(root) >= MIN_ROOT]


def _opened(root: str) -> str:
    """Spell a root as before a vowel: beweeg → beweg, verhuis → verhuiz, aanpas → aanpass."""
    if len(root) < 3 or root[-1] in VOWELS:
        return root
    before, vowel, last = root[-3], root[-2], root[-1]
    if vowel == before and vowel in "aeou":
        root = root[:-2] + last
    elif vowel in VOWELS and before not in VOWELS and last not in "wx":
        mute = (vowel == "e" and last in "rln") or root.endswith("ig")
        return root if mute else root + last
    elif vowel not in VOWELS or before not in VOWELS:
        return root
    return root[:-1] + {"s": "z", "f": "v"}.get(last, last)
