"""From the text of a visitor to a place: which source answers, and what happens without one."""

from __future__ import annotations

import logging
from datetime import timedelta

import pytest
from django.db import DatabaseError
from django.utils import timezone
from geopy.exc import GeocoderQueryError, GeocoderTimedOut
from hypothesis import HealthCheck, example, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries, Settings

from socialmap.geo import chain
from socialmap.geo.answers import Answers
from socialmap.geo.breaker import CircuitBreaker
from socialmap.geo.chain import PlaceFinder, find_place
from socialmap.geo.errors import GeocodingTimedOut
from socialmap.geo.place import PlaceLookup, Precisie, Reden
from socialmap.models import GeocodeResultaat, Plaats
from tests.socialmap.geo.fake_pdok import ADRES, ADRES_BRABANT, WOONPLAATS, FakeAdapter, answer

ADDRESS = "Voorbeeldlaan 1, Haren"

pytestmark = pytest.mark.usefixtures("plaatsen")


@pytest.fixture
def finder(pdok: FakeAdapter) -> PlaceFinder:
    """A chain with PDOK behind it and a breaker of its own."""
    return PlaceFinder(outside=pdok.source(), breaker=CircuitBreaker())


@pytest.fixture(autouse=True)
def _offline(settings: Settings) -> None:
    settings.GEOCODER = "offline"


def test_a_pair_is_a_plek_near_a_place() -> None:
    lookup = find_place("53.172,6.609")

    assert lookup.plek is not None
    assert lookup.plek.precisie is Precisie.COORDINAAT
    assert lookup.plek.naam == "uw locatie bij Haren"
    assert lookup.plek.gemeente_slug == "haren"


def test_a_pair_is_rounded_to_a_hundred_metres() -> None:
    lookup = find_place("53.17212345678,6.60934567891")

    assert lookup.plek is not None
    assert (lookup.plek.lat, lookup.plek.lon) == (53.172, 6.609)


@pytest.mark.parametrize(
    ("text", "reden"),
    [
        ("48.85,2.35", Reden.BUITEN_NEDERLAND),
        ("6.609,53.172", Reden.BUITEN_NEDERLAND),
        ("91.5,6.6", Reden.ONGELDIG),
        ("", Reden.ONGELDIG),
        ("   ", Reden.ONGELDIG),
        ("\x00\x07", Reden.ONGELDIG),
        ("?!", Reden.ONGELDIG),
        ("Bestaatniet", Reden.ONBEKEND),
        ("9999 ZZ", Reden.ONBEKEND),
        (ADDRESS, Reden.ONBEKEND),
    ],
)
def test_the_reason_tells_why_there_is_no_place(text: str, reden: Reden) -> None:
    lookup = find_place(text)

    assert lookup.plek is None
    assert lookup.reden is reden


def test_an_unknown_name_has_suggestions_and_is_never_replaced_by_one() -> None:
    lookup = find_place("Glimen")

    assert lookup == PlaceLookup(suggesties=("Glimmen",), reden=Reden.ONBEKEND)


def test_every_suggestion_can_be_found() -> None:
    for text in ("Glimen", "Haren, Voorbeeldlaan", ADDRESS, "Finsterwold"):
        suggesties = find_place(text).suggesties

        assert suggesties
        assert all(find_place(suggestie).plek is not None for suggestie in suggesties)


def test_an_address_without_geocoder_is_found_at_its_postcode() -> None:
    lookup = find_place("Voorbeeldlaan 1, 9756 AB Glimmen")

    assert lookup.plek is not None
    assert lookup.plek.precisie is Precisie.POSTCODE


def test_known_names_and_postcodes_never_leave_the_machine(
    finder: PlaceFinder, pdok: FakeAdapter
) -> None:
    for text in ("Haren", "Glimmen (Haren)", "9756 AB", "9752", "53.17,6.6", "gemeente Oldambt"):
        assert finder.lookup(text).plek is not None

    assert pdok.urls == []


def test_an_address_is_asked_outside(finder: PlaceFinder, pdok: FakeAdapter) -> None:
    pdok.answer = answer(ADRES)

    lookup = finder.lookup(ADDRESS)

    assert lookup.plek is not None
    assert lookup.plek.precisie is Precisie.ADRES
    assert lookup.plek.gemeente_slug == "haren"


def test_a_full_postcode_is_asked_outside_when_only_its_digits_are_known(
    finder: PlaceFinder, pdok: FakeAdapter
) -> None:
    pdok.answer = answer(
        ADRES | {"type": "postcode", "weergavenaam": "Voorbeeldlaan, 9752XX Haren"}
    )

    lookup = finder.lookup("9752 XX")

    assert lookup.plek is not None
    assert lookup.plek.naam == "Voorbeeldlaan, 9752XX Haren"


def test_an_answer_is_asked_once(finder: PlaceFinder, pdok: FakeAdapter) -> None:
    pdok.answer = answer(ADRES)
    first = finder.lookup(ADDRESS)

    second = finder.lookup(f"  {ADDRESS.upper()} ")

    assert second == first
    assert len(pdok.urls) == 1


def test_that_a_place_is_unknown_is_asked_once_too(finder: PlaceFinder, pdok: FakeAdapter) -> None:
    finder.lookup("Bestaatniet")
    finder.lookup("Bestaatniet")

    assert len(pdok.urls) == 1


def test_answers_are_kept_per_gemeente(finder: PlaceFinder, pdok: FakeAdapter) -> None:
    pdok.answer = answer(ADRES_BRABANT, ADRES)

    anywhere = finder.lookup("Voorbeeldlaan 1")
    here = finder.lookup("Voorbeeldlaan 1", gemeente_slug="haren")

    assert anywhere.plek is not None
    assert here.plek is not None
    assert (anywhere.plek.plaats_slug, here.plek.plaats_slug) == ("haren-nb", "haren")


@pytest.mark.parametrize(
    ("docs", "age", "requests"),
    [
        ([ADRES], timedelta(days=29), 1),
        ([ADRES], timedelta(days=31), 2),
        ([], timedelta(hours=23), 1),
        ([], timedelta(hours=25), 2),
    ],
)
def test_unknown_is_kept_shorter_than_known(
    finder: PlaceFinder,
    pdok: FakeAdapter,
    docs: list[dict[str, object]],
    age: timedelta,
    requests: int,
) -> None:
    pdok.answer = answer(*docs)
    finder.lookup(ADDRESS)
    GeocodeResultaat.objects.update(opgeslagen_op=timezone.now() - age)

    finder.lookup(ADDRESS)

    assert len(pdok.urls) == requests


def test_the_table_of_answers_does_not_tell_what_was_typed(
    finder: PlaceFinder, pdok: FakeAdapter
) -> None:
    finder.lookup("Geheimelaan 7 Bestaatniet")

    row = GeocodeResultaat.objects.get()

    assert "geheim" not in f"{row.sleutel} {row.resultaat} {row.bron}".lower()


@pytest.mark.parametrize("stored", [{}, {"naam": "Haren"}, [], "tekst", 3, {"precisie": "kaart"}])
def test_an_answer_of_another_version_is_asked_again(
    finder: PlaceFinder, pdok: FakeAdapter, stored: object
) -> None:
    pdok.answer = answer(ADRES)
    finder.lookup(ADDRESS)
    GeocodeResultaat.objects.update(resultaat=stored)

    assert finder.lookup(ADDRESS).plek is not None
    assert len(pdok.urls) == 2


def test_old_answers_are_cleared() -> None:
    answers = Answers()
    for number in range(4):
        answers.write(f"sleutel-{number}", "pdok", None)
    old = GeocodeResultaat.objects.filter(sleutel="sleutel-0")
    old.update(opgeslagen_op=timezone.now() - timedelta(days=2))

    assert answers.prune() == 1
    assert answers.prune(max_rows=2) == 1
    assert not GeocodeResultaat.objects.filter(sleutel="sleutel-1").exists()


@pytest.mark.parametrize("error", [GeocoderTimedOut("traag"), OSError("kapot")])
def test_a_service_that_is_away_costs_the_page_no_error(
    finder: PlaceFinder, pdok: FakeAdapter, error: Exception
) -> None:
    pdok.error = error

    lookup = finder.lookup("Glimen")

    assert lookup == PlaceLookup(suggesties=("Glimmen",), reden=Reden.DIENST_WEG)


def test_the_postcode_of_an_address_is_used_while_the_service_is_away(
    finder: PlaceFinder, pdok: FakeAdapter
) -> None:
    pdok.error = GeocoderTimedOut("traag")

    lookup = finder.lookup("Voorbeeldlaan 1, 9756 AB Glimmen")

    assert lookup.plek is not None
    assert lookup.plek.naam == "9756 AB Glimmen"


def test_a_failing_service_is_left_alone_after_three_times(
    finder: PlaceFinder, pdok: FakeAdapter
) -> None:
    pdok.error = GeocoderTimedOut("traag")

    lookups = [finder.lookup(f"Voorbeeldlaan {number}") for number in range(6)]

    assert len(pdok.urls) == 3
    assert {lookup.reden for lookup in lookups} == {Reden.DIENST_WEG}


def test_only_failures_in_a_row_close_the_service(finder: PlaceFinder, pdok: FakeAdapter) -> None:
    for number, error in enumerate([OSError(), OSError(), None, OSError(), OSError(), None]):
        pdok.error = error
        finder.lookup(f"Voorbeeldlaan {number}")

    assert len(pdok.urls) == 6


def test_a_failure_is_not_kept_as_unknown(finder: PlaceFinder, pdok: FakeAdapter) -> None:
    pdok.error = GeocoderTimedOut("traag")
    finder.lookup(ADDRESS)
    pdok.error, pdok.answer = None, answer(ADRES)

    assert finder.lookup(ADDRESS).plek is not None


def test_odd_questions_do_not_close_the_service_to_others(
    finder: PlaceFinder, pdok: FakeAdapter
) -> None:
    pdok.error = GeocoderQueryError("wat?")
    for number in range(5):
        assert finder.lookup(f"Vreemd {number}").reden is Reden.DIENST_WEG
    pdok.error, pdok.answer = None, answer(ADRES)

    assert finder.lookup(ADDRESS).plek is not None


def test_the_log_tells_of_a_failure_without_the_address(
    finder: PlaceFinder, pdok: FakeAdapter, caplog: pytest.LogCaptureFixture
) -> None:
    pdok.error = GeocoderTimedOut("timed out: q=Geheimelaan")

    with caplog.at_level(logging.DEBUG):
        finder.lookup("Geheimelaan 7")

    assert "did not answer" in caplog.text
    assert "Geheimelaan" not in caplog.text
    assert caplog.records[-1].__dict__["fout"] == "GeocoderTimedOut"


def test_a_table_that_cannot_be_written_costs_only_the_keeping(
    finder: PlaceFinder, pdok: FakeAdapter, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: object) -> None:
        raise DatabaseError("database is locked")

    monkeypatch.setattr(Answers, "write", refuse)
    pdok.answer = answer(ADRES)

    assert finder.lookup(ADDRESS).plek is not None


@pytest.mark.parametrize(
    ("text", "queries"),
    [
        ("53.172,6.609", 1),
        ("9756 AB", 1),
        ("Haren", 1),
        ("Glimmen (Haren)", 1),
        ("Oldambt", 1),
        ("Glimen", 2),
        ("Haren, Voorbeeldlaan", 1),
        (ADDRESS, 1),
        ("9999 ZZ Haren", 2),
        ("48.85,2.35", 0),
    ],
)
def test_a_lookup_in_our_own_tables_takes_at_most_two_queries(
    text: str, queries: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(queries):
        find_place(text)


def test_a_kept_answer_takes_at_most_three_queries(
    finder: PlaceFinder,
    pdok: FakeAdapter,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    pdok.answer = answer(ADRES)
    texts = ("Bestaatniet", ADDRESS, "Voorbeeldlaan 1, 9752 XX Haren")
    for text in texts:
        finder.lookup(text)

    for text in texts:
        with django_assert_max_num_queries(3):
            finder.lookup(text)


def test_the_setting_chooses_whether_pdok_is_asked(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, pdok: FakeAdapter
) -> None:
    pdok.answer = answer(ADRES)
    asked: list[tuple[str, float, str]] = []

    def pdok_source(domain: str, timeout: float, user_agent: str) -> object:
        asked.append((domain, timeout, user_agent))
        return pdok.source()

    monkeypatch.setattr(chain, "_pdok", pdok_source)
    assert find_place(ADDRESS).plek is None

    settings.GEOCODER = "pdok"
    settings.GEOCODER_PDOK_DOMAIN = "geo.example/v3_1"
    settings.GEOCODER_TIMEOUT_SECONDS = 0.7
    settings.GEOCODER_USER_AGENT = "kaart-van-haren"

    assert find_place(ADDRESS).plek is not None
    assert asked == [("geo.example/v3_1", 0.7, "kaart-van-haren")]


ODD_TEXT = st.one_of(
    st.text(max_size=300),
    st.text(alphabet="0123456789.,-+ ;ABab()'\"", max_size=40),
    st.text(st.characters(exclude_categories=[]), max_size=50),
    st.builds("{},{}".format, st.floats(), st.floats()),
    st.builds("{} {}".format, st.integers(0, 99999), st.text(max_size=10)),
)


@hypothesis_settings(
    max_examples=200,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(text=ODD_TEXT, gemeente_slug=st.sampled_from([None, "haren", "", "bestaat-niet"]))
@example(text="\ud800", gemeente_slug=None)
@example(text="%00", gemeente_slug="haren")
@example(text="é" * 4000, gemeente_slug=None)
@example(text="٩٧٥٢ AB", gemeente_slug=None)
@example(text="²5 ³", gemeente_slug=None)
@example(text="(((,),", gemeente_slug=None)
def test_no_text_makes_find_place_raise(
    finder: PlaceFinder, pdok: FakeAdapter, text: str, gemeente_slug: str | None
) -> None:
    pdok.answer = answer(WOONPLAATS)

    lookups = [
        find_place(text, gemeente_slug=gemeente_slug),
        finder.lookup(text, gemeente_slug=gemeente_slug),
    ]

    assert all(isinstance(lookup, PlaceLookup) for lookup in lookups)


def test_the_table_of_places_being_away_costs_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        raise DatabaseError("no such table")

    monkeypatch.setattr(Plaats.objects, "filter", refuse)

    assert find_place("Haren") == PlaceLookup(reden=Reden.DIENST_WEG)


def test_the_geocoder_of_the_site_tries_once(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[float] = []

    def refuse(request: object, *, timeout: float) -> None:
        tried.append(timeout)
        raise TimeoutError("timed out")

    source = chain._pdok("geo.example/v3_1", 0.5, "sociale-kaart-test")
    monkeypatch.setattr(source._geocoder.adapter, "urlopen", refuse)

    with pytest.raises(GeocodingTimedOut):
        source.find("Voorbeeldlaan 1")

    assert tried == [0.5]
