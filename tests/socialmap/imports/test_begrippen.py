"""Confirmed begrippen come in with the entries, and what an editor says later stays."""

import json
from pathlib import Path
from typing import Any

import pytest

from socialmap.imports import begrippen
from socialmap.imports.loading import load_gemeenten
from socialmap.models import Begrip, Leefgebied, Voorziening, VoorzieningBegrip
from tests.socialmap.imports.bestanden import bestand, write
from tests.socialmap.imports.test_merge import edit

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def beside(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The folder beside the demo files, with the begrippen of one entry."""
    folder = tmp_path / "begrippen"
    folder.mkdir()
    (folder / "proefdorp.json").write_text(json.dumps({"eetclub": ["samen-eten", "koken"]}))
    monkeypatch.setattr(begrippen, "FOLDER", folder)
    begrippen._confirmed.cache_clear()
    return folder


@pytest.fixture(autouse=True)
def no_cache() -> Any:
    yield
    begrippen._confirmed.cache_clear()


def know(*slugs: str) -> None:
    leefgebied = Leefgebied.objects.all()[0]
    for slug in slugs:
        Begrip.objects.create(slug=slug, term=slug, leefgebied=leefgebied)


def confirmed() -> set[str]:
    rows = Voorziening.objects.get(slug="eetclub").begrippen.confirmed()
    return set(rows.values_list("begrip__slug", flat=True))


def load(tmp_path: Path, data: dict[str, Any] | None = None, **options: Any) -> Any:
    return load_gemeenten([write(tmp_path, data or bestand())], **options)


def test_an_entry_of_the_demo_gets_its_confirmed_begrippen(tmp_path: Path) -> None:
    know("samen-eten", "koken")

    load(tmp_path)

    assert confirmed() == {"samen-eten", "koken"}


def test_a_second_time_changes_nothing(tmp_path: Path) -> None:
    know("samen-eten", "koken")
    load(tmp_path)

    report = load(tmp_path)

    assert report.writes == 0
    assert not report.behouden


def test_what_an_editor_changed_later_stays(tmp_path: Path) -> None:
    know("samen-eten", "koken")
    load(tmp_path)
    entry = Voorziening.objects.get(slug="eetclub")
    kept, rejected = entry.begrippen.order_by("begrip__slug")
    rejected.status = VoorzieningBegrip.Status.AFGEWEZEN
    edit(entry, begrippen=[kept, rejected])

    report = load(tmp_path)

    assert confirmed() == {"koken"}
    assert report.behouden == {"voorziening eetclub": ("begrippen",)}


def test_a_file_may_name_begrippen_itself(tmp_path: Path) -> None:
    know("samen-eten", "koken")
    data = bestand()
    data["voorzieningen"][0]["begrippen"] = ["koken"]

    load(tmp_path, data)

    assert confirmed() == {"koken"}


def test_an_unknown_begrip_is_left_out_and_named(tmp_path: Path) -> None:
    know("koken")

    report = load(tmp_path)

    assert confirmed() == {"koken"}
    assert "deze begrippen kennen wij niet: samen-eten" in str(report)


def test_entries_that_came_before_the_begrippen_get_them_the_next_time(tmp_path: Path) -> None:
    before = load(tmp_path)
    know("samen-eten", "koken")

    load(tmp_path)

    assert not before.opmerkingen
    assert confirmed() == {"samen-eten", "koken"}


def test_the_suggestions_can_be_measured_without_them(tmp_path: Path) -> None:
    know("samen-eten", "koken")

    load(tmp_path, confirmed=False)

    assert confirmed() == set()
