"""Coordinates, names and the values that travel: nothing here needs a database."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialmap.geo.breaker import CircuitBreaker
from socialmap.geo.coordinates import Pair, distance_km, in_netherlands, parse_pair
from socialmap.geo.names import clean_text, parse_postcode
from socialmap.geo.place import PlaceLookup, Plek, Precisie, Reden


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("53.172,6.609", Pair(53.172, 6.609)),
        ("53.172, 6.609", Pair(53.172, 6.609)),
        ("53.172 6.609", Pair(53.172, 6.609)),
        ("53,172 6,609", Pair(53.172, 6.609)),
        ("53,172; 6,609", Pair(53.172, 6.609)),
        ("+53.17209876,-6.609", Pair(53.172, -6.609)),
    ],
)
def test_a_pair_is_read_with_latitude_first(text: str, pair: Pair) -> None:
    assert parse_pair(text) == pair


@pytest.mark.parametrize(
    "text",
    ["53.172", "53,172", "9752, 12", "12 14", "53.172,6.609,3", "nan,inf", "1e5,2.0", "٥٣.١,٦.٦"],
)
def test_another_text_is_no_pair(text: str) -> None:
    assert parse_pair(text) is None


def test_the_bounds_hold_the_netherlands() -> None:
    assert in_netherlands(50.7539, 6.0208)  # Vaals
    assert in_netherlands(53.4802, 6.1663)  # Schiermonnikoog
    assert in_netherlands(51.3083, 3.3886)  # Sint Anna ter Muiden
    assert not in_netherlands(48.85, 2.35)
    assert not in_netherlands(6.609, 53.172)
    assert not in_netherlands(float("nan"), 6.0)


def test_distance_is_in_kilometres() -> None:
    # Haren to Winschoten, 28.5 km by the haversine formula.
    assert distance_km(53.17209, 6.60931, 53.14417, 7.03472) == pytest.approx(28.5, abs=0.1)
    assert distance_km(53.0, 6.0, 53.0, 6.0) == 0


@given(st.floats(-90, 90), st.floats(-180, 180), st.floats(-90, 90), st.floats(-180, 180))
def test_distance_is_the_same_both_ways_and_never_longer_than_half_the_earth(
    lat: float, lon: float, other_lat: float, other_lon: float
) -> None:
    there = distance_km(lat, lon, other_lat, other_lon)

    assert there == pytest.approx(distance_km(other_lat, other_lon, lat, lon))
    assert 0 <= there <= 20016


@given(st.text(max_size=500))
def test_clean_text_is_short_and_on_one_line(text: str) -> None:
    cleaned = clean_text(text)

    assert len(cleaned) <= 100
    assert cleaned == " ".join(cleaned.split())
    assert cleaned.isprintable()


def test_clean_text_drops_what_cannot_be_seen() -> None:
    assert clean_text("Ha\x00r\u200ben\u202e\n\tGn\ud800") == "Haren Gn"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("9752", ("9752", "")),
        ("9752 ab", ("9752AB", "")),
        ("9752AB 12", ("9752AB", "12")),
        ("9752 Haren", ("9752", "Haren")),
        ("Voorbeeldlaan 1, 9752 AB Haren", ("9752AB", "Voorbeeldlaan 1, Haren")),
        ("Voorbeeldlaan 1, 9752 Haren", ("9752", "Voorbeeldlaan 1, Haren")),
        ("Voorbeeldlaan 1200", (None, "Voorbeeldlaan 1200")),
        ("0752 AB", (None, "0752 AB")),
        ("9752 SS", ("9752", "SS")),  # no postcode ends so, but its digits are right
        ("97521", (None, "97521")),
        ("Haren", (None, "Haren")),
    ],
)
def test_a_postcode_is_taken_out_of_an_address(text: str, parts: tuple[str | None, str]) -> None:
    assert parse_postcode(text) == parts


def test_a_plek_lies_in_the_netherlands() -> None:
    with pytest.raises(ValueError, match="Netherlands"):
        Plek(naam="Parijs", lat=48.85, lon=2.35, precisie=Precisie.PLAATS, bron="hand")


def test_a_lookup_is_found_only_with_a_plek() -> None:
    with pytest.raises(ValueError, match="gevonden"):
        PlaceLookup(reden=Reden.GEVONDEN)


def test_the_breaker_opens_after_three_failures_and_tries_once_a_minute() -> None:
    now = [0.0]
    breaker = CircuitBreaker(failures=3, seconds=60, clock=lambda: now[0])
    for _attempt in range(2):
        breaker.failed()
    assert breaker.allows()

    breaker.failed()
    assert not breaker.allows()

    now[0] = 61.0
    assert breaker.allows()
    assert not breaker.allows()


def test_the_breaker_closes_when_a_try_succeeds() -> None:
    now = [0.0]
    breaker = CircuitBreaker(failures=1, seconds=60, clock=lambda: now[0])
    breaker.failed()
    now[0] = 61.0
    assert breaker.allows()

    breaker.succeeded()

    assert breaker.allows()
    assert breaker.allows()
