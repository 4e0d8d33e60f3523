"""Words that a mistyped word may have been meant as."""

import pytest

from search.typos import SpellingIndex

WORDS = [
    ("maaltijd", 9),
    ("alzheimer", 3),
    ("formulierenbrigade", 1),
    ("woon", 50),
    ("vervoer", 8),
    ("vervoeren", 2),
    ("regelingen", 5),
    ("taalhuys", 1),
    ("2024", 9),
]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("maaltjid", "maaltijd"),
        ("alsheimer", "alzheimer"),
        ("formulierenbrigrade", "formulierenbrigade"),
        ("vervoor", "vervoer"),
        ("evrvoer", "vervoer"),
    ],
)
def test_a_mistyped_word_is_recognised(typed: str, meant: str) -> None:
    assert SpellingIndex(WORDS).similar(typed)[0].word == meant


@pytest.mark.parametrize(
    "typed",
    [
        "zoon",  # a correct word, a letter away from "woon"
        "rekeningen",  # a correct word, two letters away from "regelingen"
        "abc",  # too short
        "2025",  # no word
        "",
    ],
)
def test_a_correct_or_short_word_or_number_is_left_alone(typed: str) -> None:
    assert SpellingIndex(WORDS).similar(typed) == []


def test_the_nearest_word_comes_first_and_then_the_most_frequent() -> None:
    index = SpellingIndex([("groepen", 1), ("groepje", 9), ("greepen", 4)])

    assert [similar.word for similar in index.similar("groepjen")] == [
        "groepje",
        "groepen",
        "greepen",
    ]


def test_words_that_no_document_holds_any_more_are_left_out() -> None:
    assert SpellingIndex(WORDS).similar("maaltjid", frequency=lambda word: 0) == []


def test_a_beginning_is_completed_with_the_most_frequent_first() -> None:
    index = SpellingIndex(WORDS)

    assert [found.word for found in index.completions("vervoe")] == ["vervoer", "vervoeren"]
    assert index.completions("ver") == []
