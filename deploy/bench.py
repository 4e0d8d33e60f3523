"""The measurements of benchmarks/: `make bench`, `make bench-relevance`, `make bench-search`.

`make bench ENTRIES=100000` measures at another size, `make bench-search SIZES="10000 200000"` too.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from deploy import postgresql
from deploy.elasticsearch import temporary_node
from deploy.packages import build_frontend, install_python
from deploy.steps import PYTHON, ROOT, StepFailed, only_one, say

ENTRIES = os.environ.get("ENTRIES", "10000")
SIZES = os.environ.get("SIZES", "10000 200000 500000").split()
# Those that make their own documents instead of reading the database.
SIZED = dict.fromkeys(("bench_engine", "bench_suggest"), ("--documents", ENTRIES))
COMPARED = "10000"  # entries for which the search of others is measured beside ours
JUDGED = ROOT / "benchmarks" / "relevance"
GEMEENTEN = ROOT / "socialmap" / "data" / "gemeenten"


def main(which: str) -> int:
    with only_one():
        install_python("runtime", "Python-pakketten installeren")
        install_python("dev", "Pakketten voor de metingen installeren")
        if which == "pages":
            build_frontend()
    return int(not {"pages": pages, "relevance": relevance, "search": search}[which]())


def pages() -> bool:
    """Everything on a database with invented entries; True when each measurement ended well."""
    with invented_entries(ENTRIES) as environment:
        names = sorted(script.stem for script in (ROOT / "benchmarks").glob("bench_*.py"))
        failed = [name for name in names if not measure(name, environment, SIZED.get(name, ()))]
    return not failed


def relevance() -> bool:
    """The judged queries of every folder in benchmarks/relevance, on each engine."""
    corpora = {"vragen.json": sorted(map(str, GEMEENTEN.glob("*.json")))}
    corpora |= {
        f"{folder.name}/vragen.json": [str(folder / "gemeente.json")]
        for folder in sorted(JUDGED.iterdir())
        if folder.is_dir()
    }
    good = True
    with temporary_node() as node:
        for file, corpus in corpora.items():
            for engine in ("embedded", "elasticsearch", "reference"):
                say(f"{file}, {engine}")
                command = ["evaluate_relevance", str(JUDGED / file), "--engine", engine]
                good = manage([*command, "--corpus", *corpus], node.environment) and good
    return good


def search() -> bool:
    """Speed and memory of both engines at SIZES; the search of others beside ours at COMPARED."""
    good = True
    with temporary_node(heap="2g") as node, database(node.environment) as environment:
        for size in SIZES:
            good = measure("bench_engine", environment, ["--documents", size]) and good
    with invented_entries(COMPARED) as environment:
        good = measure("bench_wagtail", environment) and good
    with postgresql.temporary_cluster() as cluster, invented_entries(COMPARED, cluster) as ours:
        good = measure("bench_wagtail", ours) and good
        good = measure("bench_publish", ours, ["--writers", "8"]) and good
        with temporary_node() as node:
            elsewhere = {**ours, **node.environment}
            good = measure("bench_publish", elsewhere, ["--writers", "8"]) and good
    return good


@contextmanager
def database(environment: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """Give the environment of an empty database and no index, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="socialmap-bench-") as folder:
        made = {**environment, "SOCIALMAP_DATA_DIR": folder}
        _must("Database maken", ["migrate", "--verbosity", "0"], made)
        yield made


@contextmanager
def invented_entries(
    count: str, environment: Mapping[str, str] | None = None
) -> Iterator[dict[str, str]]:
    """Give the environment of a database and index with `count` entries, gone afterwards."""
    with database(environment or {}) as made:
        title = f"{count} verzonnen voorzieningen maken"
        _must(title, ["make_sample", "--count", count], made)
        _must("Index bouwen", ["searchindex", "build"], made)
        yield made


def _must(title: str, command: Sequence[str], environment: Mapping[str, str]) -> None:
    say(title)
    if not manage(command, environment):
        raise StepFailed(f"Mislukt: {title}")


def manage(command: Sequence[str], environment: Mapping[str, str]) -> bool:
    return _python(["manage.py", *command], environment)


def measure(name: str, environment: Mapping[str, str], options: Sequence[str] = ()) -> bool:
    say(" ".join((name, *options)))
    return _python(["-m", f"benchmarks.{name}", *options], environment)


def _untouched() -> dict[str, str]:
    """The environment without our settings: no measurement may reach a real database or index."""
    return {name: value for name, value in os.environ.items() if not name.startswith("SOCIALMAP_")}


def _python(command: Sequence[str], environment: Mapping[str, str]) -> bool:
    settings = {"DJANGO_SETTINGS_MODULE": "benchmarks.settings", "SOCIALMAP_LOG_LEVEL": "ERROR"}
    done = subprocess.run(
        [str(PYTHON), *command], cwd=ROOT, env={**_untouched(), **settings, **environment}
    )
    return done.returncode == 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "pages"))
    except StepFailed as failure:
        sys.stderr.write(f"{failure}\n")
        sys.exit(1)
