"""Synthetic Dutch documents for the engine benchmark: deterministic, straight from a seed.

Made of the words of the domain and of the part lists of the analysis, so that compounds,
inflections and a long tail of rare words occur, about 85 words a document. Nothing here is real.
"""

import random
import uuid
from collections.abc import Iterator
from typing import Final

from search.analysis.lists import read_words
from search.begrippen.thesaurus import shipped
from search.documents import Document
from search.query import FACETS

# name, latitude, longitude, weight
PLAATSEN: Final = (
    ("Groningen", 53.219, 6.567, 30),
    ("Haren", 53.173, 6.610, 12),
    ("Hoogezand", 53.161, 6.761, 6),
    ("Leek", 53.163, 6.377, 4),
    ("Zuidhorn", 53.247, 6.403, 4),
    ("Winschoten", 53.144, 7.035, 5),
    ("Assen", 52.993, 6.562, 6),
    ("Emmen", 52.786, 6.897, 4),
    ("Zwolle", 52.517, 6.083, 4),
    ("Utrecht", 52.090, 5.121, 4),
)
MODIFIERS: Final = (
    *("maaltijd", "schoonmaak", "mantelzorg", "vrijwilligers", "ouderen", "boodschappen"),
    *("lotgenoten", "formulieren", "jeugd", "buurt", "wijk", "dorps", "sport", "taal", "computer"),
    *("budget", "schuld", "rouw", "wandel", "tuin", "klussen", "rolstoel", "kinder", "gezins"),
    *("welzijns", "inloop", "dag", "nacht", "zorg", "familie", "opvoed", "huiswerk", "energie"),
)
HEADS: Final = (
    *("voorziening", "dienst", "ondersteuning", "groep", "vervoer", "bank", "brigade", "cursus"),
    *("begeleiding", "coach", "loket", "team", "punt", "huis", "bezoek", "advies", "hulp"),
    *("project", "centrum", "training", "spreekuur", "contact", "winkel", "kring", "opvang"),
)
LIST_LENGTHS: Final = {"soort": 4, "doelgroep": 12, "leefgebied": 12, "stap": 16, "gemeente": 40}
COMMON: Final = (
    *("hulp", "voor", "mensen", "met", "een", "de", "het", "en", "in", "bij", "van", "thuis"),
    *("samen", "gratis", "iedere", "week", "vrijwilligers", "ondersteuning", "gemeente", "u"),
    *("kunt", "terecht", "vragen", "over", "informatie", "advies", "activiteiten", "buurt"),
)


def compound(source: random.Random) -> str:
    return source.choice(MODIFIERS) + source.choice(HEADS)


def listings(count: int, seed: int = 7) -> Iterator[Document]:
    """Yield `count` documents; the same ones for the same seed, on every machine."""
    source = random.Random(seed)  # noqa: S311 - not for secrets
    tail = sorted(read_words("derived_parts.txt"))
    slugs = [begrip.slug for begrip in shipped().begrippen]
    weights = [plaats[3] for plaats in PLAATSEN]
    for number in range(count):
        naam_plaats, lat, lon, _ = source.choices(PLAATSEN, weights)[0]
        first, second = compound(source), compound(source)
        facets = {
            facet: tuple(
                f"{facet}-{value}"
                for value in source.sample(
                    range(LIST_LENGTHS.get(facet, 5)),
                    source.randint(1, 3) if facet in ("doelgroep", "leefgebied") else 1,
                )
            )
            for facet in FACETS
        }
        spread = 0.02 + 0.05 * source.random()
        yield Document(
            id=str(uuid.UUID(int=source.getrandbits(128), version=4)),
            texts={
                "naam": f"{first} {source.choice(tail)} {naam_plaats}".capitalize(),
                "trefwoorden": f"{first} {second} {source.choice(MODIFIERS)}",
                "aanbieder": f"Stichting {source.choice(tail)} {naam_plaats}",
                "tekst": _text(source, tail, first, second),
            },
            begrippen={
                "begrip_sterk": tuple(source.sample(slugs, source.randint(0, 4))),
                "begrip_zwak": tuple(source.sample(slugs, source.randint(0, 8))),
            },
            facets=facets,
            gebieden=_gebieden(source, naam_plaats),
            punten=((lat + source.gauss(0, spread), lon + source.gauss(0, spread * 1.6)),)
            if source.random() < 0.8
            else (),
            naam_sort=f"{first} {number}",
        )


def _text(source: random.Random, tail: list[str], first: str, second: str) -> str:
    words = [first, "en", second]
    for _ in range(source.randint(55, 85)):
        kind = source.random()
        if kind < 0.55:
            words.append(source.choice(COMMON))
        elif kind < 0.65:
            words.append(compound(source))
        else:
            # Rare words are rarer the further down the list.
            words.append(tail[int(len(tail) * source.random() ** 2)])
    return " ".join(words)


def _gebieden(source: random.Random, plaats: str) -> tuple[str, ...]:
    chosen = source.random()
    if chosen < 0.02:
        return ("landelijk",)
    if chosen < 0.12:
        return ("zonder-plek",)
    return (f"gemeente:{plaats.lower()}",) if chosen < 0.2 else ()
