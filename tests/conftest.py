"""No test reaches another machine; everything below tests/browser carries the mark `browser`.

Tests about one database (`sqlite`, `postgres`) are left out when they run on the other. Tests that
ask for `elasticsearch_url` carry the mark `elasticsearch` and share one node.
"""

import ipaddress
import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import caches
from django.db import connection

from deploy.elasticsearch import temporary_node
from search import choices
from socialmap import sites
from socialmap.middleware.hosts import known_hosts

BROWSER_TESTS = Path(__file__).parent / "browser"


class NetworkForbidden(RuntimeError):
    """A test tried to reach another machine."""


def _is_this_machine(address: Any) -> bool:
    if not isinstance(address, tuple):
        return True  # A Unix socket.
    host = address[0]
    if host in {"localhost", ""}:
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


@pytest.fixture(scope="session", autouse=True)
def _closed_sockets() -> Iterator[None]:
    patch = pytest.MonkeyPatch()
    for name in ("connect", "connect_ex"):
        original = getattr(socket.socket, name)

        def guarded(self: socket.socket, address: Any, _original: Any = original) -> Any:
            if not _is_this_machine(address):
                raise NetworkForbidden(f"{address[0]} is another machine")
            return _original(self, address)

        patch.setattr(socket.socket, name, guarded)
    yield
    patch.undo()


@pytest.fixture(scope="session")
def elasticsearch_url() -> Iterator[str]:
    """Where a real node answers: that of `make test`, else one of our own."""
    given = os.environ.get("SOCIALMAP_TEST_ELASTICSEARCH_URL")
    if given:
        yield given
        return
    with temporary_node(in_memory=True) as node:
        yield node.url


@pytest.fixture(autouse=True)
def _nothing_remembered() -> Iterator[None]:
    """Caches live longer than the rows that a test makes."""
    known_hosts.forget()
    sites.forget()
    choices.forget()
    yield
    for cache in caches.all():
        cache.clear()


@pytest.hookimpl(tryfirst=True)  # before xdist reads the groups
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items:
        if BROWSER_TESTS in item.path.parents:
            item.add_marker(pytest.mark.browser)
        if "elasticsearch_url" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.elasticsearch)
            item.add_marker(pytest.mark.xdist_group("elasticsearch"))
    left_out = list(filter(_is_for_another_run, items))
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if not _is_for_another_run(item)]


def _is_for_another_run(item: pytest.Item) -> bool:
    """Whether a test belongs to the run on the other database."""
    if connection.vendor == "sqlite":
        return item.get_closest_marker("postgres") is not None
    # A node without a database is tried once, on the run that is quicker.
    is_without_database = (
        item.get_closest_marker("elasticsearch") is not None
        and item.get_closest_marker("django_db") is None
        and item.get_closest_marker("postgres") is None
    )
    return is_without_database or item.get_closest_marker("sqlite") is not None
