"""The synonyms that ship come into the database, beside what editors made of them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from search.models import Synoniem
from search.synonyms import loading
from search.synonyms.loading import load_synoniemen
from tests.socialmap.factories import GemeenteFactory

pytestmark = pytest.mark.django_db
Ship = Callable[..., None]


@pytest.fixture
def ship(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Ship:
    """`ship("bus;vervoer;eenzijdig;alledaags;nl;", …)`: another version of the file."""

    def write(*rows: str) -> None:
        file = tmp_path / "synoniemen.csv"
        head = "van;naar;richting;soort;taal;gemeente"
        file.write_text("\n".join([head, *rows]), encoding="utf-8")
        monkeypatch.setattr(loading, "FILE", file)

    return write


BUS = "bus;vervoer;eenzijdig;alledaags;nl;"
TAXI = "taxi;vervoer;tweezijdig;alledaags;nl;"


def pairs() -> set[tuple[str, str]]:
    return set(Synoniem.objects.in_use().values_list("van", "naar"))


def test_twice_is_once(ship: Ship) -> None:
    ship(BUS, TAXI)
    load_synoniemen()

    report = load_synoniemen()

    assert (report.nieuw, report.bijgewerkt, report.weg, report.gelijk) == (0, 0, 0, 2)


def test_what_nobody_changed_follows(ship: Ship) -> None:
    ship(BUS, TAXI)
    load_synoniemen()
    ship(BUS.replace("eenzijdig", "tweezijdig"))

    load_synoniemen()

    assert Synoniem.objects.get().richting == "twee"


def test_what_an_editor_changed_removed_or_added_stays(ship: Ship) -> None:
    ship(BUS, TAXI)
    load_synoniemen()
    Synoniem.objects.filter(van="bus").update(naar="buurtbus")
    Synoniem.objects.get(van="taxi").delete()
    Synoniem.objects.create(van="tram", naar="vervoer")
    ship(BUS.replace("eenzijdig", "tweezijdig"), TAXI)

    load_synoniemen()

    assert pairs() == {("bus", "buurtbus"), ("tram", "vervoer")}
    assert Synoniem.objects.get(van="bus").richting == "twee"


def test_what_the_file_drops_stays_only_as_an_editor_rewrote_it(ship: Ship) -> None:
    ship(BUS, TAXI)
    load_synoniemen()
    Synoniem.objects.filter(van="bus").update(naar="buurtbus")
    ship("trein;vervoer;eenzijdig;alledaags;nl;")

    report = load_synoniemen()

    assert pairs() == {("bus", "buurtbus"), ("trein", "vervoer")}
    assert report.conflicten == ["bus → buurtbus"]


def test_what_an_editor_had_first_is_not_doubled(ship: Ship) -> None:
    Synoniem.objects.create(van="bus", naar="vervoer", richting="twee", soort="jargon")
    ship(BUS)

    load_synoniemen()
    load_synoniemen()

    row = Synoniem.objects.get()
    assert (row.richting, row.soort) == ("twee", "jargon")


def test_rows_of_a_gemeente_come_with_that_gemeente(ship: Ship) -> None:
    ship(BUS + "haren")
    load_synoniemen()
    assert not Synoniem.objects.exists()

    haren = GemeenteFactory(slug="haren")
    load_synoniemen()

    assert Synoniem.objects.get().gemeente == haren
