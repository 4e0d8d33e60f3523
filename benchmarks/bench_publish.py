"""From pressing "publiceren" to being findable, through the same code as the admin.

A `searchindex watch` process follows the outbox, as under `make run`; no drain in this process.
"""

import subprocess
import sys
import time
import uuid

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.db import connection, transaction  # noqa: E402

from benchmarks.timing import HEADER, Times, row  # noqa: E402
from search.engines import get_engine  # noqa: E402
from search.lifecycle import status  # noqa: E402
from search.query import SearchQuery  # noqa: E402
from socialmap.models import Voorziening  # noqa: E402

RUNS = 30
PATIENCE = 10.0


def publish_and_wait(voorziening: Voorziening) -> float:
    """Milliseconds until a search for a new, unique word finds the entry."""
    word = "zz" + uuid.uuid4().hex[:12].translate(str.maketrans("0123456789", "ghijklmnop"))
    voorziening.samenvatting = f"Proef met {word}."
    started = time.perf_counter()
    with transaction.atomic():
        voorziening.save_revision().publish()
    query = SearchQuery(text=word, facets=())
    while time.perf_counter() - started < PATIENCE:
        if any(hit.id == str(voorziening.public_id) for hit in get_engine().search(query).hits):
            return (time.perf_counter() - started) * 1000
        time.sleep(0.005)
    raise SystemExit(f"{voorziening.slug} was not findable within {PATIENCE} s")


def main() -> int:
    follower = subprocess.Popen(
        [sys.executable, "manage.py", "searchindex", "watch"], cwd=settings.BASE_DIR
    )
    try:
        time.sleep(8)
        entries = list(Voorziening.objects.live().order_by("pk")[:RUNS])
        times = [publish_and_wait(entry) for entry in entries]
    finally:
        follower.terminate()
        follower.wait()
    health = status()
    print(
        f"\nPubliceren tot vindbaar: {health.documents} voorzieningen, {health.engine}, "
        f"{connection.vendor}"
    )
    print(HEADER)
    print(row("publiceren tot vindbaar", Times(ms=tuple(sorted(times)))))
    print("doel: p95 < 1000 ms")
    return 0


if __name__ == "__main__":
    sys.exit(main())
