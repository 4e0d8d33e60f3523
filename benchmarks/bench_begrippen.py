"""How often what people type reaches the begrip that they mean.

    python -m benchmarks.bench_begrippen [--zinnen FILE]

The sentences were written by somebody who knew a begrip's term but none of the ways to say it.
"Near" also counts the broader or a narrower begrip of the one that was meant.
"""

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import Final, NamedTuple

import django

django.setup()

from search.begrippen.matching import matcher  # noqa: E402

ZINNEN: Final = Path(__file__).parents[1] / "tests" / "search" / "data" / "nieuwe_zinnen.tsv"
SHOWN: Final = 3
LENGTHS: Final = {"1-2 words": range(1, 3), "3-5 words": range(3, 6), "longer": range(6, 100)}


class Zin(NamedTuple):
    slug: str  # of the begrip that is meant
    text: str


class Shares(NamedTuple):
    """Of the sentences, 0 to 1."""

    first: float
    first_three: float
    near: float  # itself, its broader or a narrower begrip in the first three
    nothing: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--zinnen", type=Path, default=ZINNEN)
    zinnen = read(parser.parse_args().zinnen)
    print(f"{'sentences':12}{'number':>8}{'first':>8}{'first 3':>9}{'near':>7}{'nothing':>9}")
    show("all", zinnen)
    for title, length in LENGTHS.items():
        show(title, [zin for zin in zinnen if len(zin.text.split()) in length])


def read(path: Path) -> list[Zin]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [Zin(*line.split("\t")) for line in lines if not line.startswith("#")]


def shares(zinnen: Iterable[Zin]) -> Shares:
    outcomes = [_outcome(zin) for zin in zinnen]
    return Shares(*(sum(column) / len(outcomes) for column in zip(*outcomes, strict=True)))


def show(title: str, zinnen: list[Zin]) -> None:
    if zinnen:
        first, three, near, nothing = shares(zinnen)
        print(f"{title:12}{len(zinnen):8}{first:8.1%}{three:9.1%}{near:7.1%}{nothing:9.1%}")


def _outcome(zin: Zin) -> tuple[bool, bool, bool, bool]:
    broader = matcher().broader
    found = [meant.slug for meant in matcher().begrippen(zin.text)[:SHOWN]]
    near = any(zin.slug in (slug, broader(slug)) or slug == broader(zin.slug) for slug in found)
    return found[:1] == [zin.slug], zin.slug in found, near, not found


if __name__ == "__main__":
    main()
