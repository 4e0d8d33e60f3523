"""A small server that behaves as an Elasticsearch that something is wrong with, or as another."""

import json
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final

DATA: Final = Path(__file__).parent / "data"
CERTIFICATE: Final = DATA / "stub-cert.pem"  # of nobody but this stub, and its own issuer
PRODUCT: Final = {"X-Elastic-Product": "Elasticsearch"}


@dataclass(frozen=True)
class Answer:
    """What every request gets, or those whose path begins so."""

    status: int = 200
    body: Any = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=lambda: dict(PRODUCT))
    after_seconds: float = 0.0


Respond = Callable[[str], Answer]


def version(number: str) -> Respond:
    """A server of some version that has no indices."""

    def respond(path: str) -> Answer:
        return Answer(body={"version": {"number": number}} if path == "/" else {})

    return respond


@dataclass
class Stub:
    """A server on a port of its own; `seen` are the headers of what it was asked."""

    url: str
    seen: list[dict[str, str]] = field(default_factory=list)


@contextmanager
def stub(respond: Respond, *, tls: bool = False) -> Iterator[Stub]:
    """Serve until the end of the block."""
    state = Stub(url="")

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def handle_any(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length") or 0))
            state.seen.append({name.lower(): value for name, value in self.headers.items()})
            answer = respond(self.path.partition("?")[0])
            time.sleep(answer.after_seconds)
            is_text = isinstance(answer.body, str)
            content = (answer.body if is_text else json.dumps(answer.body)).encode()
            try:
                self.send_response(answer.status)
                self.send_header("Content-Type", "text/html" if is_text else "application/json")
                self.send_header("Content-Length", str(len(content)))
                for name, value in answer.headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(content)
            except OSError:
                self.close_connection = True  # whoever asked is gone

        do_GET = do_POST = do_PUT = do_HEAD = do_DELETE = handle_any  # noqa: N815

        def log_message(self, *arguments: Any) -> None:
            """Say nothing."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *arguments: Any) -> None:
            """A client that breaks off is what some tests are about."""

    with Server(("127.0.0.1", 0), Handler) as server:
        if tls:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(CERTIFICATE, DATA / "stub-key.pem")
            server.socket = context.wrap_socket(server.socket, server_side=True)
        state.url = f"{'https' if tls else 'http'}://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield state
        finally:
            server.shutdown()
            thread.join()
