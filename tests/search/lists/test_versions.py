"""A list has a number, raised by each change however it was written, and read once in a while."""

from typing import Any

import pytest
from django.db import connection, transaction

from search.analysis.additions import additions
from search.lists import kept, versions
from search.lists.version import analysis_version
from search.models import Lijstversie, Synoniem, Woordlijstwoord
from socialmap.models import Begrip, Begripswoord, Leefgebied


def number(lijst: str) -> int:
    return Lijstversie.objects.filter(naam=lijst).values_list("nummer", flat=True).first() or 0


def begrip(**values: Any) -> Begrip:
    leefgebied = Leefgebied.objects.get(slug="geld")
    return Begrip.objects.create(**{"term": "Zwabberen", "leefgebied": leefgebied} | values)


@pytest.mark.django_db
class TestNumbers:
    def test_each_way_of_writing_raises_the_number(self) -> None:
        seen = [number("begrippen")]
        made = begrip()
        seen.append(number("begrippen"))
        Begripswoord.objects.bulk_create(
            [Begripswoord(begrip=made, kant="vraag", tekst=tekst) for tekst in ("een", "twee")]
        )
        seen.append(number("begrippen"))
        Begrip.objects.filter(pk=made.pk).update(term="Dweilen")
        seen.append(number("begrippen"))
        Begripswoord.objects.filter(begrip=made).delete()
        seen.append(number("begrippen"))

        assert seen == sorted(set(seen))

    def test_a_list_leaves_the_others_alone(self) -> None:
        before = number("begrippen"), number("woordenlijst")

        Synoniem.objects.create(van="zwabber", naar="dweil")

        assert (number("begrippen"), number("woordenlijst")) == before
        assert number("synoniemen")

    def test_a_rollback_leaves_the_number(self) -> None:
        before = number("synoniemen")

        with transaction.atomic():
            Synoniem.objects.create(van="zwabber", naar="dweil")
            transaction.set_rollback(True)

        assert number("synoniemen") == before


@pytest.mark.django_db
class TestLooking:
    def test_what_ships_counts_where_nobody_looks(self, settings: Any) -> None:
        settings.SEARCH_LISTS_SECONDS = None
        begrip()

        assert versions.current() == versions.SHIPPED

    @pytest.mark.usefixtures("fresh_lists")
    def test_questions_between_two_looks_cost_no_query(
        self, settings: Any, django_assert_num_queries: Any
    ) -> None:
        settings.SEARCH_LISTS_SECONDS = 60.0
        versions.current()

        with django_assert_num_queries(0):
            for _ in range(100):
                versions.current()

    @pytest.mark.usefixtures("fresh_lists")
    def test_what_an_open_transaction_wrote_is_no_version_yet(self, settings: Any) -> None:
        settings.SEARCH_LISTS_SECONDS = 0.000001
        first = versions.current()

        begrip()

        assert connection.in_atomic_block
        assert versions.current() == first

    @pytest.mark.usefixtures("fresh_lists")
    def test_words_that_editors_add_change_the_version_of_the_analysis(self) -> None:
        plain = analysis_version()

        Woordlijstwoord.objects.create(woord="zwabber", soort="woorddeel")
        with_word = analysis_version()
        Woordlijstwoord.objects.all().delete()

        assert plain != with_word
        assert analysis_version() == plain
        assert not any(additions())


@pytest.mark.django_db
@pytest.mark.usefixtures("fresh_lists")
def test_a_change_is_made_ready_while_the_former_still_answers(settings: Any) -> None:
    made: list[int] = []
    value = kept.Kept(lambda: made.append(1) or len(made), ("synoniemen",))
    settings.SEARCH_LISTS_SECONDS = 0
    assert value.get() == 1

    Synoniem.objects.create(van="zwabber", naar="dweil")
    kept.settle()

    assert value.get() == 2
