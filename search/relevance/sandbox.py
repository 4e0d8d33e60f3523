"""A database and an index of their own for one measurement, gone afterwards."""

import os
import subprocess
import sys
import tempfile
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Final

from django.conf import settings

from search.engines import ENGINES
from search.engines.base import EngineBusy, EngineUnavailable
from search.engines.elastic import ElasticsearchEngine
from search.engines.elastic.address import Address

SETTINGS: Final = "socialmap.settings.dev"


class SandboxFailed(Exception):
    """A step in the sandbox failed; the message is what that step printed last."""


def run_with_corpus(
    corpus: Sequence[Path],
    command: Sequence[str],
    engine: str | None = None,
    *,
    confirmed: bool = True,
) -> str:
    """Load `corpus` into a fresh SQLite database, index it, and run `manage.py command` there.

    Args:
        corpus: files of gemeenten.
        confirmed: with the begrippen that were confirmed for entries of the demo.

    Returns:
        What the command printed.
    """
    prefix = f"relevantie-{uuid.uuid4().hex[:12]}"
    name = engine or settings.SEARCH_ENGINE
    with (
        tempfile.TemporaryDirectory(prefix="socialmap-relevantie-") as folder,
        _indices_removed(name, prefix),
    ):
        environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": SETTINGS,
            "SOCIALMAP_DATA_DIR": folder,
            "SOCIALMAP_SEARCH_ENGINE": name,
            "SOCIALMAP_ELASTICSEARCH_INDEX": prefix,  # the index of the site is left alone
            "SOCIALMAP_LOG_LEVEL": "ERROR",
        }
        files = [str(path.resolve()) for path in corpus]
        _manage(["migrate", "--verbosity", "0"], environment)
        _manage(["load_begrippen"], environment)
        without = [] if confirmed else ["--without-confirmed"]
        _manage(["load_gemeente", *files, *without], environment)
        return _manage(command, environment)


@contextmanager
def _indices_removed(engine: str, prefix: str) -> Iterator[None]:
    """Afterwards leave nothing under `prefix` on a server."""
    try:
        yield
    finally:
        if ENGINES.get(engine, engine) == ENGINES["elasticsearch"]:
            address = replace(Address.from_settings(settings), prefix=prefix)
            with suppress(EngineUnavailable, EngineBusy):
                ElasticsearchEngine(address).remove()


def _manage(arguments: Sequence[str], environment: dict[str, str]) -> str:
    finished = subprocess.run(  # noqa: S603 - our own manage.py with our own arguments
        [sys.executable, str(settings.BASE_DIR / "manage.py"), *arguments],
        env=environment,
        capture_output=True,
        text=True,
        timeout=1800,
        check=False,
    )
    if finished.returncode:
        lines = (finished.stderr or finished.stdout).strip().splitlines()
        raise SandboxFailed("\n".join(lines[-20:]))
    return finished.stdout
