"""Processes that die in the middle of a write."""

import contextlib
import http.client
import os
import signal
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.deploy.server import Server

pytestmark = [pytest.mark.full, pytest.mark.sqlite, pytest.mark.xdist_group("gunicorn")]
KILLS = 5


def kill_a_worker(server: Server, patience: float = 10.0) -> None:
    """Kill one; between the end of one worker and the start of the next there may be none."""
    assert server.process is not None
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        listed = subprocess.run(
            ["pgrep", "-P", str(server.process.pid)], capture_output=True, text=True, check=False
        )
        if listed.stdout:
            with contextlib.suppress(ProcessLookupError):
                os.kill(int(listed.stdout.split()[0]), signal.SIGKILL)
                return
        time.sleep(0.05)
    raise AssertionError("gunicorn started no worker")


def test_a_worker_that_is_killed_leaves_nothing_half_written(server: Server) -> None:
    stop_at = time.monotonic() + KILLS * 1.5

    def write() -> None:
        while time.monotonic() < stop_at:
            with contextlib.suppress(OSError, http.client.HTTPException):
                server.post("/proef/schrijf")

    with ThreadPoolExecutor(4) as pool:
        writers = [pool.submit(write) for _ in range(4)]
        for _ in range(KILLS):
            time.sleep(1)
            kill_a_worker(server)
        for writer in writers:
            writer.result()

    seen = server.get("/proef/tel").json()
    assert seen["half"] == 0
    assert seen["users"] > 0
    assert server.post("/proef/schrijf").status == 200
