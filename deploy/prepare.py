"""Bring database, demo data, index and static files up to date, in one Django process.

Run by `make run` as `python -m deploy.prepare PORT`. Each step looks first whether it is needed:
a second run does nothing but look.
"""

import io
import os
import sys

import django
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from deploy.steps import DATA_DIR, LOGINS, ROOT, Stamp, digest, files_below, note, say

STAMPS = DATA_DIR / "stamps"


def migrate() -> None:
    """Only when there is something to do: a migrate that ran marks every index stale."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if plan:
        say(f"Database bijwerken: {len(plan)} stappen")
        call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)


def load_demo() -> None:
    """Load the examples once for each version of them; edits are kept by the command itself."""
    sources = files_below(ROOT / "socialmap" / "data", ROOT / "socialmap" / "imports")
    sources += [ROOT / "cms" / "demo.py", ROOT / "cms" / "management" / "commands" / "load_demo.py"]
    stamp = Stamp(STAMPS / "demo", digest(sources))
    if not stamp.is_current():
        say("Voorbeelden laden: gemeenten, voorzieningen en logins")
        call_command("load_demo", stdout=_Indented())
        stamp.set()
    with LOGINS.open("w", encoding="utf-8") as file:
        call_command("create_demo_logins", stdout=file)


def collect_static() -> None:
    packages = ("socialmap", "search", "cms")
    folders = [ROOT / "frontend" / "dist", *(ROOT / name / "static" for name in packages)]
    state = digest([*files_below(*folders), ROOT / "requirements" / "runtime.txt"])
    stamp = Stamp(STAMPS / "static", state)
    if stamp.is_current() and (DATA_DIR / "static" / "staticfiles.json").exists():
        return
    say("Stijlen, scripts en plaatjes klaarzetten")
    call_command("collectstatic", interactive=False, verbosity=0)
    stamp.set()


class _Indented(io.TextIOBase):
    """A stream that shows each line below the step it belongs to."""

    def write(self, text: str) -> int:
        for line in text.splitlines():
            note(line)
        return len(text)


def prepare(port: int) -> None:
    if not (DATA_DIR / "socialmap.sqlite3").exists():
        Stamp(STAMPS / "demo", "").set()
    migrate()
    load_demo()
    call_command("set_site_ports", str(port), stdout=_Indented())
    say("Zoekindex nakijken")
    call_command("searchindex", "build", "--if-needed", stdout=_Indented())
    collect_static()


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "socialmap.settings.demo")
    django.setup()
    prepare(int(sys.argv[1]))
