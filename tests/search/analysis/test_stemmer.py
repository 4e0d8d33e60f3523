"""The stemmer on labelled pairs of words from this domain."""

from itertools import combinations
from pathlib import Path

import pytest

from search.analysis import fold
from search.analysis.stemmer import stem

GOLD = Path(__file__).parent.parent / "data" / "stems.tsv"


def labelled_pairs() -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Return the pairs that must share a stem, and those that must not."""
    same: list[tuple[str, str]] = []
    apart: list[tuple[str, str]] = []
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        sign, *words = line.split() or [""]
        if sign == "=":
            same += combinations(map(fold, words), 2)
        elif sign == "!":
            apart.append((fold(words[0]), fold(words[1])))
    return same, apart


def test_inflections_of_a_word_share_a_stem() -> None:
    same, _ = labelled_pairs()

    missed = [(a, b) for a, b in same if stem(a) != stem(b)]

    assert len(same) == 132
    assert len(missed) <= 1, missed


def test_words_that_only_look_alike_keep_their_own_stem() -> None:
    _, apart = labelled_pairs()

    merged = [(a, b) for a, b in apart if stem(a) == stem(b)]

    assert len(apart) == 38
    assert merged == []


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("huizen", "huis"),
        ("financiele", "financieel"),
        ("straatje", "straat"),
        ("foto's", "foto"),
        ("mogelijkheden", "mogelijkheid"),
        ("2024", "2024"),
        ("9751ab", "9751ab"),
        ("", ""),
        ("je", "je"),
    ],
)
def test_a_stem_is_the_plain_form(word: str, expected: str) -> None:
    assert stem(word) == expected
