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

import django

django.setup()

import numpy as np  # noqa: E402
import tantivy  # noqa: E402
from django.conf import settings  # noqa: E402

from benchmarks.bare import BareIndex  # noqa: E402
from benchmarks.listings import HEADS, MODIFIERS, PLAATSEN, listings  # noqa: E402
from search.documents import Document  # noqa: E402
from search.engines.base import SearchEngine  # noqa: E402
from search.engines.elastic import ElasticsearchEngine  # noqa: E402
from search.engines.embedded import EmbeddedEngine  # noqa: E402
from search.engines.tokens import document_tokens  # noqa: E402
from search.query import Near, SearchPage, SearchQuery, Sort  # noqa: E402

FACETS: Final = ("soort", "toegangstoets", "eigen_bijdrage", "doelgroep", "leefgebied")
ROUNDS: Final = 5
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
        ours = EmbeddedEngine(Path(folder) / "ours")
        bare = BareIndex(Path(folder) / "bare")
        time_building(ours, bare, documents)
        elastic = build_elastic(documents)
        del documents
        show_memory(Path(folder) / "ours")
        print(
            f"\n{'query: text + 5 facets + radius':34}{'bare p50':>9}{'p95':>8}"
            f"{'ours p50':>10}{'p95':>8}{'ratio':>7}{'hits':>8}{'elastic p50':>13}{'p95':>8}"
        )
        for sort in (Sort.AFSTAND, Sort.RELEVANTIE):
            for words in (1, 3, 6):
                queries = make_queries(words, options.queries, sort)
                time_queries(ours, bare, elastic, queries)


def build_elastic(documents: list[Document]) -> SearchEngine | None:
    """Index on the server that the settings name; None when they name none."""
    if not settings.ELASTICSEARCH_URLS:
        return None
    engine = ElasticsearchEngine.from_settings(settings)
    started = time.perf_counter()
    engine.rebuild(documents)
    print(f"Elasticsearch: analysis + indexing {time.perf_counter() - started:.1f} s")
    return engine


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


def time_queries(
    ours: EmbeddedEngine,
    bare: BareIndex,
    elastic: SearchEngine | None,
    queries: list[SearchQuery],
) -> None:
    hits = 0
    prepared = [bare.prepare(ours, query) for query in queries]
    for query, plan in zip(queries, prepared, strict=True):
        found, theirs = ours.search(query), bare.search(plan)
        assert (found.total, counts(found)) == (theirs.total, theirs.counts), "the answers differ"
        if elastic is not None:
            other = elastic.search(query)
            assert (other.total, counts(other)) == (found.total, counts(found)), "answers differ"
        hits += found.total
    jobs: list[list[Callable[[], object]]] = [
        [lambda plan=plan: bare.search(plan), lambda query=query: ours.search(query)]
        for query, plan in zip(queries, prepared, strict=True)
    ]
    if elastic is not None:
        for job, query in zip(jobs, queries, strict=True):
            job.append(lambda query=query: elastic.search(query))
    times: list[list[float]] = [[] for _ in jobs[0]]
    for _ in range(ROUNDS):
        for side_by_side in jobs:
            # One after the other, so that a busy machine slows each of them.
            for run, taken in zip(side_by_side, times, strict=True):
                started = time.perf_counter()
                run()
                taken.append((time.perf_counter() - started) * 1000)
    theirs_, ours_, *others = map(summary, times)
    words = len(queries[0].text.split())
    label = f"{words} word{'s' if words > 1 else ''}, sort {queries[0].order}"
    line = (
        f"{label:34}{theirs_.p50:9.2f}{theirs_.p95:8.2f}{ours_.p50:10.2f}{ours_.p95:8.2f}"
        f"{ours_.p50 / theirs_.p50:7.2f}{hits / len(queries):8.0f}"
    )
    print(line + "".join(f"{timing.p50:13.2f}{timing.p95:8.2f}" for timing in others))


def counts(page: SearchPage) -> dict[str, dict[str, int]]:
    return {
        facet: {value.slug: value.count for value in values if value.count}
        for facet, values in page.facets.items()
    }


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
