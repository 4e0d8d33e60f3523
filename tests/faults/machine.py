"""One machine of the site: its own name and folder, a watcher, and perhaps a web server."""

import contextlib
import os
import resource
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
STOP_SECONDS = 30.0
LOG_TAIL = 6_000
FULL_AT_BYTES = 100  # of any file: less than the smallest that an index or a cache writes


class Machine:
    """Start and kill its processes; `log` holds what they printed.

    Args:
        folder: its data; made when missing.
        name: what the machine is called.
        env: variables that lead to the database, and to the search engine if it needs one.
    """

    def __init__(self, folder: Path, name: str, env: dict[str, str]) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.index = folder / "index"
        self._log = folder / "log.txt"
        kept = {key: value for key, value in os.environ.items() if not key.startswith("SOCIALMAP_")}
        self._env = kept | {
            "DJANGO_SETTINGS_MODULE": "tests.faults.settings",
            "SOCIALMAP_DATA_DIR": str(folder),
            "SOCIALMAP_TEST_MACHINE": name,
            "WEB_CONCURRENCY": "2",
            **env,
        }
        self._watcher: subprocess.Popen[bytes] | None = None
        self._web: subprocess.Popen[bytes] | None = None
        self._listener: socket.socket | None = None

    @property
    def log(self) -> str:
        return self._log.read_text(encoding="utf-8", errors="replace")

    @property
    def address(self) -> str:
        assert self._listener is not None
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def manage(self, *arguments: str) -> str:
        """Run a command and return what it printed; AssertionError when it fails."""
        command = [sys.executable, "manage.py", *arguments]
        done = subprocess.run(command, cwd=ROOT, env=self._env, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr[-LOG_TAIL:]
        return done.stdout

    def start(self, *arguments: str, **options: Any) -> subprocess.Popen[bytes]:
        """Start Python; what it prints goes to the log unless `options` say otherwise."""
        with self._log.open("ab") as log:
            outputs = {"stdout": log, "stderr": log, **options}
            return subprocess.Popen(
                [sys.executable, *arguments], cwd=ROOT, env=self._env, **outputs
            )

    def start_watcher(self) -> None:
        self._watcher = self.start("manage.py", "searchindex", "watch")

    def kill_watcher(self) -> None:
        assert self._watcher is not None
        assert self._watcher.poll() is None, "the watcher ended by itself"
        self._watcher.kill()
        self._watcher.wait()

    def start_web(self) -> None:
        """Start gunicorn on a socket of our own, in which visitors wait for a worker."""
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=128)
        number = self._listener.fileno()
        gunicorn = ["-m", "gunicorn", "-c", "deploy/gunicorn.conf.py", "-b", f"fd://{number}"]
        self._web = self.start(*gunicorn, pass_fds=[number])
        with contextlib.suppress(urllib.error.URLError, TimeoutError):
            urllib.request.urlopen(f"{self.address}/gezond", timeout=60)
            return
        raise AssertionError(self.log[-LOG_TAIL:])

    def workers(self) -> list[int]:
        """Process ids of the web workers."""
        assert self._web is not None
        assert self._web.poll() is None, "gunicorn ended by itself"
        listed = subprocess.run(
            ["pgrep", "-P", str(self._web.pid)], capture_output=True, text=True, check=False
        )
        return [int(pid) for pid in listed.stdout.split()]

    def kill_worker(self, number: int) -> bool:
        """Kill one of the workers; False when there was none at this moment."""
        workers = self.workers()
        with contextlib.suppress(ProcessLookupError, IndexError):
            os.kill(workers[number % len(workers) if workers else 0], signal.SIGKILL)
            return True
        return False

    def lose_index(self) -> None:
        shutil.rmtree(self.index, ignore_errors=True)

    @contextmanager
    def full_disk(self) -> Iterator[None]:
        """No process of this machine can write more than a few bytes to any file.

        A limit on running processes instead of a full file system: it needs no rights, and a write
        fails in the same places, halfway too.
        """
        self._limit(FULL_AT_BYTES)
        try:
            yield
        finally:
            self._limit(resource.RLIM_INFINITY)

    def _limit(self, size: int) -> None:
        assert self._watcher is not None
        pids = [self._watcher.pid]
        if self._web is not None:
            # The first one too: workers that it starts have its limits.
            pids += [self._web.pid, *self.workers()]
        for pid in pids:
            with contextlib.suppress(ProcessLookupError):
                resource.prlimit(pid, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))

    def stop(self) -> None:
        ending = [process for process in (self._web, self._watcher) if process is not None]
        for process in ending:
            process.terminate()
        for process in ending:
            try:
                process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        if self._listener is not None:
            self._listener.close()


def wait_for(processes: Sequence[subprocess.Popen[bytes]], seconds: float) -> None:
    """Return when all ended well; AssertionError otherwise."""
    deadline = time.monotonic() + seconds
    for process in processes:
        assert process.wait(max(0.1, deadline - time.monotonic())) == 0, "a writer failed"
