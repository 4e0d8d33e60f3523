"""What typing a question costs: the suggestions after each letter, at any number of entries.

    python -m benchmarks.bench_suggest [--documents 200000] [--index FOLDER]

The entries are those of the engine benchmark with four begrippen each. Typed are names and
aanbieders among them, ways to say begrippen, whole questions and places, two letters and more, on
all entries and within one gemeente. Measured is everything but the page: completion, begrippen,
counts, and the database that says what is public now. `--index` keeps the index for the next run.
"""

import argparse
import random
import tempfile
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Final

import django

django.setup()

from benchmarks.listings import PLAATSEN, listings  # noqa: E402
from benchmarks.timing import HEADER, measure, row  # noqa: E402
from search.begrippen.terms import begrip_terms  # noqa: E402
from search.documents import Document  # noqa: E402
from search.engines.embedded import EmbeddedEngine  # noqa: E402
from search.query import EVERYWHERE, Scope  # noqa: E402
from search.suggestions import SHORTEST, suggest_with  # noqa: E402

EACH: Final = 15  # texts of each kind
QUESTIONS: Final = (
    *("mijn man vergeet alles", "hulp met brief van de belasting", "schuldhulpverlening"),
    *("taxi voor oma", "ik kan niet meer", "wie kan mij helpen met de tuin", "eenzaam"),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--documents", type=int, default=200_000)
    parser.add_argument("--index", type=Path)
    options = parser.parse_args()
    place = nullcontext(options.index) if options.index else tempfile.TemporaryDirectory()
    with place as folder:
        engine = EmbeddedEngine(Path(folder))
        if not engine.health().ok:
            engine.rebuild(documents(options.documents))
        print(
            f"\nSuggestions: {engine.health().documents:,} entries, embedded, 1 process\n{HEADER}"
        )
        for title, scope in (
            ("all entries", EVERYWHERE),
            ("one gemeente", Scope(gemeente=GEMEENTE)),
        ):
            for kind, texts in typed().items():
                letters = [text[:end] for text in texts for end in range(SHORTEST, len(text) + 1)]
                times = measure(lambda text, s=scope: suggest_with(engine, text, s), letters)
                print(row(f"{title}, {kind}", times))


GEMEENTE: Final = "gemeente-3"


def documents(count: int) -> Iterator[Document]:
    """The documents of the engine benchmark, about four begrippen each."""
    source = random.Random(3)  # noqa: S311 - not for secrets
    slugs = sorted(begrip_terms())
    for document in listings(count):
        about = tuple(slugs[int(len(slugs) * source.random() ** 2)] for _ in range(4))
        aanbieder = document.texts["aanbieder"]
        yield replace(
            document,
            begrippen={"begrip_sterk": about[:2], "begrip_zwak": about[2:]},
            facets={**document.facets, "begrip": tuple(dict.fromkeys(about))},
            aanbieders=((aanbieder.lower().replace(" ", "-"), aanbieder),),
        )


def typed() -> dict[str, list[str]]:
    """What somebody types, by kind."""
    some = list(listings(EACH, seed=11))
    return {
        "names": [document.texts["naam"] for document in some],
        "aanbieders": [document.texts["aanbieder"] for document in some],
        "begrippen": sorted(begrip_terms().values())[:: len(begrip_terms()) // EACH],
        "questions": list(QUESTIONS),
        "places": [naam for naam, *_ in PLAATSEN],
    }


if __name__ == "__main__":
    main()
