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


def kill_a_worker(server: Server) -> None:
    assert server.process is not None
    listed = subprocess.run(
        ["pgrep", "-P", str(server.process.pid)], capture_output=True, text=True, check=True
    )
    os.kill(int(listed.stdout.split()[0]), signal.SIGKILL)


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
