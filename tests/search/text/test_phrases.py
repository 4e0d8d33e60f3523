"""Words typed next to each other."""

from search.text import plan_text
from search.text.phrases import OTHER_ORDER_WEIGHT, TOGETHER_WEIGHT
from tests.search.text.vocabulary import Words


def phrases(text: str, words: Words) -> dict[tuple[str, ...], float]:
    plan = plan_text(text, words).plan
    return {phrase.tokens: phrase.weight for phrase in plan.phrases} if plan else {}


def test_neighbours_count_in_both_orders_and_most_as_typed() -> None:
    found = phrases("warme maaltijd", Words(warm=3, maaltijd=4))

    assert found == {
        ("warm", "maaltijd"): TOGETHER_WEIGHT,
        ("maaltijd", "warm"): OTHER_ORDER_WEIGHT,
    }


def test_stop_words_in_between_count_with_and_without() -> None:
    found = phrases("maatje voor kinderen", Words(maatje=3, kind=4))

    assert found["maatje", "kind"] == found["maatje", "voor", "kind"] == TOGETHER_WEIGHT


def test_words_that_no_document_has_and_words_of_every_question_make_no_phrase() -> None:
    assert phrases("warme maaltijd", Words(maaltijd=4)) == {}
    assert phrases("ik zoek hulp bij een maaltijd", Words(zoek=9, hulp=9)) == {}


def test_a_word_does_not_follow_itself() -> None:
    assert phrases("maaltijd maaltijden", Words(maaltijd=4)) == {}
