"""A PostgreSQL cluster of our own for the tests: a temporary folder, a Unix socket, no port."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from deploy.steps import StepFailed

# Nothing in it needs to survive a power failure.
OPTIONS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "listen_addresses": "",
    "max_connections": "60",
}


def binaries() -> Path | None:
    """The folder with initdb and pg_ctl, the newest version first; None when not installed."""
    found = shutil.which("initdb")
    if found:
        return Path(found).parent
    versions = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    newest = sorted(versions, key=lambda path: int(path.parts[-3]), reverse=True)
    return newest[0].parent if newest else None


@contextmanager
def temporary_cluster() -> Iterator[dict[str, str]]:
    """Start a cluster and give the environment variables that lead to it; gone afterwards.

    PostgreSQL refuses to run as root: then it runs as the user postgres or nobody.
    """
    folder = binaries()
    if folder is None:
        raise StepFailed("PostgreSQL ontbreekt.")
    base = Path(tempfile.mkdtemp(prefix="socialmap-pg-"))
    prefix = _as_other_user(base)
    data = base / "data"
    settings = " ".join(f"-c {name}='{value}'" for name, value in OPTIONS.items())
    try:
        _call(prefix, folder / "initdb", "-D", data, "-U", "socialmap", "-A", "trust", "-E", "UTF8")
        options = f"-k '{base}' {settings}"
        _call(
            prefix, folder / "pg_ctl", "-D", data, "-w", "-l", base / "log", "-o", options, "start"
        )
        try:
            yield {
                "SOCIALMAP_TEST_DATABASE": "postgres",
                "SOCIALMAP_DATABASE_HOST": str(base),
                "SOCIALMAP_DATABASE_USER": "socialmap",
                "SOCIALMAP_DATABASE_NAME": "postgres",
            }
        finally:
            _call(prefix, folder / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(base, ignore_errors=True)


def _as_other_user(base: Path) -> list[str]:
    if os.geteuid() != 0:
        return []
    names = [name for name in ("postgres", "nobody") if _exists(name)]
    if not names:
        raise StepFailed("PostgreSQL draait niet als root: maak een gebruiker postgres.")
    shutil.chown(base, names[0])
    return ["runuser", "-u", names[0], "--"]


def _exists(name: str) -> bool:
    try:
        pwd.getpwnam(name)
    except KeyError:
        return False
    return True


def _call(prefix: list[str], *command: str | Path) -> None:
    # Output to a file: the server keeps it open, and a pipe would never end.
    with tempfile.TemporaryFile() as output:
        done = subprocess.run(
            [*prefix, *map(str, command)], stdout=output, stderr=subprocess.STDOUT, cwd="/"
        )
        if done.returncode != 0:
            output.seek(0)
            raise StepFailed(output.read().decode(errors="replace"))
