"""A document is checked when made."""

import uuid
from typing import Any

import pytest

from search.documents import MAX_PUNTEN, Document

ID = "8f14e45f-ceea-467f-9a36-dedd4bea2543"


@pytest.mark.parametrize(
    "fields",
    [
        {"id": "formulierenbrigade"},
        {"texts": {"titel": "x"}},
        {"facets": {"kleur": ("rood",)}},
        {"punten": ((91.0, 6.0),)},
        {"punten": ((float("nan"), 6.0),)},
        {"leeftijd_van": 20, "leeftijd_tot": 10},
        {"boost": 0.5},
    ],
)
def test_a_wrong_document_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"."):
        Document(**({"id": ID} | fields))


def test_an_id_is_kept_in_one_spelling() -> None:
    assert Document(id=ID.upper()).id == Document(id=uuid.UUID(ID).hex).id == ID


def test_unknown_stands_alone() -> None:
    document = Document(
        id=ID, facets={"taal": ("onbekend", "nl", "nl"), "vorm": ("onbekend",), "stap": ()}
    )

    assert document.facets == {"taal": ("nl",), "vorm": ("onbekend",)}


def test_points_beyond_the_most_are_left_out() -> None:
    document = Document(id=ID, punten=((53.0, 6.5),) * (MAX_PUNTEN + 5))

    assert len(document.punten) == MAX_PUNTEN


def test_sorting_goes_by_the_name_when_nothing_else_is_given() -> None:
    assert Document(id=ID, texts={"naam": "Taalhuis"}).naam_sort == "Taalhuis"
