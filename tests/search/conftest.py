"""A fresh index per test, consumers of the outbox, and the demo data once per module."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client, override_settings

from search import choices, engines, lifecycle
from search.engines.base import SearchEngine
from search.models import Afnemer, Wijziging
from socialmap import sites
from socialmap.imports.loading import demo_files, load_gemeenten, load_voorbeelden
from socialmap.middleware.hosts import known_hosts
from tests.search.pages import ResultsPage

Show = Callable[..., ResultsPage]


@pytest.fixture
def engine_folder(settings: Any, tmp_path: Path) -> Iterator[Path]:
    """A folder for the index that holds nothing yet; nothing is repaired unasked."""
    settings.SEARCH_INDEX_DIR = tmp_path / "index"
    settings.SEARCH_SELF_REPAIR = False
    engines.forget()
    yield settings.SEARCH_INDEX_DIR
    engines.forget()


@pytest.fixture
def index(db: None, engine_folder: Path) -> SearchEngine:
    """An index of its own, built from the rows that are there; changes reach it by `drain`."""
    lifecycle.build()
    return engines.get_engine()


@pytest.fixture
def show(client: Client) -> Show:
    """`show("/zoeken/", "q=taal")` is the page as a visitor reads it."""

    def get(path: str, query: str = "", **extra: Any) -> ResultsPage:
        return ResultsPage(response=client.get(f"{path}?{query}" if query else path, **extra))

    return get


class Reader:
    """A consumer that tests read by hand."""

    def __init__(self, naam: str) -> None:
        self.afnemer = Afnemer.objects.create(naam=naam)

    def read(self) -> list[str]:
        """The public ids that wait, in order; afterwards none do."""
        rows = Wijziging.objects.filter(afnemer=self.afnemer)
        found = [str(public_id) for public_id in rows.values_list("public_id", flat=True)]
        rows.delete()
        return sorted(found)


@pytest.fixture
def reader(db: None) -> Reader:
    return Reader("index:een")


@pytest.fixture
def second_reader(db: None) -> Reader:
    return Reader("index:twee")


def forget_everything() -> None:
    sites.forget()
    choices.forget()
    known_hosts.forget()
    engines.forget()


@pytest.fixture(scope="module")
def demo(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[SearchEngine]:
    """The four demo gemeenten with their fictional aanbieders, and the index over them.

    Loaded once per module; each test runs in a savepoint of its own.
    """
    folder = tmp_path_factory.mktemp("demo") / "index"
    with (
        django_db_blocker.unblock(),
        override_settings(SEARCH_INDEX_DIR=folder, SEARCH_SELF_REPAIR=False),
        transaction.atomic(),
    ):
        forget_everything()
        load_gemeenten(demo_files("gemeenten"))
        load_voorbeelden(demo_files("voorbeelden"))
        lifecycle.build()
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                # No vacuum sees rows of an open transaction: without this, plans are for none.
                cursor.execute("ANALYZE")
        yield engines.get_engine()
        transaction.set_rollback(True)
    forget_everything()
