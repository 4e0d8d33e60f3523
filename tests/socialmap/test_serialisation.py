"""The public shape: complete, of JSON types only, and without anything private."""

import datetime
import json
from typing import Any

import pytest

from socialmap.models import Activiteit, Contact, Locatie, Voorziening
from socialmap.serialisation import serialise, serialise_card
from tests.socialmap.factories import (
    AanbiederFactory,
    GemeenteFactory,
    LocatieFactory,
    PlaatsFactory,
    VoorzieningFactory,
)

pytestmark = pytest.mark.django_db


def shape_of(voorziening: Voorziening) -> dict[str, Any]:
    return serialise(Voorziening.objects.for_serialisation().get(pk=voorziening.pk))


def test_it_is_plain_json() -> None:
    locatie = LocatieFactory(openingstijden=[(1, "09:00", "12:30")])
    made = VoorzieningFactory(
        live=True,
        aanbieder=locatie.aanbieder,
        locaties=[locatie],
        betaald=True,
        prijzen=[(250, "keer")],
        gecontroleerd=True,
        geldig_van=datetime.date(2026, 1, 1),
        activiteiten=[
            {
                "herhaling": "FREQ=WEEKLY;BYDAY=TU",
                "van": datetime.time(10),
                "begint_op": datetime.date(2026, 1, 6),
            }
        ],
    )

    shape = shape_of(made)

    assert json.loads(json.dumps(shape)) == shape
    assert shape["geldig_van"] == "2026-01-01"
    assert shape["activiteiten"][0]["van"] == "10:00"
    assert shape["locaties"][0]["openingstijden"] == [
        {"weekdag": 1, "van": "09:00", "tot": "12:30", "toelichting": ""}
    ]


def test_a_card_is_part_of_the_whole_but_for_the_hours_of_a_locatie() -> None:
    locatie = LocatieFactory()
    made = VoorzieningFactory(live=True, aanbieder=locatie.aanbieder, locaties=[locatie])
    card = serialise_card(Voorziening.objects.for_card().get(pk=made.pk))
    whole = shape_of(made)

    assert card["locaties"][0].items() <= whole["locaties"][0].items()
    assert [key for key in card if key != "locaties" and card[key] != whole[key]] == []


class TestPrivate:
    @pytest.fixture
    def shape(self) -> dict[str, Any]:
        plaats = PlaatsFactory(naam="Glimmen")
        locatie = LocatieFactory(
            naam="Bij de familie Jansen",
            straat="Geheimeweg",
            huisnummer="13",
            postcode="0000 XX",
            plaats=plaats,
            lat=53.13579,
            lon=6.24681,
            prive=True,
        )
        return shape_of(
            VoorzieningFactory(live=True, aanbieder=locatie.aanbieder, locaties=[locatie])
        )

    @pytest.mark.parametrize(
        "secret", ["Jansen", "Geheimeweg", "0000 XX", "53.13579", "6.24681", '"13"']
    )
    def test_a_private_address_is_nowhere(self, secret: str, shape: dict[str, Any]) -> None:
        assert secret not in json.dumps(shape)

    def test_its_place_is_known(self, shape: dict[str, Any]) -> None:
        [locatie] = shape["locaties"]

        assert locatie["plaats"] == "Glimmen"
        assert (locatie["lat"], locatie["lon"], locatie["precisie"]) == (None, None, "geen")


def test_what_is_withdrawn_is_left_out() -> None:
    aanbieder = AanbiederFactory(live=False)
    mede = AanbiederFactory(live=False)
    locatie = LocatieFactory(aanbieder=aanbieder, live=False)

    shape = shape_of(
        VoorzieningFactory(
            live=True, aanbieder=aanbieder, mede_aanbieders=[mede], locaties=[locatie]
        )
    )

    assert (shape["aanbieder"], shape["mede_aanbieders"], shape["locaties"]) == (None, [], [])


def test_an_old_contact_has_no_link() -> None:
    made = VoorzieningFactory()
    Contact.objects.create(
        voorziening=made, soort="website", waarde="https://oud.example", historisch=True
    )

    assert shape_of(made)["contacten"][0]["href"] == ""


@pytest.mark.parametrize(
    ("soort", "waarde", "href"),
    [
        ("telefoon", "(000) 123-45 67", "tel:0001234567"),
        ("telefoon", "+31 0 123", "tel:+310123"),
        ("email", "info@voorbeeld.example", "mailto:info@voorbeeld.example"),
        ("website", "https://voorbeeld.example/", "https://voorbeeld.example/"),
    ],
)
def test_a_contact_becomes_a_link(soort: str, waarde: str, href: str) -> None:
    made = VoorzieningFactory(contacten=[(soort, waarde)])

    assert shape_of(made)["contacten"][0]["href"] == href


def test_unknown_facts_of_a_building_stay_unknown() -> None:
    locatie = LocatieFactory(rolstoel=True, toilet=False)
    made = VoorzieningFactory(aanbieder=locatie.aanbieder, locaties=[locatie])

    facts = shape_of(made)["locaties"][0]["toegankelijk"]

    assert facts == {
        "rolstoel": True,
        "toilet": False,
        "lift": None,
        "parkeerplek": None,
        "ringleiding": None,
    }


def test_no_field_of_a_person_is_in_it() -> None:
    shape = shape_of(VoorzieningFactory(live=True, gecontroleerd=True))

    keys = " ".join(_keys(shape))
    for word in ("owner", "user", "gebruiker", "email_van", "locked_by", "latest_revision"):
        assert word not in keys


def _keys(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [*value, *(key for part in value.values() for key in _keys(part))]
    if isinstance(value, list):
        return [key for part in value for key in _keys(part)]
    return []


def test_the_number_of_queries_does_not_grow(django_assert_max_num_queries: Any) -> None:
    haren = GemeenteFactory(slug="haren")
    aanbieder = AanbiederFactory(gemeente=haren)
    locaties = LocatieFactory.create_batch(2, aanbieder=aanbieder)
    for _ in range(5):
        VoorzieningFactory(
            live=True,
            aanbieder=aanbieder,
            locaties=locaties,
            leefgebieden=["geld"],
            talen=["nl"],
            activiteiten=[{"herhaling": "FREQ=DAILY"}],
        )

    with django_assert_max_num_queries(15):
        shapes = [serialise(row) for row in Voorziening.objects.for_serialisation()]

    assert len(shapes) == 5
    assert Activiteit.objects.count() == 5
    assert Locatie.objects.count() == 2
