"""Invented documents and questions from a seed, in any number, for comparing engines."""

import random
import uuid
from pathlib import Path
from typing import Final

from search.documents import BEGRIP_FIELDS, Document
from search.query import FACETS, Near, Scope, SearchQuery, Sort
from tests.search.engines.documents import BEGRIPPEN, GEBIEDEN, GEMEENTEN, TYPED, WORDS

# Besides those: everyday words, so that fields are of many lengths and words of many frequencies.
MORE: Final = tuple((Path(__file__).parent / "words.txt").read_text(encoding="utf-8").split())
_ALL: Final = (*WORDS, *MORE)
_SLUGS: Final = ("a", "b", "c", "onbekend")
_FACETS: Final = ("stap", "soort", "doelgroep", "leefgebied", "taal", "vorm")
# A letter wrong, two swapped, one too many.
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"


def documents(rng: random.Random, count: int) -> list[Document]:
    return [document(rng, number) for number in range(count)]


def document(rng: random.Random, number: int) -> Document:
    """Return document `number`; two in five of its text fields are empty."""
    van = rng.choice((0, 0, 0, rng.randrange(80)))
    return Document(
        id=str(uuid.uuid5(uuid.NAMESPACE_URL, f"{number}")),
        texts={
            "naam": _text(rng, 4),
            "trefwoorden": _text(rng, 5) if rng.random() < 0.6 else "",
            "aanbieder": _text(rng, 3) if rng.random() < 0.6 else "",
            "tekst": _text(rng, 60) if rng.random() < 0.6 else "",
        },
        begrippen={
            name: tuple(rng.sample(BEGRIPPEN, rng.choice((0, 0, 1, 2)))) for name in BEGRIP_FIELDS
        },
        facets={
            "gemeente": tuple(sorted(rng.sample(GEMEENTEN, rng.choice((0, 1, 1, 2))))),
            **{
                facet: tuple(sorted(rng.sample(_SLUGS, rng.choice((1, 1, 2)))))
                for facet in _FACETS
                if rng.random() < 0.7
            },
        },
        gebieden=tuple(rng.sample(GEBIEDEN, rng.choice((0, 0, 1, 2)))),
        punten=tuple(_punt(rng) for _ in range(rng.choice((0, 1, 1, 1, 2, 3)))),
        leeftijd_van=van,
        leeftijd_tot=rng.choice((150, 150, rng.randint(van, 150))),
        boost=rng.choice((1.0, 1.0, 1.02, 1.5)),
    )


def query(rng: random.Random) -> SearchQuery:
    near = _near(rng) if rng.random() < 0.4 else None
    sorts = [None, None, Sort.RELEVANTIE, Sort.NAAM] + ([Sort.AFSTAND] if near else [])
    chosen = rng.sample(("gemeente", *_FACETS), rng.choice((0, 0, 1, 2, 3)))
    return SearchQuery(
        scope=Scope(gemeente=rng.choice((None, *GEMEENTEN))),
        text=" ".join(_typed(rng) for _ in range(rng.choice((0, 1, 1, 2, 3, 6)))),
        near=near,
        filters={
            facet: frozenset(rng.sample((*_SLUGS, "haren", "*"), rng.choice((1, 1, 2))))
            for facet in chosen
        },
        leeftijd=rng.choice((None, None, rng.randrange(100))),
        bbox=_box(rng) if rng.random() < 0.15 else None,
        sort=rng.choice(sorts),
        page=rng.choice((1, 1, 1, 2, 3, 40)),
        size=rng.choice((0, 1, 10, 20, 20, 100)),
        facets=rng.choice((FACETS, FACETS, ("stap", "gemeente"), ())),
        include_unknown=frozenset(rng.sample(_FACETS, rng.choice((0, 0, 1)))),
    )


def _text(rng: random.Random, longest: int) -> str:
    # Squared: the first words are frequent, the last are rare.
    return " ".join(
        _ALL[int(len(_ALL) * rng.random() ** 2)] for _ in range(rng.randint(1, longest))
    )


def _typed(rng: random.Random) -> str:
    word = rng.choice((*_ALL, *TYPED))
    if rng.random() < 0.25 and len(word) > 3:
        at = rng.randrange(len(word) - 1)
        spoiled = (
            word[:at] + rng.choice(_LETTERS) + word[at + 1 :],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            word[:at] + rng.choice(_LETTERS) + word[at:],
            word[: at + 2],
        )
        return rng.choice(spoiled)
    return word


def _punt(rng: random.Random) -> tuple[float, float]:
    if rng.random() < 0.5:
        return 53.0 + rng.random() * 0.4, 6.4 + rng.random() * 0.4
    # A coarse grid, so that equal distances and points on the edge of a box occur.
    return 53.0 + rng.randrange(9) / 20, 6.4 + rng.randrange(9) / 20


def _near(rng: random.Random) -> Near:
    lat, lon = _punt(rng)
    return Near(
        lat=lat,
        lon=lon,
        km=rng.choice((None, 0.0, 3.0, 5.5597, 10.0, 25.0)),
        gebieden=frozenset(rng.sample(GEBIEDEN, rng.choice((0, 1, 2)))),
    )


def _box(rng: random.Random) -> tuple[float, float, float, float]:
    (south, west), (north, east) = _punt(rng), _punt(rng)
    return min(west, east), min(south, north), max(west, east), max(south, north)
