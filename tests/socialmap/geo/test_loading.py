"""Loading the places that ship with the project, and those of GeoNames."""

from __future__ import annotations

import csv
import io
import json
from importlib.resources import files

import pytest

from socialmap.geo import geonames
from socialmap.geo.coordinates import in_netherlands
from socialmap.geo.geonames import GeonamesPlaats
from socialmap.geo.loading import load_plaatsen
from socialmap.models import Gemeente, Plaats, Postcode
from socialmap.text import fold_name

HAREN_BRABANT = GeonamesPlaats(
    naam="Haren",
    andere_namen=(),
    lat=51.80167,
    lon=5.58472,
    inwoners=690,
    provincie="Noord-Brabant",
)
GEONAMES = [
    HAREN_BRABANT,
    GeonamesPlaats(
        naam="Haren", andere_namen=(), lat=53.18, lon=6.61, inwoners=9375, provincie="Groningen"
    ),
    GeonamesPlaats(
        naam="Zeyen", andere_namen=("Zeijen",), lat=53.0475, lon=6.5458, inwoners=737,
        provincie="Drenthe",
    ),
    GeonamesPlaats(
        naam="Laren", andere_namen=(), lat=52.2575, lon=5.2278, inwoners=11000,
        provincie="Noord-Holland",
    ),
    GeonamesPlaats(
        naam="Laren", andere_namen=(), lat=52.1925, lon=6.3653, inwoners=2000,
        provincie="Gelderland",
    ),
    GeonamesPlaats(
        naam="'s-Heerenberg", andere_namen=(), lat=51.8767, lon=6.2583, inwoners=8000,
        provincie="Gelderland",
    ),
]  # fmt: skip


@pytest.fixture
def few_places(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("socialmap.geo.loading.dutch_places", lambda: iter(GEONAMES))


@pytest.mark.django_db
def test_the_own_places_come_with_their_gemeente_and_postcodes(
    few_places: None, haren: Gemeente
) -> None:
    load_plaatsen()

    glimmen = Plaats.objects.get(slug="glimmen")
    postcode = Postcode.objects.get(code="9756")
    assert glimmen.gemeente == haren
    assert (glimmen.zoeknaam, glimmen.provincie) == ("glimmen", "Groningen")
    assert (postcode.plaats, postcode.lat, postcode.lon) == (glimmen, glimmen.lat, glimmen.lon)


@pytest.mark.django_db
def test_a_place_of_both_sources_is_there_once(few_places: None) -> None:
    load_plaatsen()

    haren = Plaats.objects.get(slug="haren")
    assert (haren.lat, haren.inwoners) == (53.17209, 9375)
    assert not Plaats.objects.filter(naam="Zeyen").exists()
    assert Plaats.objects.get(slug="zeijen").inwoners == 737


@pytest.mark.django_db
def test_places_of_one_name_have_their_province_in_the_address(few_places: None) -> None:
    load_plaatsen()

    assert set(Plaats.objects.filter(naam="Haren").values_list("slug", flat=True)) == {
        "haren",
        "haren-nb",
    }
    assert set(Plaats.objects.filter(naam="Laren").values_list("slug", flat=True)) == {
        "laren-nh",
        "laren-gld",
    }
    assert Plaats.objects.filter(slug="s-heerenberg").exists()


@pytest.mark.django_db
def test_loading_again_changes_nothing(few_places: None, haren: Gemeente) -> None:
    load_plaatsen()
    before = list(Plaats.objects.order_by("pk").values())

    report = load_plaatsen()

    assert (report.plaatsen_nieuw, report.plaatsen_bijgewerkt) == (0, 0)
    assert (report.postcodes_nieuw, report.postcodes_bijgewerkt) == (0, 0)
    assert list(Plaats.objects.order_by("pk").values()) == before


@pytest.mark.django_db
def test_a_gemeente_that_comes_later_gets_its_places(few_places: None) -> None:
    load_plaatsen()
    haren = Gemeente.objects.create(code="GM0017", slug="haren", naam="Haren")

    report = load_plaatsen()

    assert report.plaatsen_bijgewerkt == 4
    assert haren.plaatsen.count() == 4


@pytest.mark.django_db
def test_what_somebody_else_entered_stays(few_places: None, haren: Gemeente) -> None:
    Plaats(slug="glimmen", naam="Glimmen-Zuid", lat=53.1, lon=6.6, bron="redactie").save()
    Postcode.objects.create(code="9756", lat=53.11, lon=6.61, bron="bag")

    load_plaatsen()
    Plaats.objects.filter(slug="laren-nh").update(gemeente=haren)
    load_plaatsen()

    assert Plaats.objects.get(slug="glimmen").naam == "Glimmen-Zuid"
    assert Postcode.objects.get(code="9756").bron == "bag"
    assert Plaats.objects.get(slug="laren-nh").gemeente == haren


@pytest.mark.django_db
def test_without_geonames_only_the_own_places_come() -> None:
    with files("socialmap").joinpath("data", "plaatsen.csv").open(encoding="utf-8") as stream:
        own = list(csv.DictReader(stream))

    report = load_plaatsen(geonames=False)

    assert report.plaatsen_nieuw == len(own)


@pytest.mark.django_db
def test_all_dutch_places_load_with_a_name_of_their_own_and_a_point_in_the_netherlands() -> None:
    load_plaatsen()

    plaatsen = list(Plaats.objects.all())
    assert len(plaatsen) > 1950
    assert all(in_netherlands(plaats.lat, plaats.lon) for plaats in plaatsen)
    assert all(plaats.provincie for plaats in plaatsen)
    assert all(plaats.zoeknaam == fold_name(plaats.naam) for plaats in plaatsen)
    assert {"den-haag", "s-hertogenbosch", "glimmen"} <= {plaats.slug for plaats in plaatsen}


def test_the_package_has_the_places_we_count_on() -> None:
    places = list(geonames.dutch_places())

    assert len(places) == 1966
    assert {place.provincie for place in places} == set(geonames.PROVINCIES.values())


def test_entries_are_read_across_the_borders_of_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    cities = {str(number): {"name": f"Plaats: {{{number}}}"} for number in range(50)}
    monkeypatch.setattr(geonames, "CHUNK_CHARACTERS", 7)

    entries = list(geonames._entries(io.StringIO(json.dumps(cities))))

    assert entries == list(cities.values())
