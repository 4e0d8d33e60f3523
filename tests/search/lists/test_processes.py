"""A change of a list is in force in every process within five seconds, without a rebuild."""

import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

WITHIN_SECONDS = 5.0

START = """
import sys, django
from django.conf import settings
settings.DATABASES["default"]["NAME"] = sys.argv[1]
settings.SEARCH_LISTS_SECONDS = 2.0
django.setup()
"""
READER = (
    START
    + """
from search.analysis import analyse
from search.begrippen.matching import matcher
from search.synonyms.table import synonyms
for line in sys.stdin:
    text = line.strip()
    meant = [found.slug for found in matcher().begrippen(text)[:1]]
    others = [found.instead for found in synonyms().expansions(analyse(text), None)]
    print(*meant, *others, sep=";", flush=True)
"""
)
WRITER = (
    START
    + """
from search.models import Synoniem
from socialmap.models import Begrip, Begripswoord, Leefgebied
wonen, _ = Leefgebied.objects.get_or_create(slug="wonen-en-huishouden")
begrip = Begrip.objects.create(term="Zwabberen", leefgebied=wonen)
Begripswoord.objects.create(begrip=begrip, kant="vraag", tekst="zwabberdoek")
Synoniem.objects.create(van="zwabberdoek", naar="dweil")
"""
)


@pytest.fixture
def database(transactional_db: None, tmp_path: Path) -> str:
    """The name of a database that other processes reach: a copy in a file, where that is SQLite."""
    if connection.vendor != "sqlite":
        return str(connection.settings_dict["NAME"])
    file = tmp_path / "db.sqlite3"
    connection.ensure_connection()
    with sqlite3.connect(file) as copy:
        connection.connection.backup(copy)
    copy.close()
    return str(file)


def start(script: str, database: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(  # noqa: S603 - our own scripts, above
        [sys.executable, "-c", script, database],
        cwd=settings.BASE_DIR,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "socialmap.settings.test"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def ask(reader: "subprocess.Popen[str]", text: str) -> str:
    assert reader.stdin is not None
    assert reader.stdout is not None
    reader.stdin.write(text + "\n")
    reader.stdin.flush()
    return reader.stdout.readline().strip()


@pytest.fixture
def readers(database: str) -> Iterator[list["subprocess.Popen[str]"]]:
    """Two processes that answered before the change."""
    started = [start(READER, database) for _ in range(2)]
    try:
        assert not any("zwabberen" in ask(reader, "zwabberdoek") for reader in started)
        yield started
    finally:
        for reader in started:
            reader.communicate()


def test_begrippen_and_synonyms_of_another_process_count_within_five_seconds(
    database: str, readers: list["subprocess.Popen[str]"]
) -> None:
    with start(WRITER, database) as writer:
        assert writer.wait() == 0
    changed = time.monotonic()

    waiting = list(readers)
    while waiting and time.monotonic() - changed < WITHIN_SECONDS:
        waiting = [r for r in waiting if ask(r, "zwabberdoek") != "zwabberen;dweil"]
        time.sleep(0.1)

    assert not waiting
