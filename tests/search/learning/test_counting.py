"""Once a day per gemeente; words from the fifth day on; nothing about a person."""

import threading
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection, connections, models

from search.learning import counting
from search.learning.counting import count
from search.learning.forgetting import forget_old_searches
from search.models import Telsleutel, Zoektelling, Zoekvraag
from tests.search.learning.conftest import FIRST_DAY, Search
from tests.socialmap.factories import GemeenteFactory

CANARY = "kanarieschulden"


def everything_stored() -> str:
    """Every row of every table of the database, as text."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
            found += [f"{table}: {row}" for row in cursor.fetchall()]
    return "\n".join(found)


@pytest.mark.django_db
class TestADay:
    def test_one_person_who_repeats_a_search_is_counted_once(self) -> None:
        for _ in range(20):
            count((CANARY,), None, 0, FIRST_DAY)

        assert Zoektelling.objects.get().dagen == 1
        assert not Zoekvraag.objects.exists()

    def test_a_clock_that_runs_back_counts_nothing(self) -> None:
        count((CANARY,), None, 0, FIRST_DAY)

        count((CANARY,), None, 0, FIRST_DAY - timedelta(days=1))

        assert Zoektelling.objects.get().dagen == 1

    def test_each_gemeente_counts_its_own(self, search_on: Search) -> None:
        haren, oldambt = GemeenteFactory(), GemeenteFactory()
        search_on(3, CANARY, gemeente=haren.pk)
        search_on(3, CANARY, gemeente=oldambt.pk)

        assert sorted(Zoektelling.objects.values_list("dagen", flat=True)) == [3, 3]
        assert not Zoekvraag.objects.exists()

    def test_the_order_of_the_words_makes_no_other_search(self) -> None:
        count(("huur", "schulden"), None, 0, FIRST_DAY)
        count(("schulden", "huur"), None, 0, FIRST_DAY + timedelta(days=1))

        assert Zoektelling.objects.get().dagen == 2


@pytest.mark.django_db
class TestWords:
    def test_until_the_fifth_day_no_table_holds_anything_readable(self, search_on: Search) -> None:
        haren = GemeenteFactory()

        search_on(4, CANARY, "huur", gemeente=haren.pk)

        assert CANARY not in everything_stored()

    def test_on_the_fifth_day_the_words_are_there(self, search_on: Search) -> None:
        haren = GemeenteFactory()

        search_on(5, CANARY, "huur", gemeente=haren.pk)

        found = Zoekvraag.objects.get()
        assert (found.woorden, found.dagen, found.gevonden) == (f"{CANARY} huur", 5, 0)
        assert (found.gemeente, found.laatste_dag) == (haren, FIRST_DAY + timedelta(days=4))
        assert found.stand == Zoekvraag.Stand.OPEN

    def test_later_days_add_to_it_and_keep_what_the_redactie_made_of_it(
        self, search_on: Search
    ) -> None:
        search_on(5, CANARY)
        Zoekvraag.objects.update(stand=Zoekvraag.Stand.WITTE_VLEK)

        search_on(2, CANARY, first=FIRST_DAY + timedelta(days=5))

        found = Zoekvraag.objects.get()
        assert (found.dagen, found.stand) == (7, Zoekvraag.Stand.WITTE_VLEK)

    def test_days_of_a_next_quarter_are_added_from_the_fifth_one(self, search_on: Search) -> None:
        search_on(6, CANARY)

        search_on(5, CANARY, first=date(2027, 1, 4))

        assert Zoekvraag.objects.get().dagen == 11


def test_no_column_can_hold_a_person_or_a_time() -> None:
    kinds = {
        field.name: type(field)
        for model in (Telsleutel, Zoektelling, Zoekvraag)
        for field in model._meta.get_fields()
    }

    assert models.DateTimeField not in kinds.values()
    assert models.TimeField not in kinds.values()
    assert models.GenericIPAddressField not in kinds.values()
    assert set(kinds) == {
        *("id", "kwartaal", "zout", "kenmerk", "dagen", "laatste_dag"),
        *("gemeente", "woorden", "sleutel", "gevonden", "stand"),
    }


@pytest.mark.django_db
class TestTerm:
    def test_words_nobody_searched_for_in_the_term_are_deleted(
        self, search_on: Search, settings: Any
    ) -> None:
        settings.SEARCH_COUNTS_DAYS = 90
        search_on(5, "oud")
        search_on(5, "nieuw", first=FIRST_DAY + timedelta(days=60))

        forget_old_searches(FIRST_DAY + timedelta(days=100))

        assert list(Zoekvraag.objects.values_list("woorden", flat=True)) == ["nieuw"]

    def test_the_job_deletes_a_key_of_a_past_quarter_without_any_search(
        self, search_on: Search
    ) -> None:
        search_on(1, CANARY)

        forget_old_searches(date(2027, 1, 1))

        assert not Telsleutel.objects.exists()
        assert not Zoektelling.objects.exists()


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_processes_that_count_at_once_make_one_day_of_it() -> None:
    start = threading.Barrier(8)

    def search() -> None:
        try:
            start.wait(10)
            count((CANARY,), None, 0, FIRST_DAY)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=search) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)

    assert Zoektelling.objects.get().dagen == 1
    assert Telsleutel.objects.count() == 1


@pytest.mark.sqlite
@pytest.mark.django_db
def test_a_count_waits_shortly_for_another_writer_and_other_writes_as_long_as_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def timeout(*args: Any) -> int:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA busy_timeout")
            waits.append(cursor.fetchone()[0])
        return 0

    waits: list[int] = []
    timeout()
    monkeypatch.setattr(counting, "_count_day", timeout)

    count((CANARY,), None, 0, FIRST_DAY)
    timeout()

    before, during, after = waits
    assert during <= 200 < before == after
