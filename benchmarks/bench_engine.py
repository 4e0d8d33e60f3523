"""The embedded engine against bare tantivy: same documents, same clauses, same hits, one run.

    python -m benchmarks.bench_engine [--documents 10000] [--seed 7] [--queries 60]

"Bare" is tantivy by hand: the query objects are made from ready tokens, facets come from its own
aggregations, the circle from its box and haversine on its columns, the distance sort from numpy.
It has none of ours around it: no analysis, planning, typing errors, checks of files or answer
objects. Both answers are compared before anything is timed.
"""

import argparse
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
import tantivy

from benchmarks.bare import BareIndex
from benchmarks.listings import HEADS, MODIFIERS, PLAATSEN, listings
from search.documents import Document
from search.engines.embedded import EmbeddedEngine
from search.engines.tokens import document_tokens
from search.query import Near, SearchQuery, Sort

FACETS: Final = ("soort", "toegangstoets", "eigen_bijdrage", "doelgroep", "leefgebied")
OFTEN: Final = 50_000  # up to here a build takes seconds, and the best of three counts
WORDS: Final = (*MODIFIERS, *HEADS, "maaltijdvoorziening", "ouderenvervoer", "schuldhulp")


class Timing(NamedTuple):
    p50: float  # ms
    p95: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--queries", type=int, default=60)
    options = parser.parse_args()
    documents = list(listings(options.documents, options.seed))
    size = f"{options.documents:,} documents"
    print(f"engine: embedded ({tantivy.__version__}); {size}; seed {options.seed}")
    with tempfile.TemporaryDirectory() as folder:
        engine = EmbeddedEngine(Path(folder) / "ours")
        bare = BareIndex(Path(folder) / "bare")
        time_building(engine, bare, documents)
        del documents
        show_memory(Path(folder) / "ours")
        print(
            f"\n{'query: text + 5 facets + radius':34}{'bare p50':>9}{'p95':>7}"
            f"{'ours p50':>10}{'p95':>7}{'ratio':>7}{'hits':>8}"
        )
        for sort in (Sort.AFSTAND, Sort.RELEVANTIE):
            for words in (1, 3, 6):
                time_queries(engine, bare, make_queries(words, options.queries, sort))


def make_queries(words: int, count: int, sort: Sort) -> list[SearchQuery]:
    source = random.Random(words)  # noqa: S311 - not for secrets
    queries = []
    for number in range(count):
        plaats = source.choice(PLAATSEN)
        filters = {}
        if number % 2:
            filters["toegangstoets"] = frozenset({f"toegangstoets-{source.randrange(2)}"})
        if number % 4 == 3:
            filters["doelgroep"] = frozenset(
                {f"doelgroep-{v}" for v in source.sample(range(12), 2)}
            )
        queries.append(
            SearchQuery(
                text=" ".join(source.sample(WORDS, words)),
                near=Near(
                    lat=plaats[1] + source.gauss(0, 0.01),
                    lon=plaats[2] + source.gauss(0, 0.01),
                    km=source.choice((3.0, 10.0, 25.0)),
                    gebieden=frozenset({"landelijk", f"gemeente:{plaats[0].lower()}"}),
                ),
                filters=filters,
                sort=sort,
                facets=FACETS,
            )
        )
    return queries


def time_queries(engine: EmbeddedEngine, bare: BareIndex, queries: list[SearchQuery]) -> None:
    hits = 0
    prepared = [bare.prepare(engine, query) for query in queries]
    for query, plan in zip(queries, prepared, strict=True):
        ours, theirs = engine.search(query), bare.search(plan)
        counts = {
            facet: {value.slug: value.count for value in values if value.count}
            for facet, values in ours.facets.items()
        }
        assert (ours.total, counts) == (theirs.total, theirs.counts), "the answers differ"
        hits += ours.total
    jobs: list[tuple[Callable[[], object], Callable[[], object]]] = [
        (lambda plan=plan: bare.search(plan), lambda query=query: engine.search(query))
        for query, plan in zip(queries, prepared, strict=True)
    ]
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(5):
        for pair in jobs:
            # One after the other, so that a busy machine slows both.
            for job, taken in zip(pair, times, strict=True):
                started = time.perf_counter()
                job()
                taken.append((time.perf_counter() - started) * 1000)
    theirs_, ours_ = map(summary, times)
    words = len(queries[0].text.split())
    label = f"{words} word{'s' if words > 1 else ''}, sort {queries[0].order}"
    print(
        f"{label:34}{theirs_.p50:9.2f}{theirs_.p95:7.2f}{ours_.p50:10.2f}{ours_.p95:7.2f}"
        f"{ours_.p50 / theirs_.p50:7.2f}{hits / len(queries):8.0f}"
    )


def time_building(engine: EmbeddedEngine, bare: BareIndex, documents: list[Document]) -> None:
    document_tokens(documents[0])  # read the word lists outside the measurement
    bare_seconds, our_seconds = [], []
    for _ in range(3 if len(documents) <= OFTEN else 1):
        forget_words()
        started = time.perf_counter()
        bare.build((document, document_tokens(document)) for document in documents)
        bare_seconds.append(time.perf_counter() - started)
        forget_words()
        started = time.perf_counter()
        engine.rebuild(documents)
        our_seconds.append(time.perf_counter() - started)
    theirs, ours = min(bare_seconds), min(our_seconds)
    print(f"analysis + indexing: bare {theirs:.2f} s, ours {ours:.2f} s, ratio {ours / theirs:.2f}")


def show_memory(folder: Path) -> None:
    """Measure in a process of its own, which built nothing."""
    command = [sys.executable, "-m", "benchmarks.memory", str(folder)]
    subprocess.run(command, check=True)  # noqa: S603 - our own module


def forget_words() -> None:
    """Empty the caches of the analysis, so that each build pays for its own words."""
    from search.analysis import token
    from search.analysis.compounds import split
    from search.analysis.stemmer import stem

    for cached in (token, split, stem):
        cached.cache_clear()


def summary(milliseconds: list[float]) -> Timing:
    return Timing(statistics.median(milliseconds), float(np.percentile(milliseconds, 95)))


if __name__ == "__main__":
    main()
