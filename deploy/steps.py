"""Steps with progress, and stamps that let a step be left out when nothing changed."""

import fcntl
import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA_DIR = Path(os.environ.get("SOCIALMAP_DATA_DIR") or ROOT / "var")
PYTHON = ROOT / ".venv" / "bin" / "python"
LOGINS = DATA_DIR / "logins.txt"  # Shown by `make run`; they exist in the demo only.
HEARTBEAT_SECONDS = 10.0
LOG_TAIL_LINES = 40


class StepFailed(Exception):
    """A step went wrong; the message tells a person what and what to do."""


def say(message: str) -> None:
    sys.stdout.write(f"==> {message}\n")
    sys.stdout.flush()


def note(message: str) -> None:
    sys.stdout.write(f"    {message}\n")
    sys.stdout.flush()


def run(title: str, command: Sequence[str | Path], env: Mapping[str, str] | None = None) -> None:
    """Run `command`, show that it is still busy, and its last lines when it fails."""
    say(title)
    started = time.monotonic()
    log = DATA_DIR / "log" / "setup.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("w", encoding="utf-8") as output:
        process = subprocess.Popen(
            [str(part) for part in command],
            cwd=ROOT,
            env={**os.environ, **(env or {})},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        while True:
            try:
                status = process.wait(HEARTBEAT_SECONDS)
                break
            except subprocess.TimeoutExpired:
                note(f"nog bezig, {time.monotonic() - started:.0f} s")
    if status != 0:
        tail = log.read_text(encoding="utf-8", errors="replace").splitlines()[-LOG_TAIL_LINES:]
        raise StepFailed("\n".join([f"Mislukt: {title}", *tail]))


def files_below(*folders: Path, skip: Iterable[str] = ("__pycache__",)) -> list[Path]:
    """Every file below `folders`, sorted, without those in a folder named in `skip`."""
    skipped = set(skip)
    return sorted(
        path
        for folder in folders
        for path in folder.rglob("*")
        if path.is_file() and not skipped.intersection(path.relative_to(folder).parts)
    )


def digest(paths: Iterable[Path]) -> str:
    """One hash over the names and contents of `paths`; a missing file counts as empty."""
    total = hashlib.sha256()
    for path in paths:
        content = path.read_bytes() if path.is_file() else b""
        total.update(f"{path.relative_to(ROOT)}\0{len(content)}\0".encode())
        total.update(content)
    return total.hexdigest()


class Stamp:
    """Remembers in a file for which state a step was last done."""

    def __init__(self, path: Path, state: str) -> None:
        self.path = path
        self.state = state

    def is_current(self) -> bool:
        return self.path.is_file() and self.path.read_text(encoding="utf-8") == self.state

    def set(self) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_text(self.state, encoding="utf-8")


@contextmanager
def only_one() -> Iterator[None]:
    """Let one process at a time install: `make test` may start beside `make run`."""
    with (ROOT / ".venv" / "setup.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Wachten: er wordt al geïnstalleerd")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield
