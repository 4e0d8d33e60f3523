"""The geopy geocoder: its requests, and how it reads answers."""

from __future__ import annotations

import logging
from typing import Any

import pytest
from geopy.adapters import AdapterHTTPError
from geopy.exc import (
    GeocoderParseError,
    GeocoderQueryError,
    GeocoderQuotaExceeded,
    GeocoderRateLimited,
    GeocoderServiceError,
    GeocoderTimedOut,
    GeocoderUnavailable,
)

from socialmap.geo.errors import (
    GeocodingFailed,
    GeocodingRefused,
    GeocodingTimedOut,
    QuestionRefused,
)
from socialmap.geo.pdok import FIELDS, PARAMETERS, escape_solr
from socialmap.geo.place import Precisie
from socialmap.models import Plaats
from tests.socialmap.geo.fake_pdok import (
    ADRES,
    ADRES_BRABANT,
    GEMEENTE,
    WEG,
    WOONPLAATS,
    FakeAdapter,
    answer,
)


def test_a_point_is_read_with_longitude_first(pdok: FakeAdapter) -> None:
    pdok.answer = answer(ADRES)

    location = pdok.geocoder().geocode("Voorbeeldlaan 1, Haren")

    assert (location.latitude, location.longitude) == (53.17312345, 6.61012345)
    assert location.address == "Voorbeeldlaan 1, 9752XX Haren"
    assert location.raw["type"] == "adres"


def test_an_empty_answer_is_none(pdok: FakeAdapter) -> None:
    geocoder = pdok.geocoder()

    assert geocoder.geocode("Nergens") is None
    assert geocoder.geocode("Nergens", exactly_one=False) is None
    assert geocoder.reverse((53.0, 6.5)) is None
    assert geocoder.suggest("Nergens") == []


def test_all_answers_come_as_a_list_when_more_than_one_is_asked(pdok: FakeAdapter) -> None:
    pdok.answer = answer(ADRES_BRABANT, ADRES)

    locations = pdok.geocoder().geocode("Voorbeeldlaan 1", exactly_one=False)

    assert [place.raw["gemeentenaam"] for place in locations] == ["Oss", "Groningen"]


def test_a_document_without_a_point_is_left_out(pdok: FakeAdapter) -> None:
    without = {name: value for name, value in ADRES.items() if name != "centroide_ll"}
    pdok.answer = answer(without, ADRES_BRABANT)

    assert pdok.geocoder().geocode("Voorbeeldlaan 1").raw["gemeentenaam"] == "Oss"


def test_the_point_and_the_types_are_asked_for_by_name(pdok: FakeAdapter) -> None:
    pdok.geocoder().geocode("Haren")

    assert pdok.urls[-1].startswith("https://api.pdok.nl/bzk/locatieserver/search/v3_1/free?")
    assert pdok.params["fl"].split(",") == list(FIELDS)
    assert "centroide_ll" in pdok.params["fl"]
    assert pdok.params["fq"] == "type:(adres OR postcode OR weg OR woonplaats OR gemeente)"
    assert pdok.params["rows"] == "1"


def test_only_parameters_that_the_service_knows_are_sent(pdok: FakeAdapter) -> None:
    geocoder = pdok.geocoder()

    geocoder.geocode("Haren", exactly_one=False, limit=3)
    free = set(pdok.params)
    geocoder.suggest("Har", limit=3)
    suggest = set(pdok.params)
    geocoder.reverse((53.17, 6.61), distance=500)
    reverse = set(pdok.params)

    assert free <= PARAMETERS["free"]
    assert suggest <= PARAMETERS["suggest"]
    assert reverse <= PARAMETERS["reverse"]


def test_timeout_and_user_agent_are_those_of_the_settings(pdok: FakeAdapter) -> None:
    geocoder = pdok.geocoder()

    geocoder.geocode("Haren")
    geocoder.geocode("Haren", timeout=0.3)

    assert pdok.timeouts == [1.5, 0.3]
    assert pdok.headers[0]["User-Agent"] == "sociale-kaart-test"


@pytest.mark.parametrize(
    ("typed", "sent"),
    [
        ("type:perceel", r"type\:perceel"),
        ("a && b || !c", r"a \&\& b \|\| \!c"),
        ('"Haren" (Gn)', r"\"Haren\" \(Gn\)"),
        ("*:*", r"\*\:\*"),
        ("\\", r"\\"),
        ("Haren OR Glimmen AND NOT [1 TO 9]", r"Haren or Glimmen and not \[1 to 9\]"),
        ("'s-Gravenzande", r"'s\-Gravenzande"),
    ],
)
def test_what_is_typed_is_text_and_never_a_solr_query(typed: str, sent: str) -> None:
    assert escape_solr(typed) == sent


def test_suggestions_are_names(pdok: FakeAdapter) -> None:
    pdok.answer = answer(WOONPLAATS, ADRES)

    names = pdok.geocoder().suggest("Har")

    assert names == ["Haren, Groningen, Groningen", "Voorbeeldlaan 1, 9752XX Haren"]
    assert "/suggest?" in pdok.urls[-1]


def test_reverse_sends_latitude_and_longitude_by_name(pdok: FakeAdapter) -> None:
    pdok.answer = answer(ADRES | {"afstand": 12.3})

    location = pdok.geocoder().reverse("53.1731, 6.6101", distance=200)

    assert (pdok.params["lat"], pdok.params["lon"]) == ("53.1731", "6.6101")
    assert pdok.params["distance"] == "200"
    assert pdok.params["type"] == "adres"
    assert location.raw["afstand"] == 12.3


@pytest.mark.parametrize(
    "broken",
    [
        {},
        [],
        None,
        "Onderhoud",
        {"response": None},
        {"response": {"docs": None}},
        {"response": {"docs": ["tekst"]}},
        answer(ADRES | {"centroide_ll": "POINT(53.1 6.6)"}),
        answer(ADRES | {"centroide_ll": "LINESTRING(6.6 53.1, 6.7 53.2)"}),
        answer(ADRES | {"centroide_ll": 3}),
    ],
)
def test_an_answer_of_another_shape_is_an_error_of_geopy_and_then_ours(
    pdok: FakeAdapter, broken: Any
) -> None:
    pdok.answer = broken

    with pytest.raises(GeocoderParseError):
        pdok.geocoder().geocode("Haren")
    with pytest.raises(GeocodingFailed):
        pdok.source().find("Haren")


@pytest.mark.parametrize(
    ("status", "geopy_error"),
    [(400, GeocoderQueryError), (429, GeocoderRateLimited), (503, GeocoderTimedOut)],
)
def test_a_status_becomes_the_error_that_geopy_has_for_it(
    pdok: FakeAdapter, status: int, geopy_error: type[Exception]
) -> None:
    pdok.error = AdapterHTTPError("Fout", status_code=status, headers={}, text="q=Haren")

    with pytest.raises(geopy_error):
        pdok.geocoder().geocode("Haren")


def test_the_body_of_an_error_is_not_logged(
    pdok: FakeAdapter, caplog: pytest.LogCaptureFixture
) -> None:
    pdok.error = AdapterHTTPError(
        "Bad Request", status_code=400, headers={}, text="Geheimelaan wordt niet begrepen"
    )

    with caplog.at_level(logging.DEBUG), pytest.raises(GeocoderQueryError):
        pdok.geocoder().geocode("Geheimelaan")

    assert "Geheimelaan" not in caplog.text


@pytest.mark.parametrize(
    ("error", "ours"),
    [
        (GeocoderTimedOut("traag"), GeocodingTimedOut),
        (GeocoderUnavailable("weg"), GeocodingTimedOut),
        (GeocoderQuotaExceeded("op"), GeocodingRefused),
        (GeocoderQueryError("wat?"), QuestionRefused),
        (GeocoderServiceError("stuk"), GeocodingFailed),
        (OSError("kapot"), GeocodingFailed),
        (UnicodeDecodeError("utf-8", b"\xff", 0, 1, "kapot"), GeocodingFailed),
    ],
)
def test_each_error_of_geopy_has_one_of_ours(
    pdok: FakeAdapter, error: Exception, ours: type[GeocodingFailed]
) -> None:
    pdok.error = error

    with pytest.raises(GeocodingFailed) as caught:
        pdok.source().find("Haren")

    assert type(caught.value) is ours
    assert caught.value.__cause__ is error


@pytest.mark.parametrize(
    ("doc", "text", "precisie"),
    [
        (ADRES, "Voorbeeldlaan 1, Haren", Precisie.ADRES),
        (WEG, "Voorbeeldlaan, Haren", Precisie.POSTCODE),
        (ADRES | {"type": "postcode"}, "9752 XX", Precisie.POSTCODE),
        (WOONPLAATS, "Haren", Precisie.PLAATS),
        (GEMEENTE, "gemeente Eemsdelta", Precisie.PLAATS),
    ],
)
def test_the_type_of_an_answer_is_its_precision(
    pdok: FakeAdapter,
    plaatsen: dict[str, Plaats],
    doc: dict[str, Any],
    text: str,
    precisie: Precisie,
) -> None:
    pdok.answer = answer(doc)

    plek = pdok.source().find(text)

    assert plek is not None
    assert plek.precisie is precisie


@pytest.mark.parametrize(
    "text", ["Voorbeeldlaan 1, Haren", "Voorbeeldlaan Haren", "Haren 12", "1234 AB Haren"]
)
def test_the_middle_of_a_place_is_no_answer_to_a_street(
    pdok: FakeAdapter, plaatsen: dict[str, Plaats], text: str
) -> None:
    pdok.answer = answer(WOONPLAATS)

    assert pdok.source().find(text) is None


def test_a_street_behind_the_middle_of_its_place_is_still_found(
    pdok: FakeAdapter, plaatsen: dict[str, Plaats]
) -> None:
    pdok.answer = answer(WOONPLAATS, WEG)

    plek = pdok.source().find("Voorbeeldlaan Haren")

    assert plek is not None
    assert plek.naam == WEG["weergavenaam"]


def test_an_address_keeps_our_gemeente_also_when_it_has_merged(
    pdok: FakeAdapter, plaatsen: dict[str, Plaats]
) -> None:
    pdok.answer = answer(ADRES)

    plek = pdok.source().find("Voorbeeldlaan 1, Haren")

    assert plek is not None
    assert (plek.plaats_slug, plek.gemeente_slug, plek.gemeente_code) == (
        "haren",
        "haren",
        "GM0017",
    )


def test_a_place_of_the_same_name_far_away_is_not_ours(
    pdok: FakeAdapter, plaatsen: dict[str, Plaats]
) -> None:
    pdok.answer = answer(ADRES_BRABANT)

    plek = pdok.source().find("Voorbeeldlaan 1, Haren")

    assert plek is not None
    assert plek.plaats_slug == "haren-nb"
    assert plek.gemeente_slug is None
    assert plek.gemeente_code == "GM0828"


def test_an_address_far_from_every_place_of_that_name_has_no_plaats(
    pdok: FakeAdapter, plaatsen: dict[str, Plaats]
) -> None:
    pdok.answer = answer(ADRES | {"centroide_ll": "POINT(4.9 52.4)"})

    plek = pdok.source().find("Voorbeeldlaan 1, Haren")

    assert plek is not None
    assert plek.plaats_slug is None
    assert plek.gemeente_code == "GM0014"


def test_of_equal_answers_the_one_in_the_gemeente_of_the_page_is_chosen(
    pdok: FakeAdapter, plaatsen: dict[str, Plaats]
) -> None:
    pdok.answer = answer(ADRES_BRABANT, ADRES)
    source = pdok.source()

    here = source.find("Voorbeeldlaan 1", gemeente_slug="haren")
    anywhere = source.find("Voorbeeldlaan 1")

    assert here is not None
    assert here.plaats_slug == "haren"
    assert anywhere is not None
    assert anywhere.plaats_slug == "haren-nb"
