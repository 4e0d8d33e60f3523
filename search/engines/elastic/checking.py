"""What is wrong with the settings, and with the server that they lead to."""

import re
import ssl
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from urllib.parse import SplitResult, urlsplit

from elasticsearch import ApiError, Elasticsearch

from search.engines.base import Fault
from search.engines.elastic.address import Address
from search.engines.elastic.connection import Away, Connection
from search.engines.elastic.faults import (
    API_KEY,
    CA_FILE,
    INDEX,
    PASSWORD,
    STRANGE,
    TIMEOUT,
    URL,
    USER,
    WRONG_VERSION,
    comes_from_elasticsearch,
)

# The client of 8.19 speaks to both.
VERSIONS: Final = ("8", "9")
_PREFIX: Final = re.compile(r"[a-z0-9][a-z0-9_-]{0,99}")
_THIS_MACHINE: Final = frozenset({"localhost", "127.0.0.1", "::1"})
_CHECK_SECONDS: Final = 5.0


def settings_faults(address: Address) -> list[Fault]:
    """Return what is wrong with the settings themselves; asks no server."""
    return [*_address_faults(address), *_identity_faults(address), *_ca_faults(address)]


def _address_faults(address: Address) -> Iterator[Fault]:
    if not address.urls:
        yield Fault("The engine on Elasticsearch needs its address.", URL)
    for parts in map(_split, address.urls):
        if parts is None or parts.scheme not in ("http", "https") or not parts.hostname:
            yield Fault("An address of Elasticsearch is written as https://name:9200.", URL)
        elif parts.username or parts.password:
            yield Fault("A user and password do not belong in the address.", f"{USER}, {PASSWORD}")
    if not _PREFIX.fullmatch(address.prefix):
        yield Fault("Names of indices begin with small letters, digits, - and _ only.", INDEX)
    if not address.timeout_seconds > 0:
        yield Fault("Nothing is answered in a time of 0 seconds.", TIMEOUT)


def _identity_faults(address: Address) -> Iterator[Fault]:
    if address.api_key and (address.user or address.password):
        yield Fault("Both a key and a user are given; the key alone will do.", API_KEY)
    elif bool(address.user) != bool(address.password):
        yield Fault("A user goes with a password.", PASSWORD if address.user else USER)
    if address.api_key or address.password:
        for parts in map(_split, address.urls):
            if parts and parts.scheme == "http" and parts.hostname not in _THIS_MACHINE:
                yield Fault("Over http everybody on the way can read the key or password.", URL)


def _ca_faults(address: Address) -> Iterator[Fault]:
    if not address.ca_file:
        return
    if not any(url.startswith("https://") for url in address.urls):
        yield Fault("A certificate is of use with an address of https:// only.", URL)
    if not Path(address.ca_file).is_file():
        yield Fault("There is no such file.", CA_FILE)
        return
    try:
        ssl.create_default_context(cafile=address.ca_file)
    except (ssl.SSLError, OSError):
        yield Fault("The file holds no certificate in PEM form.", CA_FILE)


def _split(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018 - raises when it is no number
    except ValueError:
        return None
    return parts


def server_faults(connection: Connection) -> list[Fault]:
    """Return what is wrong at the other end: asks for its version and for our indices."""
    try:
        with connection.reading(_CHECK_SECONDS) as client:
            version = _version_of(client)
            # The rights are those of a search at least.
            client.indices.get(index=f"{connection.address.prefix}-*", features=["aliases"])
    except Away as error:
        return [error.fault or STRANGE]
    return [] if version.partition(".")[0] in VERSIONS else [WRONG_VERSION]


def _version_of(client: Elasticsearch) -> str:
    try:
        version: str = client.info()["version"]["number"]
    except ApiError as error:
        # The node that the tests build does not serve the root; its nodes know as well.
        if error.status_code != 405 or not comes_from_elasticsearch(error):
            raise
        nodes = client.nodes.info(filter_path="nodes.*.version")["nodes"]
        return min(str(node["version"]) for node in nodes.values())
    return version
