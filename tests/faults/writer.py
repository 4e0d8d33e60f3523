"""One writer: changes its own entries at a steady pace, and writes down when.

    python -m tests.faults.writer JOURNAL SEED CHANGES PACE [ADDRESS] < SLUGS

With an address it goes through the web server, again and again until there is an answer; without,
through the database, as an import does.
"""

import http.client
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import django

from tests.faults.changes import DELETE, PUBLISH, WITHDRAW, change
from tests.faults.journal import Pen

SHARES = {PUBLISH: 60, WITHDRAW: 32, DELETE: 8}
KEPT = 20  # entries of each writer that are never deleted, so that there is something to find
PATIENCE = 60.0

Act = Callable[[str, str, str], None]


def over_http(address: str) -> Act:
    host = urlsplit(address).netloc

    def act(action: str, public_id: str, word: str) -> None:
        body = urlencode({"action": action, "id": public_id, "word": word})
        headers = {"Host": "localhost", "Content-Type": "application/x-www-form-urlencoded"}
        deadline = time.monotonic() + PATIENCE
        while True:
            connection = http.client.HTTPConnection(host, timeout=30)
            try:
                connection.request("POST", "/proef/wijzig", body, headers)
                response = connection.getresponse()
                response.read()
                if response.status != 200:
                    raise SystemExit(f"{action}: {response.status}")
                return
            except (OSError, http.client.HTTPException):
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.1)
            finally:
                connection.close()

    return act


def write(entries: list[tuple[str, str]], act: Act, pen: Pen, chance: random.Random) -> None:
    """Change one entry, chosen at random: what is public is changed, withdrawn or deleted."""
    slug, public_id = chance.choice(entries)
    action = chance.choices(list(SHARES), list(SHARES.values()))[0]
    if action == DELETE and len(entries) <= KEPT:
        action = PUBLISH
    word = "zz" + "".join(chance.choices("bcdfghjklm", k=8))
    began = time.monotonic()
    act(action, public_id, word)
    pen.note(slug, action, began)
    if action == DELETE:
        entries.remove((slug, public_id))


def main(journal: str, seed: str, changes: str, pace: str, address: str = "") -> None:
    """Args: pace is in seconds from the start of one change to the next, on average."""
    entries = [(slug, public_id) for slug, public_id in map(str.split, sys.stdin)]
    chance = random.Random(seed)  # noqa: S311 - which entries, not a secret
    act = over_http(address) if address else change
    with Path(journal).open("w", encoding="utf-8") as file:
        pen = Pen(file)
        due = time.monotonic()
        for _ in range(int(changes)):
            due += float(pace) * chance.uniform(0.5, 1.5)
            time.sleep(max(0.0, due - time.monotonic()))
            write(entries, act, pen, chance)


if __name__ == "__main__":
    django.setup()
    main(*sys.argv[1:])
