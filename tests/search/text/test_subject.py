"""Questions of which the subject is unknown."""

import pytest

from search.text import plan_text
from search.text.planning import NO_ANSWER
from tests.search.text.vocabulary import Words


@pytest.mark.parametrize(
    "text", ["flurbcoin verwijderen", "flurbtickets naar spanje", "recept flurbsagne", "asdfgh xyz"]
)
def test_an_unknown_subject_with_a_known_verb_is_not_answered(text: str) -> None:
    words = Words(verwijder=9, recept=9, **{"begrip:koken-leren": 3, "begrip:stress": 4})

    assert plan_text(text, words).plan == NO_ANSWER


def test_a_known_word_that_says_enough_answers_beside_an_unknown_one() -> None:
    answer = plan_text("cursus pottebakkerij", Words(cursus=4))

    assert answer.plan is not None
    assert [word.alternatives for word in answer.plan.words] == [(("cursus",),)]
    assert answer.missing == ("pottebakkerij",)


def test_a_word_of_this_index_alone_is_a_subject() -> None:
    plan = plan_text("flurbstra bijeen", Words(flurbstra=1)).plan

    assert plan is not None
    assert plan.words


def test_a_kind_of_a_known_word_is_not_unknown() -> None:
    plan = plan_text("vertrouw de overbuurvrouw niet", Words(vertrouw=2)).plan

    assert plan is not None
    assert plan.words


def test_a_year_is_no_subject() -> None:
    plan = plan_text("recept 2026", Words(recept=9)).plan

    assert plan is not None
    assert plan.words
