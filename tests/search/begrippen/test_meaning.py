"""Begrippen of a query, against what the entries in sight carry."""

from collections.abc import Callable

from search.analysis import analyse
from search.begrippen.meaning import NOTHING, meaning
from search.begrippen.tokens import is_begrip, strong_token, strong_tokens, weak_token


def carried(*tokens: str) -> Callable[[tuple[str, ...]], int]:
    return lambda asked: int(set(asked) <= set(tokens))


def test_an_entry_that_is_about_it_matches_and_scores() -> None:
    token = strong_token("dementie")

    found = meaning("mijn man vergeet alles", analyse("man vergeet"), carried(token))

    assert token in found.matching
    assert found.weights[(token,)] > 0
    assert "vergeet" in found.explained


def test_an_entry_that_may_be_about_it_scores_but_only_matches_when_the_query_is_certain() -> None:
    token = weak_token("belastingaangifte")
    words = ["dementie", "fietsen", "belasting"]

    vague = meaning(" ".join(words), analyse(" ".join(words)), carried(token))
    certain = meaning("belastingaangifte", analyse("belastingaangifte"), carried(token))

    assert (token,) in vague.weights
    assert token not in vague.matching
    assert token in certain.matching


def test_a_begrip_that_nobody_carries_makes_way_for_a_broader_one() -> None:
    token = strong_token("sociaal-wijkteam")

    found = meaning("ik voel me eenzaam", analyse("eenzaam"), carried(token))

    assert found.matching == (token,)


def test_words_that_mean_nothing_leave_nothing() -> None:
    assert meaning("qzxwv", analyse("qzxwv"), carried()) == NOTHING


def test_tokens_of_begrippen_are_told_from_words() -> None:
    assert is_begrip(strong_token("geld"))
    assert is_begrip(weak_token("geld"))
    assert not is_begrip("geld")


def test_the_likeliest_begrip_of_an_entry_counts_most() -> None:
    tokens = strong_tokens(["geld", "werk", "taal", "sport"])

    assert [tokens.count(strong_token(slug)) for slug in ("geld", "werk", "taal", "sport")] == [
        *(3, 2, 1, 1)
    ]
    assert strong_tokens([]) == []
