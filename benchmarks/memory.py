"""Anonymous memory that search adds to a process with the whole site loaded.

    python -m benchmarks.memory FOLDER [--queries 200]

FOLDER holds an index that another process built. The first look is taken when Django and every
view are loaded but nothing was searched for; the second after searches, completions and typos.
"""

import argparse
import gc
import random
from pathlib import Path
from typing import Final

import django

SMAPS: Final = Path("/proc/self/smaps_rollup")


def anonymous_mb() -> float:
    """Return `Anonymous` of this process in MB: what no other process shares and no file backs."""
    gc.collect()
    lines = SMAPS.read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("Anonymous:"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--queries", type=int, default=200)
    options = parser.parse_args()
    django.setup()
    from django.urls import get_resolver

    get_resolver().url_patterns  # noqa: B018 - imports every view
    before = anonymous_mb()
    search_for(options.folder, options.queries)
    print(f"memory that search adds: {anonymous_mb() - before:.0f} MB, on {before:.0f} MB")


def search_for(folder: Path, count: int) -> None:
    from benchmarks.bench_engine import WORDS, make_queries
    from search.engines.embedded import EmbeddedEngine
    from search.query import SearchQuery, Sort

    engine = EmbeddedEngine(folder)
    source = random.Random(5)  # noqa: S311 - not for secrets
    for words in (1, 3, 6):
        for query in make_queries(words, count // 3, Sort.RELEVANTIE):
            engine.search(query)
    for _ in range(count // 10):
        word = source.choice(WORDS)
        engine.complete(word[:4])
        engine.search(SearchQuery(text=word[:3] + word[4:]))  # a letter is missing


if __name__ == "__main__":
    main()
