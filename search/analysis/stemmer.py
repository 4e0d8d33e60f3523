"""A light Dutch stemmer: plurals, diminutives and the adjective ending -e, nothing else.

Word formation (-ing, -lijk, ge-) is left alone on purpose: both Snowball stemmers for Dutch merge
everyday words of this domain (begeleiding = beleid, gezin = zin, ouders = ouderen). On 132 labelled
pairs this one merges 131 and on 38 look-alikes none; the pairs are in the tests.
"""

import re
from functools import lru_cache
from typing import Final

VOWELS: Final = "aeiouy"
_VOWEL_GROUP: Final = re.compile("[aeiouy]+")

# Stem change (kind, stad, dag), foreign plural, or a word that only looks inflected.
IRREGULAR: Final = {
    **{
        "kinderen": "kind",
        "eieren": "ei",
        "liederen": "lied",
        "leden": "lid",
        "steden": "stad",
        "schepen": "schip",
        "dagen": "dag",
        "wegen": "weg",
        "daken": "dak",
        "gaten": "gat",
        "glazen": "glas",
        "spelen": "spel",
        "bedragen": "bedrag",
        "verslagen": "verslag",
        "oorlogen": "oorlog",
        "gebeden": "gebed",
        "vaten": "vat",
        "verdragen": "verdrag",
        "jongeren": "jongere",
        "ouderen": "oudere",
        "musea": "museum",
        "centra": "centrum",
        "uitjes": "uitje",
        "meisjes": "meisje",
        "maatjes": "maatje",
        "dove": "doof",
        "doven": "doof",
        "vrije": "vrij",
        "blije": "blij",
        "nieuwe": "nieuw",
        "senioren": "senior",
        "juniors": "junior",
        "junioren": "junior",
        "ziekte": "ziekt",
        "wensen": "wens",
        "lessen": "les",
        "mensen": "mens",
        "leren": "leer",
        "uren": "uur",
        "oren": "oor",
        "ideeen": "idee",
    },
    **{
        word: word
        for word in (
            *("oudere", "jongere", "uitje", "meisje", "beetje", "maatje", "museum", "wens"),
            *("samen", "buiten", "binnen", "tegen", "boven", "eigen", "eten", "basis"),
            *("groningen", "haren", "assen", "emmen", "zee", "twee", "mee", "idee"),
        )
    },
}
# Ends in s without being a plural.
_NO_PLURAL: Final = frozenset(
    {"elders", "anders", "ergens", "nergens", "volgens", "tevens", "mens", "trouwens", "wiens"}
)
_NO_SHORT_PLURAL: Final = frozenset({"soms", "thans", "gids", "fietsams"})
_PLURAL_S: Final = ("ers", "els", "ens", "ems", "ies", "aars", "eurs", "oors", "iers")
_PLURAL_S_SHORT: Final = (
    *("ams", "als", "ors", "ums", "ids", "ngs", "nts"),
    *("cks", "bs", "nds", "ops", "ugs", "ars"),
)


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """Return the stem of one folded word; digits and very short words come back as they are."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word.endswith("'s"):
        return _without_apostrophe_s(word)
    if len(word) < 4 or not word.isalpha():
        return word
    if word.endswith("heden"):
        return word[:-5] + "heid"
    if len(word) > 5 and word.endswith(("je", "jes")):
        return _without_diminutive(word)
    if word.endswith("s") and not word.endswith("ss"):
        if word.endswith(("ches", "shes", "xes")):
            return word[:-2]
        singular = _without_plural_s(word)
        if singular == word:
            return word
        word = singular
    if word.endswith("en") and len(word) >= 5:
        return _without_en(word)
    if word.endswith("e") and len(word) >= 4 and word[-2] not in VOWELS:
        return _without_e(word)
    return word


def _without_apostrophe_s(word: str) -> str:
    """foto's → foto, cafe's → caf (as café and cafés end up)."""
    word = word[:-2]
    return word[:-1] if len(word) > 3 and word[-1] == "e" and word[-2] not in VOWELS else word


def _without_diminutive(word: str) -> str:
    """bonnetje → bon, tuintje → tuin, straatje → straat, boompje → boom, klusje → klus."""
    base = word[:-3] if word.endswith("jes") else word[:-2]
    if base.endswith("et") and len(base) > 5 and base[-3] == base[-4]:
        return base[:-3]
    if base.endswith("t") and len(base) > 4 and base[-2] in "lnrwj":
        return base[:-1]
    if base.endswith("mp"):
        return base[:-1]
    return base


def _without_plural_s(word: str) -> str:
    """vrijwilligers → vrijwilliger, cafes → cafe; the word itself when the s belongs to it."""
    if len(word) >= 5 and word.endswith(_PLURAL_S) and word not in _NO_PLURAL:
        return word[:-1]
    if word.endswith("es") and word[-3] not in VOWELS:
        return word[:-1]
    if len(word) >= 5 and word.endswith(_PLURAL_S_SHORT) and word not in _NO_SHORT_PLURAL:
        return word[:-1]
    return word


def _without_en(word: str) -> str:
    """huizen → huis, scholen → school, klussen → klus, verenigingen → vereniging."""
    base = word[:-2]
    if word.endswith("een") and not word.endswith("eeen"):
        return word  # algemeen, iedereen
    if base.endswith(("ing", "e")):
        return base
    if base.endswith("i") or not _VOWEL_GROUP.search(base):
        return word
    if base.endswith(("end", "eld", "erd", "tor")):
        return base  # bestaanden, indicatoren
    return _closed(base)


def _without_e(word: str) -> str:
    """sociale → sociaal, grote → groot, financiele → financieel; short words just lose the e."""
    base = word[:-1]
    if len(word) == 4:
        return base
    if base.endswith("el") and len(base) >= 5 and base[-3] not in "kgw":
        return base[:-1] + "el"  # financiele, individuele, culturele
    if base.endswith(("el", "er", "en")) and len(base) > 4 and not base.endswith("men"):
        return base
    return base if base.endswith("end") else _closed(base)


def _closed(base: str) -> str:
    """Undo the spelling of an open syllable: klass → klas, huiz → huis, schol → school."""
    if len(base) < 3:
        return base
    if base[-1] == base[-2] and base[-1] not in VOWELS:
        return base[:-1]
    if base[-1] in "vz":
        base = base[:-1] + ("f" if base[-1] == "v" else "s")
    before, vowel, last = base[-3], base[-2], base[-1]
    open_syllable = (
        last not in VOWELS
        and last not in "wxj"
        and vowel in "aeou"
        and (before not in VOWELS or (before == "i" and vowel == "a"))
    )
    if not open_syllable or (vowel == "e" and _unstressed(base, last)):
        return base
    return base[:-1] + vowel + last


def _unstressed(base: str, last: str) -> bool:
    """Tell whether the last e is mute, as in middel(en), vergader(en), teken(en)."""
    return last in "rln" and len(_VOWEL_GROUP.findall(base)) > 1
