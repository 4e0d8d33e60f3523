"""Where Elasticsearch is and how we identify ourselves there, as the settings say it."""

import hashlib
from dataclasses import dataclass, field
from typing import Any, Self
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """One cluster, by the addresses of some of its nodes."""

    urls: tuple[str, ...]  # without a path as a rule; any of them will do
    prefix: str = "socialekaart"  # of the names of our indices
    api_key: str = field(default="", repr=False)
    user: str = ""
    password: str = field(default="", repr=False)
    ca_file: str = ""  # certificates to trust instead of those of the system
    timeout_seconds: float = 2.0  # of one search; writing takes longer

    @classmethod
    def from_settings(cls, settings: Any) -> Self:
        return cls(
            urls=tuple(url.rstrip("/") for url in settings.ELASTICSEARCH_URLS),
            prefix=settings.ELASTICSEARCH_INDEX,
            api_key=settings.ELASTICSEARCH_API_KEY,
            user=settings.ELASTICSEARCH_USER,
            password=settings.ELASTICSEARCH_PASSWORD,
            ca_file=settings.ELASTICSEARCH_CA_FILE,
            timeout_seconds=settings.ELASTICSEARCH_TIMEOUT_SECONDS,
        )

    @property
    def key(self) -> str:
        """Short and the same on every machine with these addresses; names no address."""
        return hashlib.sha256("\n".join(sorted(self.urls)).encode()).hexdigest()[:12]

    def client_options(self) -> dict[str, Any]:
        """The arguments of the client of the package elasticsearch."""
        options: dict[str, Any] = {
            "hosts": [_with_port(url) for url in self.urls],
            "request_timeout": self.timeout_seconds,
            "max_retries": len(self.urls),  # a connection that was closed, or another node
            "retry_on_timeout": False,
        }
        if self.api_key:
            options["api_key"] = self.api_key
        elif self.user:
            options["basic_auth"] = (self.user, self.password)
        if self.ca_file:
            options["ca_certs"] = self.ca_file
        return options


def _with_port(url: str) -> str:
    """The client asks for a port; without one it is that of the scheme, as in a browser."""
    parts = urlsplit(url)
    if parts.port is not None:
        return url
    port = 443 if parts.scheme == "https" else 80
    return parts._replace(netloc=f"{parts.netloc}:{port}").geturl()
