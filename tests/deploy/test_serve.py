"""The processes of `make run` start, restart and stop together."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PROGRAM = """
import os, sys
from deploy import serve
serve.RESTART_SECONDS = serve.WORKERS_WAIT_SECONDS = 0.0
web = ["sh", "-c", sys.argv[1]]
worker = ["sh", "-c", sys.argv[2]]
services = [
    serve.Service("De site", web, restart=False),
    serve.Service("De werker", worker, restart=True),
]
sys.exit(serve.serve(services, os.environ, 1, lambda: None))
"""


def supervisor(web: str, worker: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, web, worker], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )


def eventually(holds: Callable[[], bool]) -> None:
    until = time.monotonic() + 15
    while not holds():
        assert time.monotonic() < until, "waited too long"
        time.sleep(0.05)


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_asked_to_stop_it_stops_everything(tmp_path: Path) -> None:
    web, worker = tmp_path / "web", tmp_path / "werker"
    process = supervisor(f"echo $$ > {web}; exec sleep 60", f"echo $$ > {worker}; exec sleep 60")
    eventually(lambda: all(p.exists() and p.read_text().strip() for p in (web, worker)))

    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=15)

    assert process.returncode == 0
    assert not any(is_alive(int(path.read_text())) for path in (web, worker))


def test_a_worker_that_ends_is_started_again(tmp_path: Path) -> None:
    starts = tmp_path / "starts"
    process = supervisor("exec sleep 60", f"echo start >> {starts}")

    eventually(lambda: starts.exists() and len(starts.read_text().split()) >= 3)

    process.send_signal(signal.SIGINT)
    process.communicate(timeout=15)
    assert process.returncode == 0


def test_when_the_site_ends_all_stops_and_the_command_fails(tmp_path: Path) -> None:
    worker = tmp_path / "werker"
    process = supervisor(f"until [ -s {worker} ]; do :; done", f"echo $$ > {worker}; exec sleep 60")

    output, _ = process.communicate(timeout=15)

    assert process.returncode == 1
    assert "De site is gestopt" in output
    assert not is_alive(int(worker.read_text()))
