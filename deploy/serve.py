"""The web server and its workers side by side: all start together and all stop together."""

import signal
import socket
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from types import FrameType

from deploy.steps import ROOT, note, say

STOP_SECONDS = 10.0
RESTART_SECONDS = 5.0
WORKERS_WAIT_SECONDS = 10.0  # At most; the site comes first, on a machine with two cores.


class Service:
    """One child process; a worker that ends is started again, the web server is not."""

    def __init__(self, name: str, command: Sequence[str], *, restart: bool) -> None:
        self.name = name
        self.command = list(command)
        self.restart = restart
        self.process: subprocess.Popen[bytes] | None = None
        self.started_at = 0.0

    def start(self, env: Mapping[str, str]) -> None:
        self.started_at = time.monotonic()
        # Own group: Ctrl-C reaches only us, and we stop the children in good order.
        self.process = subprocess.Popen(
            self.command, cwd=ROOT, env=dict(env), start_new_session=True
        )

    def has_ended(self) -> bool:
        return self.process is not None and self.process.poll() is not None

    def stop(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()

    def wait(self, until: float) -> None:
        if self.process is None:
            return
        try:
            self.process.wait(max(0.1, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def is_listening(port: int) -> bool:
    """Whether something answers on `port` of this machine."""
    with socket.socket() as probe:
        probe.settimeout(0.5)
        return probe.connect_ex(("127.0.0.1", port)) == 0


def serve(
    services: Sequence[Service], env: Mapping[str, str], port: int, when_ready: Callable[[], None]
) -> int:
    """Run until SIGINT or SIGTERM, or until a service that is not restarted ends.

    Returns the exit status: 0 when asked to stop, 1 when the server ended by itself.
    """
    stopping = False

    def stop(signum: int, frame: FrameType | None) -> None:
        nonlocal stopping
        stopping = True

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, stop)
    started = time.monotonic()
    waiting = [service for service in services if service.restart]
    for service in services:
        if service not in waiting:
            service.start(env)
    ready = False
    failed = False
    while not (stopping or failed):
        if not ready and is_listening(port):
            ready = True
            when_ready()
        if waiting and (ready or time.monotonic() - started > WORKERS_WAIT_SECONDS):
            for service in waiting:
                service.start(env)
            waiting = []
        for service in services:
            if not service.has_ended() or stopping:
                continue
            if not service.restart:
                say(f"{service.name} is gestopt")
                failed = True
            elif time.monotonic() - service.started_at > RESTART_SECONDS:
                note(f"{service.name} stopte en start opnieuw")
                service.start(env)
        time.sleep(0.1)
    say("Stoppen")
    for service in services:
        service.stop()
    until = time.monotonic() + STOP_SECONDS
    for service in services:
        service.wait(until)
    return int(failed)
