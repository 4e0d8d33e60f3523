"""What every source of places must do; a subclass supplies the fixtures."""

from __future__ import annotations

import traceback
from collections.abc import Callable

import pytest

from socialmap.geo.coordinates import distance_km, in_netherlands
from socialmap.geo.errors import GeocodingFailed
from socialmap.geo.place import PlaceSource, Precisie


class PlaceSourceContract:
    """A subclass supplies three fixtures; pytest names one that is missing.

    `source` knows Haren (Groningen). `unknown` and `fails` are functions: after a call of the first
    the source knows nothing, after a call of the second it cannot answer.
    """

    def test_a_place_is_found_with_its_point_and_name(self, source: PlaceSource) -> None:
        plek = source.find("Haren")

        assert plek is not None
        assert plek.naam.startswith("Haren")
        assert plek.precisie is Precisie.PLAATS

    def test_latitude_and_longitude_are_not_swapped(self, source: PlaceSource) -> None:
        plek = source.find("Haren")

        assert plek is not None
        assert distance_km(plek.lat, plek.lon, 53.1721, 6.6093) < 1

    def test_the_point_lies_in_the_netherlands(self, source: PlaceSource) -> None:
        plek = source.find("Haren")

        assert plek is not None
        assert in_netherlands(plek.lat, plek.lon)

    def test_a_found_place_tells_our_plaats_and_gemeente(self, source: PlaceSource) -> None:
        plek = source.find("Haren", gemeente_slug="haren")

        assert plek is not None
        assert (plek.plaats_slug, plek.gemeente_slug) == ("haren", "haren")
        assert plek.gemeente_code == "GM0017"

    def test_the_source_of_the_point_is_told(self, source: PlaceSource) -> None:
        plek = source.find("Haren")

        assert plek is not None
        assert plek.bron
        assert plek.attributie

    def test_the_same_question_gets_the_same_answer(self, source: PlaceSource) -> None:
        assert source.find("Haren") == source.find("Haren")

    @pytest.mark.parametrize("text", ["Bestaatniet", "9999 ZZ", "Bestaatniet 1, Haren", '"*:*', ""])
    def test_an_unknown_place_is_none(
        self, source: PlaceSource, unknown: Callable[[], None], text: str
    ) -> None:
        unknown()

        assert source.find(text) is None

    def test_a_failure_is_told_without_what_was_asked(
        self, source: PlaceSource, fails: Callable[[], None]
    ) -> None:
        fails()

        self.check_failure(source, "Geheimelaan, Haren")

    def check_failure(self, source: PlaceSource, text: str) -> None:
        """A source raises our error `from` the original; the chain has its own way."""
        with pytest.raises(GeocodingFailed) as caught:
            source.find(text)

        assert caught.value.__cause__ is not None
        message = "".join(traceback.format_exception_only(caught.value)).lower()
        assert not any(word in message for word in ("geheimelaan", "haren"))
