"""What must never happen while a visitor looks around, noted by the browser itself."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, WebError


@dataclass
class Watch:
    """Console errors (Chromium reports violations of the CSP there), script errors, other hosts."""

    address: str
    errors: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)
    # Parts of the messages that a test causes on purpose, such as a page that does not exist.
    expected: list[str] = field(default_factory=list)
    # Hosts that a test reaches on purpose: that of the map tiles.
    allowed_hosts: list[str] = field(default_factory=list)

    def attach(self, context: BrowserContext) -> None:
        context.on("console", self._on_console)
        context.on("weberror", self._on_error)
        context.on("request", self._on_request)

    def expect_message(self, part: str) -> None:
        self.expected.append(part)

    def problems(self) -> list[str]:
        unexpected = [
            error for error in self.errors if not any(part in error for part in self.expected)
        ]
        return [*unexpected, *(f"request to {host}" for host in self.elsewhere)]

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.errors.append(f"{message.text} ({message.location.get('url', '')})")

    def _on_error(self, error: WebError) -> None:
        self.errors.append(str(error.error))

    def _on_request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in {"data", "blob", "about"}:
            return
        ours = f"{parts.scheme}://{parts.netloc}" == self.address
        if not ours and parts.hostname not in self.allowed_hosts:
            self.elsewhere.append(request.url)
