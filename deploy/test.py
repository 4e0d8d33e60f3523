"""`make test` and `make test-full`: the suite on SQLite and on PostgreSQL, the browser once.

One Elasticsearch node serves all of it.
"""

import os
import shutil
import subprocess
import sys
from contextlib import ExitStack

from deploy import postgresql
from deploy.elasticsearch import home, temporary_node
from deploy.messages import compile_messages
from deploy.packages import build_frontend, install_debian, install_python
from deploy.steps import PYTHON, ROOT, StepFailed, note, only_one, say

IS_CI = os.environ.get("CI", "").lower() in {"1", "true"}
CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
NO_TESTS = 5  # pytest's exit status when a selection is empty.
PROCESSES = "2"


def install() -> list[str]:
    """Install what the tests need; return what is missing on a machine where we cannot."""
    with only_one():
        install_python("runtime", "Python-pakketten installeren")
        install_python("dev", "Pakketten voor de tests installeren")
        build_frontend()
        compile_messages()
        wanted = {}
        if postgresql.binaries() is None:
            wanted["postgresql"] = "de tests op PostgreSQL"
        if not any(map(shutil.which, CHROMIUM)):
            wanted["chromium"] = "de tests in de browser"
        wanted |= dict.fromkeys(home.missing_packages(), "de tests op Elasticsearch")
        missing = install_debian(wanted)
    if missing and IS_CI:
        raise StepFailed(f"Ontbreekt, en kan hier niet worden geïnstalleerd: {', '.join(missing)}")
    return missing


def pytest(title: str, selection: str, env: dict[str, str] | None = None) -> bool:
    """Run the tests that `selection` names; True when they pass."""
    say(title)
    command = [str(PYTHON), "-m", "pytest", "-q", "--durations=10", "-m", selection]
    # Tests that share a server name the same group, and stay in one process.
    command += ["-n", PROCESSES, "--dist", "loadgroup"]
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, **(env or {})})
    if done.returncode == NO_TESTS:
        note("geen tests in deze keuze")
    return done.returncode in {0, NO_TESTS}


def main(which: str) -> int:
    missing = install()
    chosen = "full" if which == "full" else "not full"
    passed = True
    with ExitStack() as servers:
        env = {}
        if home.missing_packages():
            chosen += " and not elasticsearch"
        else:
            say("Elasticsearch starten")
            node = servers.enter_context(temporary_node(in_memory=True))
            env["SOCIALMAP_TEST_ELASTICSEARCH_URL"] = node.url
        without_browser = f"{chosen} and not browser"
        if "postgresql" not in missing:
            with postgresql.temporary_cluster() as database:
                selection = f"{without_browser} and not sqlite"
                passed = pytest("Tests op PostgreSQL", selection, env | database)
        on_sqlite = without_browser if "chromium" in missing else chosen
        passed = pytest("Tests op SQLite, en in de browser", on_sqlite, env) and passed
    for name in missing:
        note(f"NIET GEDRAAID: installeer {name} voor alle tests")
    return 0 if passed else 1


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1]))
    except StepFailed as failure:
        sys.stderr.write(f"{failure}\n")
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
