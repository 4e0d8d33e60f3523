"""Start the node on a folder and port of its own, wait until it is healthy, stop it surely."""

import http.client
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from deploy.elasticsearch.home import prepare_home
from deploy.steps import LOG_TAIL_LINES, StepFailed

START_SECONDS = 90.0
STOP_SECONDS = 15.0
MEMORY_BYTES = 2_000_000_000
HEALTHY = "/_cluster/health?wait_for_status=yellow&timeout=1s"


class Node:
    """One node; after `kill` or `stop` it can start again on the same data and port.

    Args:
        folder: for its data and log; made when missing.
        port: of HTTP on 127.0.0.1; a free one when left out.
        heap: memory of the Java machine, as java writes it.
    """

    def __init__(self, folder: Path, port: int | None = None, heap: str = "512m") -> None:
        self.folder = folder
        self.port = port or _free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._heap = heap
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process else None

    @property
    def environment(self) -> dict[str, str]:
        """The variables with which the whole site runs on this node."""
        return {"SOCIALMAP_SEARCH_ENGINE": "elasticsearch", "SOCIALMAP_ELASTICSEARCH_URL": self.url}

    def start(self) -> None:
        """Return when the node answers and its indices can be searched.

        Raises:
            StepFailed: it ended or did not answer in time; the message holds the end of its log.
        """
        home = prepare_home()
        self.folder.mkdir(parents=True, exist_ok=True)
        classes = f"{home / 'classes'}:{home / 'lib'}/*"
        options = [f"-Xms{self._heap}", f"-Xmx{self._heap}", "-XX:+UseSerialGC", "-cp", classes]
        arguments = [str(home), str(self.folder / "data"), str(self.port)]
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                ["java", *options, "SearchNode", *arguments],
                stdin=subprocess.PIPE,  # it ends with us, see SearchNode.java
                stdout=log,
                stderr=subprocess.STDOUT,
                cwd=self.folder,
            )
        try:
            self._wait_until_healthy()
        except BaseException:
            self.kill()
            raise

    def stop(self) -> None:
        """End it in order, or by force when that takes too long."""
        process = self._process
        if process is None:
            return
        process.terminate()
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
        self._forget(process)

    def kill(self) -> None:
        """End it as a power failure would."""
        if self._process is not None:
            self._process.kill()
            self._forget(self._process)

    def _forget(self, process: subprocess.Popen[bytes]) -> None:
        process.wait()
        if process.stdin is not None:
            process.stdin.close()
        self._process = None

    @property
    def _log(self) -> Path:
        return self.folder / "node.log"

    def _wait_until_healthy(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            if self._process is None or self._process.poll() is not None:
                break
            if self._is_healthy():
                return
            time.sleep(0.1)
        tail = self._log.read_text(encoding="utf-8", errors="replace").splitlines()
        raise StepFailed("\n".join(["Elasticsearch start niet.", *tail[-LOG_TAIL_LINES:]]))

    def _is_healthy(self) -> bool:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", HEALTHY)
            with connection.getresponse() as response:
                return response.status == 200
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()


@contextmanager
def temporary_node(
    port: int | None = None, heap: str = "512m", *, in_memory: bool = False
) -> Iterator[Node]:
    """Start a node on an empty temporary folder; gone afterwards, the folder too.

    Args:
        in_memory: keep its few small files in memory where that can be done. Making an index is
            mostly waiting for a disk: this makes the tests twice as fast.
    """
    with tempfile.TemporaryDirectory(
        prefix="socialmap-es-",
        ignore_cleanup_errors=True,
        dir=_memory_folder() if in_memory else None,
    ) as folder:
        node = Node(Path(folder), port, heap)
        node.start()
        try:
            yield node
        finally:
            node.stop()


def _memory_folder() -> Path | None:
    """A file system in memory with room enough; None where there is none."""
    folder = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it
    has_room = folder.is_dir() and shutil.disk_usage(folder).free > MEMORY_BYTES
    return folder if has_room and os.access(folder, os.W_OK) else None


def _free_port() -> int:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        port: int = server.getsockname()[1]
        return port
