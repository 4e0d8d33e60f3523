"""A gunicorn as `make run` starts it, on a port, a database and a folder of its own."""

import contextlib
import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
PORTS = range(8720, 8730)
START_SECONDS = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    def json(self) -> Any:
        return json.loads(self.body)


class Server:
    """Start with `start()`, stop with `stop()`; `log` holds all that it printed."""

    def __init__(self, folder: Path) -> None:
        self.port = free_port()
        self._log = folder / "gunicorn.log"
        self.env = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "tests.deploy.settings",
            "SOCIALMAP_DATA_DIR": str(folder),
            "SOCIALMAP_TEST_DATABASE": "sqlite",
            "PORT": str(self.port),
        }
        self.process: subprocess.Popen[bytes] | None = None

    def manage(self, *arguments: str) -> None:
        command = [sys.executable, "manage.py", *arguments]
        done = subprocess.run(command, cwd=ROOT, env=self.env, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr

    def start(self) -> None:
        address = f"127.0.0.1:{self.port}"
        command = [sys.executable, "-m", "gunicorn", "-c", "deploy/gunicorn.conf.py", "-b", address]
        with self._log.open("wb") as log:
            self.process = subprocess.Popen(
                command, cwd=ROOT, env=self.env, stdout=log, stderr=subprocess.STDOUT
            )
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until and self.process.poll() is None:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.1)
        raise AssertionError(self.log)

    def stop(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(20)

    @property
    def log(self) -> str:
        return self._log.read_text(encoding="utf-8", errors="replace")

    def request(self, method: str, address: str, **headers: str) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, address, headers={"Host": "localhost", **headers})
            response = connection.getresponse()
            return Answer(status=response.status, headers=response.headers, body=response.read())
        finally:
            connection.close()

    def get(self, address: str, **headers: str) -> Answer:
        return self.request("GET", address, **headers)

    def post(self, address: str, **headers: str) -> Answer:
        return self.request("POST", address, **{"Content-Length": "0", **headers})

    def send(self, raw: bytes) -> bytes:
        """Send bytes that no well-behaved client would, and return what comes back."""
        address = ("127.0.0.1", self.port)
        # The server may stop reading half way.
        with contextlib.suppress(ConnectionError), socket.create_connection(address, 10) as client:
            client.sendall(raw)
            return client.recv(4_096)
        return b""


def free_port() -> int:
    """A port of our own range; they are tried from another one in each process."""
    offset = os.getpid() % len(PORTS)
    for port in [*PORTS[offset:], *PORTS[:offset]]:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise AssertionError(f"no free port in {PORTS}")
