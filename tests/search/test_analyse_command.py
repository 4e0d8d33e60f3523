"""`manage.py analyse` shows what search makes of a word."""

import json
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command

from search.lists import kept
from search.models import Woordlijstwoord


def analyse(*words: str) -> list[dict[str, Any]]:
    out = StringIO()
    call_command("analyse", *words, "--json", stdout=out)
    found: list[dict[str, Any]] = json.loads(out.getvalue())
    return found


def test_each_word_gets_its_stem_and_its_parts() -> None:
    assert analyse("Maaltijdvoorzieningen", "cliënten") == [
        {
            "word": "Maaltijdvoorzieningen",
            "folded": "maaltijdvoorzieningen",
            "stem": "maaltijdvoorziening",
            "parts": ["maaltijd", "voorziening"],
        },
        {"word": "cliënten", "folded": "clienten", "stem": "client", "parts": []},
    ]


def test_there_is_one_answer_for_each_argument() -> None:
    assert [row["stem"] for row in analyse("taxi voor oma", "???", "fietsen")] == [
        *("taxi voor oma", "", "fiets")
    ]


def test_a_line_for_people_names_the_parts() -> None:
    out = StringIO()

    call_command("analyse", "ouderenvervoer", "huisarts", stdout=out)

    assert out.getvalue().splitlines() == [
        "ouderenvervoer: ouderenvervoer = oudere + vervoer",
        "huisarts: huisarts",
    ]


@pytest.fixture
def _lists(settings: Any) -> Any:
    settings.SEARCH_LISTS_SECONDS = 0
    kept.forget()
    yield
    kept.forget()


@pytest.mark.django_db
@pytest.mark.usefixtures("_lists")
def test_words_that_editors_added_count_at_once() -> None:
    assert analyse("zwabberclub")[0]["parts"] == []
    assert analyse("ouderenvervoer")[0]["parts"] == ["oudere", "vervoer"]

    Woordlijstwoord.objects.create(woord="zwabber", soort="woorddeel")
    Woordlijstwoord.objects.create(woord="ouderenvervoer", soort="beschermd")

    assert analyse("zwabberclub")[0]["parts"] == ["zwabber", "club"]
    assert analyse("ouderenvervoer")[0]["parts"] == []
