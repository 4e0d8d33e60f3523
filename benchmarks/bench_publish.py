"""From pressing "publiceren" to being findable, through the same code as the admin.

    python -m benchmarks.bench_publish [--writers 1]

A `searchindex watch` process follows the outbox, as under `make run`; no drain in this process.
Each writer publishes, waits until the entry is found, and goes on with its next.
"""

import argparse
import subprocess
import sys
import time
import uuid
from concurrent.futures import ThreadPoolExecutor

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.db import connection, connections, transaction  # noqa: E402

from benchmarks.timing import HEADER, Times, row  # noqa: E402
from search.engines import get_engine  # noqa: E402
from search.lifecycle import status  # noqa: E402
from search.query import SearchQuery  # noqa: E402
from socialmap.models import Voorziening  # noqa: E402

RUNS = 30
PATIENCE = 10.0  # seconds
START = 120.0  # until the follower has started, and built the index if that is needed


def publish_and_wait(voorziening: Voorziening, patience: float = PATIENCE) -> float:
    """Milliseconds until a search for a new, unique word finds the entry."""
    word = "zz" + uuid.uuid4().hex[:12].translate(str.maketrans("0123456789", "ghijklmnop"))
    voorziening.samenvatting = f"Proef met {word}."
    started = time.perf_counter()
    with transaction.atomic():
        voorziening.save_revision().publish()
    query = SearchQuery(text=word, facets=())
    while time.perf_counter() - started < patience:
        if any(hit.id == str(voorziening.public_id) for hit in get_engine().search(query).hits):
            return (time.perf_counter() - started) * 1000
        time.sleep(0.02)  # eight writers that look all the time would measure themselves
    raise SystemExit(f"{voorziening.slug} was not findable within {patience} s")


def publish_each(entries: list[Voorziening]) -> list[float]:
    try:
        return [publish_and_wait(entry) for entry in entries]
    finally:
        connections.close_all()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--writers", type=int, default=1)
    writers = parser.parse_args().writers
    follower = subprocess.Popen(
        [sys.executable, "manage.py", "searchindex", "watch"], cwd=settings.BASE_DIR
    )
    try:
        first, *entries = Voorziening.objects.live().order_by("pk")[: RUNS * writers + 1]
        publish_and_wait(first, START)
        with ThreadPoolExecutor(writers) as pool:
            shares = pool.map(publish_each, (entries[own::writers] for own in range(writers)))
            times = [taken for share in shares for taken in share]
    finally:
        follower.terminate()
        follower.wait()
    health = status()
    print(
        f"\nPubliceren tot vindbaar: {health.documents} voorzieningen, {health.engine}, "
        f"{connection.vendor}, {writers} tegelijk"
    )
    print(HEADER)
    print(row("publiceren tot vindbaar", Times(ms=tuple(sorted(times)))))
    print("doel: p95 < 1000 ms")
    return 0


if __name__ == "__main__":
    sys.exit(main())
