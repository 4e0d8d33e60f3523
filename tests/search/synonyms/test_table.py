"""Synonyms stand for stretches of typed words, in the directions and places where they hold."""

from collections.abc import Iterator
from typing import Any

import pytest

from search.analysis import analyse
from search.lists import kept
from search.models import Synoniem
from search.query import Scope, SearchQuery
from search.synonyms.table import WEIGHT, Table, synonyms
from search.text import plan_text
from search.text.alternatives import Expansion
from tests.socialmap.factories import GemeenteFactory

PAIRS = [
    ("schoonmaakhulp", "huishoudelijke hulp", ""),
    ("huishoudelijke hulp", "schoonmaakhulp", ""),
    ("hulp bij het huishouden", "schoonmaakhulp", ""),
    ("rollatorclub", "beweegclub", "haren"),
]


def found(text: str, gemeente: str | None = None) -> list[Expansion]:
    content = [token for token in analyse(text) if not token.is_stop_word]
    return list(Table(PAIRS).expansions(content, gemeente))


def test_one_word_stands_for_several() -> None:
    assert found("goede schoonmaakhulp") == [
        Expansion(1, 2, ("huishoudelijk", "hulp"), WEIGHT, "huishoudelijke hulp")
    ]


def test_several_words_in_a_row_stand_for_one_however_they_are_inflected() -> None:
    (expansion,) = found("zoek huishoudelijk hulp")

    assert (expansion.start, expansion.end, expansion.tokens) == (1, 3, ("schoonmaakhulp",))


def test_stop_words_between_do_not_matter() -> None:
    assert [one.tokens for one in found("hulp bij het huishouden")] == [("schoonmaakhulp",)]
    assert [one.tokens for one in found("hulp bij huishouden")] == [("schoonmaakhulp",)]


def test_half_of_the_words_is_not_enough() -> None:
    assert found("huishoudelijke zaken") == []


def test_one_way_does_not_work_the_other_way() -> None:
    assert found("beweegclub", "haren") == []


def test_a_synonym_of_one_gemeente_counts_there_only() -> None:
    assert found("rollatorclub", "haren")
    assert found("rollatorclub", "oldambt") == []
    assert found("rollatorclub") == []


def test_words_of_only_stop_words_stand_for_nothing() -> None:
    assert list(Table([("de", "het", ""), ("van de", "geld", "")]).expansions([], None)) == []


class Words:
    """A vocabulary of tokens and how many documents hold each."""

    def __init__(self, *tokens: str) -> None:
        self._tokens = set(tokens)

    def frequency(self, tokens: tuple[str, ...]) -> int:
        return 3 if set(tokens) <= self._tokens else 0

    def similar(self, word: str) -> list[Any]:
        return []

    def completions(self, beginning: str) -> list[Any]:
        return []


def plan(text: str, vocabulary: Words) -> Any:
    table = Table([("kwabbelziekte", "dementie", "")])
    return plan_text(text, vocabulary, lambda content: table.expansions(content, None))


def test_what_a_synonym_finds_is_not_missing_and_weighs_less() -> None:
    answer = plan("kwabbelziekte", Words("dementie"))

    assert answer.missing == ()
    assert answer.plan is not None
    assert [(s.tokens, s.weight) for s in answer.plan.scored] == [(("dementie",), WEIGHT)]


def test_a_synonym_reaches_the_begrip_that_knows_the_other_word() -> None:
    answer = plan("kwabbelziekte", Words("begrip:dementie"))

    assert answer.plan is not None
    assert answer.plan.begrippen == ("begrip:dementie",)
    assert answer.missing == ()


@pytest.fixture
def _fresh(settings: Any) -> Iterator[None]:
    settings.SEARCH_LISTS_SECONDS = 0
    kept.forget()
    yield
    kept.forget()


@pytest.mark.django_db
@pytest.mark.usefixtures("_fresh")
class TestDatabase:
    def instead(self, text: str, gemeente: str | None = None) -> list[str]:
        return [one.instead for one in synonyms().expansions(analyse(text), gemeente)]

    def test_what_ships_counts_until_it_is_loaded(self) -> None:
        Synoniem.objects.create(van="zwabber", naar="dweil")

        assert "huishoudelijke hulp" in self.instead("poetshulp")
        assert self.instead("dweil") == ["zwabber"]

    def test_a_change_counts_at_the_next_question(self) -> None:
        row = Synoniem.objects.create(van="zwabber", naar="dweil", richting="een")
        assert (self.instead("zwabber"), self.instead("dweil")) == (["dweil"], [])

        row.naar = "mop"
        row.save()
        assert self.instead("zwabber") == ["mop"]

        Synoniem.objects.update(actief=False)
        assert self.instead("zwabber") == []

    def test_the_gemeente_that_is_searched_in_decides(self) -> None:
        haren = GemeenteFactory(slug="haren")
        Synoniem.objects.create(van="zwabber", naar="dweil", gemeente=haren)

        in_haren = SearchQuery(text="zwabber", scope=Scope(gemeente="haren"))
        chosen = SearchQuery(text="zwabber", filters={"gemeente": frozenset({"haren"})})
        several = SearchQuery(text="zwabber", filters={"gemeente": frozenset({"haren", "assen"})})

        asked = [query.only_gemeente for query in (in_haren, chosen, several)]
        assert asked == ["haren", "haren", None]
        assert [self.instead("zwabber", one) for one in asked] == [["dweil"], ["dweil"], []]
