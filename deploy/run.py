"""`make run`: install what is missing, prepare the demo and serve it on PORT (8000).

Only this machine can reach it, for the passwords of the demo are known; BIND=0.0.0.0 opens it.
"""

import os
import subprocess
import sys
import time

from deploy.messages import compile_messages
from deploy.packages import build_frontend, install_python
from deploy.serve import Service, is_listening, serve
from deploy.steps import DATA_DIR, LOGINS, PYTHON, ROOT, StepFailed, note, only_one, say


def services(port: int) -> list[Service]:
    """gunicorn, the worker that keeps the index up to date, and the one for background tasks."""
    manage = [str(PYTHON), "manage.py"]
    address = os.environ.get("BIND") or "127.0.0.1"
    gunicorn = [str(PYTHON), "-m", "gunicorn", "-c", "deploy/gunicorn.conf.py"]
    return [
        Service("De site", [*gunicorn, "-b", f"{address}:{port}"], restart=False),
        Service("De zoekindex", [*manage, "searchindex", "watch"], restart=True),
        Service("De takenwerker", [*manage, "db_worker", "--interval", "2"], restart=True),
    ]


def install() -> None:
    with only_one():
        install_python("runtime", "Python-pakketten installeren")
        build_frontend()
        compile_messages()


def show_addresses(port: int, started: float) -> None:
    say(f"De site draait ({time.monotonic() - started:.0f} s). Stoppen: Ctrl-C")
    note(f"http://localhost:{port}/                voorkant, alle gemeenten")
    note(f"http://localhost:{port}/haren/zoeken/   zoeken in Haren")
    note(f"http://haren.localhost:{port}/          Haren op een eigen naam")
    note(f"http://localhost:{port}/beheer/         beheer")
    for line in LOGINS.read_text(encoding="utf-8").splitlines():
        note(line)


def main() -> int:
    started = time.monotonic()
    port = int(os.environ.get("PORT") or 8000)
    if is_listening(port):
        raise StepFailed(f"Poort {port} is bezet. Kies een andere: PORT={port + 1} make run")
    DATA_DIR.mkdir(parents=True, exist_ok=True)
    install()
    env = {**os.environ, "PORT": str(port), "DJANGO_SETTINGS_MODULE": "socialmap.settings.demo"}
    os.environ.update(env)
    if subprocess.run([PYTHON, "-u", "-m", "deploy.prepare", str(port)], cwd=ROOT).returncode:
        return 1
    return serve(services(port), env, port, lambda: show_addresses(port, started))


if __name__ == "__main__":
    try:
        sys.exit(main())
    except StepFailed as failure:
        sys.stderr.write(f"{failure}\n")
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
