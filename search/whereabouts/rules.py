"""Whether a stretch of words that is spelled like a place is one here.

Plenty of places are spelled like ordinary words (Leek, Haren, Huizen, De Wijk). What decides is
what a reader would go by: a preposition in front, a capital, an article, and whether the place lies
where this sociale kaart is about.
"""

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

from search.whereabouts.sentence import Stretch

LARGE: Final = 10_000  # inhabitants; smaller places elsewhere need a preposition
# In front of a common noun, never of a place.
_DETERMINERS: Final = frozenset(
    {"de", "het", "een", "mijn", "m'n", "mn", "je", "jouw", "uw", "zijn", "haar", "ons", "onze"}
    | {"hun", "geen", "die", "deze", "dit", "dat", "veel", "meer", "elke", "ieder", "iedere"}
)
_ARTICLES: Final = frozenset({"de", "het", "den", "t", "een"})
# Where somebody goes to or comes from is no place to look.
_DIRECTIONS: Final = frozenset({"naar", "van", "tot", "richting", "vanaf", "via"})
# "bij dieren" and "uit balans" are as common as "bij Dieren".
_UNSURE: Final = frozenset({"bij", "uit"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the tables say of a name."""

    is_own: bool  # lies in, or is, the gemeente of the page
    is_shown: bool  # lies in, or is, a gemeente of this sociale kaart
    inwoners: int  # of the largest place with this name


def is_place(stretch: Stretch, known: Known) -> bool:
    """Tell whether the words mean the place."""
    if not _is_noun_of_its_own(stretch):
        return False
    if not _is_ordinary(stretch.name):
        by_itself = known.is_shown or known.is_own
        large = known.inwoners >= LARGE and (stretch.is_last or stretch.is_first)
        return stretch.has_preposition or by_itself or large
    if stretch.is_capitalised:
        return stretch.has_preposition or known.is_shown or known.is_own
    if stretch.name.split()[0] in _ARTICLES:
        return False
    if stretch.has_preposition:
        return stretch.before not in _UNSURE and (known.is_shown or known.is_own)
    return known.is_own and stretch.is_last


def may_be_place(stretch: Stretch, known: Known) -> bool:
    """Tell whether a page that takes the words as words may offer the place."""
    at_edge = stretch.is_last or stretch.is_first or stretch.has_preposition
    return at_edge and (known.is_shown or known.is_own) and _is_noun_of_its_own(stretch)


def _is_noun_of_its_own(stretch: Stretch) -> bool:
    if stretch.before in _DIRECTIONS and not stretch.has_preposition:
        return False
    return stretch.before not in _DETERMINERS


def _is_ordinary(name: str) -> bool:
    """Tell whether a name is an ordinary word, with or without an article: "leek", "de wijk"."""
    words = name.split()
    if len(words) > 1 and words[0] in _ARTICLES:
        return True
    return name in _ordinary_words()


@cache
def _ordinary_words() -> frozenset[str]:
    path = resources.files("search.whereabouts") / "data" / "woorden.txt"
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
