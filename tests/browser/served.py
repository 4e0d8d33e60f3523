"""The demo as `make run` serves it, under gunicorn, in a folder and on a port of its own.

A process apart, because the tests of one session share its data and only one of them writes:
`live_server` empties the database after each test, and loading the demo takes half a minute.
"""

import os
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError

ROOT = Path(__file__).resolve().parent.parent.parent
PREPARE_SECONDS = 300
START_SECONDS = 60
LOG_TAIL = 4000


class NotServed(RuntimeError):
    """The demo could not be prepared or started; the message ends with the log."""


@contextmanager
def served_demo(folder: Path) -> Iterator[str]:
    """Prepare the demo in `folder`, serve it, and give its address, "http://localhost:PORT"."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        env = _environment(folder, port)
        log = folder / "log.txt"
        with log.open("w") as output:
            prepare = [sys.executable, "-m", "deploy.prepare", str(port)]
            done = subprocess.run(  # noqa: S603 - our own command
                prepare, cwd=ROOT, env=env, stdout=output, stderr=output, timeout=PREPARE_SECONDS
            )
            if done.returncode:
                raise NotServed(_tail(log))
            # Our own socket, already listening: no other process can take the port meanwhile.
            gunicorn = [sys.executable, "-m", "gunicorn", "-c", "deploy/gunicorn.conf.py"]
            server = subprocess.Popen(  # noqa: S603 - our own command
                [*gunicorn, "-b", f"fd://{listener.fileno()}"],
                cwd=ROOT,
                env=env,
                stdout=output,
                stderr=output,
                pass_fds=[listener.fileno()],
            )
        try:
            address = f"http://localhost:{port}"
            _wait_until_healthy(address, log)
            yield address
        finally:
            server.terminate()
            server.wait(timeout=START_SECONDS)


def _environment(folder: Path, port: int) -> dict[str, str]:
    """This environment without the settings of whoever runs the tests."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SOCIALMAP_")}
    return kept | {
        "DJANGO_SETTINGS_MODULE": "socialmap.settings.demo",
        "SOCIALMAP_DATA_DIR": str(folder),
        "PORT": str(port),
        "WEB_CONCURRENCY": "1",
    }


def _wait_until_healthy(address: str, log: Path) -> None:
    """The socket queues this request until gunicorn takes it."""
    try:
        with urllib.request.urlopen(f"{address}/gezond", timeout=START_SECONDS):  # noqa: S310
            pass
    except (URLError, TimeoutError) as error:
        raise NotServed(_tail(log)) from error


def _tail(log: Path) -> str:
    return log.read_text(encoding="utf-8", errors="replace")[-LOG_TAIL:]
