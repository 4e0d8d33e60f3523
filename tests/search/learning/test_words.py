"""Only words that our lists, the begrippen or the index know are ever counted."""

import pytest

from search.learning.words import countable_words
from search.query import SearchPage


def words(text: str, *missing: str, **corrections: str) -> tuple[str, ...]:
    page = SearchPage(total=0, missing_words=missing, corrections=corrections)
    return countable_words(text, page)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Schuldhulpverlening", ("schuldhulpverlening",)),
        ("ik zoek hulp bij mijn schulden", ("schulden",)),
        ("scootmobiel scootmobiel", ("scootmobiel",)),
        ("eetclub, voor oma", ("eetclub", "oma")),
    ],
)
def test_known_words_are_left_as_typed_without_words_that_say_nothing(
    text: str, expected: tuple[str, ...]
) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "fatima yaakoubi schulden",
        "schulden jansen",
        "schulden yaakoubbi",
    ],
)
def test_a_name_or_a_typo_of_one_is_left_out(text: str) -> None:
    unknown = set(text.split()) - {"schulden"}

    assert words(text, *unknown) == ("schulden",)


def test_a_word_that_was_read_as_another_is_left_out() -> None:
    assert words("schulden jansie", jansie="jas") == ("schulden",)


def test_a_typo_that_a_begrip_explains_is_left_out() -> None:
    assert words("demensie") == ()


def test_a_word_that_only_the_index_knows_is_kept() -> None:
    assert words("schulden formulierenbrigadoon") == ("schulden", "formulierenbrigadoon")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("schulden 06 12345678", ("schulden",)),
        ("thuiszorg 9751 AB", ("thuiszorg",)),
        ("thuiszorg 123456782", ("thuiszorg",)),
        ("geweld kerkstraat 12", ("geweld",)),
        ("ruzie dorpsstraat 3a", ("ruzie",)),
    ],
)
def test_numbers_and_addresses_are_left_out(text: str, expected: tuple[str, ...]) -> None:
    assert words(text) == expected


def test_a_search_with_an_email_address_is_left_out_as_a_whole() -> None:
    assert words("schulden piet@voorbeeld.example") == ()


def test_a_long_question_is_a_story_of_one_person_and_is_left_out() -> None:
    assert words("huur schulden scheiding verslaving dementie thuiszorg") == ()


@pytest.mark.parametrize("text", ["", "de het een", "xqzxqz", "hulp", "🙂", "12 34"])
def test_what_says_nothing_is_left_out(text: str) -> None:
    assert words(text, "xqzxqz") == ()
