"""The splitter on labelled compounds and look-alikes."""

from pathlib import Path

import pytest

from search.analysis import fold
from search.analysis.compounds import is_known, split
from search.analysis.stemmer import stem

GOLD = Path(__file__).parent.parent / "data" / "compounds.tsv"


def labelled_words() -> tuple[list[tuple[str, set[str]]], list[str]]:
    """Return compounds with the stems of their parts, and words that must stay whole."""
    compounds: list[tuple[str, set[str]]] = []
    whole: list[str] = []
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        word, parts = line.split("\t")
        if parts == "=":
            whole.append(fold(word))
        else:
            compounds.append((fold(word), {stem(fold(part)) for part in parts.split("+")}))
    return compounds, whole


def test_compounds_split_into_exactly_their_parts() -> None:
    compounds, _ = labelled_words()

    exact = [word for word, parts in compounds if set(map(stem, split(word))) == parts]

    assert len(compounds) == 131
    assert len(exact) >= 127


def test_other_words_stay_whole() -> None:
    _, whole = labelled_words()

    cut = [word for word in whole if split(word)]

    assert len(whole) == 88
    assert len(cut) <= 8, cut


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("maaltijdgroepen", ("maaltijd", "groep")),
        ("vrijwilligersvacaturebank", ("vrijwilliger", "vacature", "bank")),
        ("ziekenhuis", ()),
        ("huis", ()),
        ("a" * 5000, ()),
    ],
)
def test_a_word_is_covered_whole_or_not_at_all(word: str, parts: tuple[str, ...]) -> None:
    assert split(word) == parts


def test_a_word_of_the_lists_is_known_in_any_inflection() -> None:
    assert is_known("maaltijden")
    assert is_known("maaltijdgroepen")
    assert not is_known("maaltjid")
