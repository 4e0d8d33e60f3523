"""System checks of the search settings."""

from pathlib import Path
from typing import Any

import pytest

from search.checks import check_engine


def test_the_project_settings_are_in_order() -> None:
    assert check_engine() == []


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("search.engines.nowhere.Engine", "search.E001"),
        ("nonsense", "search.E001"),
        (None, "search.E001"),
        ("search.query.SearchQuery", "search.E006"),
    ],
)
def test_a_wrong_engine_is_an_error(settings: Any, path: str | None, code: str) -> None:
    settings.SEARCH_ENGINE = path

    assert [message.id for message in check_engine()] == [code]


def test_the_embedded_engine_needs_a_directory(settings: Any, tmp_path: Path) -> None:
    settings.SEARCH_ENGINE = "search.engines.embedded.EmbeddedEngine"
    settings.SEARCH_INDEX_DIR = None
    assert [message.id for message in check_engine()] == ["search.E007"]

    file = tmp_path / "file"
    file.touch()
    settings.SEARCH_INDEX_DIR = file
    assert [message.id for message in check_engine()] == ["search.E008"]


def test_the_reference_engine_needs_no_directory(settings: Any) -> None:
    settings.SEARCH_ENGINE = "search.engines.reference.ReferenceEngine"
    settings.SEARCH_INDEX_DIR = None

    assert check_engine() == []
