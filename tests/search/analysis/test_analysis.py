"""Text to tokens."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis import SENTINEL, analyse, fold, layers
from search.analysis.derivations import relatives
from search.analysis.fold import words
from search.analysis.stemmer import stem

any_text = st.text(st.characters())  # lone surrogates, controls and marks included


@given(any_text)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(any_text)
def test_any_text_gives_tokens_that_engines_can_store(text: str) -> None:
    for layer in layers(text):
        for token in layer:
            assert token.encode()
            assert not any(character.isspace() for character in token)
            assert token != SENTINEL


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cliënt", ["client"]),
        ("café's", ["cafe's"]),
        ("foto’s", ["foto's"]),
        ("ĲSSELMEER", ["ijsselmeer"]),
        ("was- en strijkservice", ["was", "en", "strijkservice"]),
        ("9751 AB", ["9751ab"]),
        ("9751ab", ["9751ab"]),
        ("2024 en 2025", ["2024", "en", "2025"]),
        ("24/7", ["24", "7"]),
        ("naïef e\u0301\x00n", ["naief", "e", "n"]),
        ("🙂", []),
        ("", []),
    ],
)
def test_words_are_folded_and_cut(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_layers_hold_words_stems_and_parts() -> None:
    surfaces, stems, parts = layers("De maaltijdgroepen van Haren")

    assert stems == ["maaltijdgroep", "haren"]
    assert parts == ["maaltijd", "groep"]
    assert surfaces == ["maaltijdgroepen", "maaltijd", "groep", "haren"]


def test_a_name_may_keep_its_stop_words() -> None:
    assert layers("Doe mee").stems == []
    assert layers("Doe mee", keep_stop_words=True).stems == ["doe", "mee"]


def test_a_very_long_word_is_cut_short() -> None:
    (token,) = analyse("x" * 4000)

    assert len(token.folded) == 64


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("mantelzorger", "mantelzorg"),
        ("opvoeden", "opvoeding"),
        ("eenzaam", "eenzaamheid"),
        ("bewegen", "beweging"),
        ("verhuizen", "verhuizing"),
        ("aanpassen", "aanpassing"),
        ("inburgeren", "inburgering"),
        ("bezorgd", "bezorgen"),
        ("helpt", "hulp"),
        ("gesprekken", "spreken"),
    ],
)
def test_relatives_are_of_one_regular_family(typed: str, meant: str) -> None:
    assert stem(meant) in relatives(stem(typed))


def test_a_word_is_no_relative_of_itself() -> None:
    assert "opvoed" not in relatives("opvoed")
