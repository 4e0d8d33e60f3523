"""PostgreSQL: a consumer is not there before the changes it would miss are visible."""

import threading
from collections.abc import Iterator

import pytest
from django.db import connections, transaction

from search.models import Afnemer, Wijziging
from search.outbox import consumers
from socialmap.models import Voorziening
from tests.socialmap.factories import VoorzieningFactory

pytestmark = pytest.mark.postgres

SECONDS = 10


@pytest.fixture
def writer(transactional_db: None) -> Iterator["Writer"]:
    yield (made := Writer())
    made.commit.set()
    made.join(SECONDS)
    Afnemer.objects.all().delete()


class Writer(threading.Thread):
    """Changes an entry in a transaction that stays open until `commit`."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.written, self.commit = threading.Event(), threading.Event()

    def run(self) -> None:
        try:
            with transaction.atomic():
                VoorzieningFactory(naam="Onderweg")
                self.written.set()
                self.commit.wait(SECONDS)
        finally:
            connections.close_all()


class Registration(threading.Thread):
    """Registers a consumer and then reads what there is, as a build of an index does."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.seen: list[str] = []

    def run(self) -> None:
        try:
            consumers.register("index:nieuw")
            self.seen = list(Voorziening.objects.values_list("naam", flat=True))
        finally:
            connections.close_all()


def test_registering_waits_for_a_transaction_whose_triggers_already_ran(writer: Writer) -> None:
    writer.start()
    assert writer.written.wait(SECONDS)
    registration = Registration()

    registration.start()
    registration.join(0.5)
    waits = registration.is_alive()
    writer.commit.set()
    registration.join(SECONDS)

    assert waits
    assert not registration.is_alive()
    assert registration.seen == ["Onderweg"]


def test_a_change_after_registering_waits_for_the_consumer(writer: Writer) -> None:
    consumers.register("index:nieuw")

    writer.start()
    assert writer.written.wait(SECONDS)
    writer.commit.set()
    writer.join(SECONDS)

    assert Wijziging.objects.filter(afnemer__naam="index:nieuw").exists()


def test_a_consumer_that_leaves_lets_a_transaction_go_through_that_wrote_for_it(
    writer: Writer,
) -> None:
    leaving = consumers.register("herbouw:even")
    writer.start()
    assert writer.written.wait(SECONDS)

    leaving.delete()
    writer.commit.set()
    writer.join(SECONDS)

    assert Voorziening.objects.filter(naam="Onderweg").exists()
    assert Wijziging.objects.exists()
    consumers.forget_silent()
    assert not Wijziging.objects.exists()
