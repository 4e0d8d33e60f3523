"""The contract of a source of places, for each of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import OperationalError
from geopy.exc import GeocoderTimedOut

from socialmap.geo.answers import Answers
from socialmap.geo.breaker import CircuitBreaker
from socialmap.geo.chain import PlaceFinder
from socialmap.geo.gazetteer import Gazetteer
from socialmap.geo.pdok_places import PdokPlaces
from socialmap.geo.place import PlaceSource, Plek, Reden
from socialmap.models import Plaats
from tests.socialmap.geo.contract import PlaceSourceContract
from tests.socialmap.geo.fake_pdok import WOONPLAATS, FakeAdapter, answer


class TestGazetteer(PlaceSourceContract):
    @pytest.fixture
    def source(self, plaatsen: dict[str, Plaats]) -> Gazetteer:
        return Gazetteer()

    @pytest.fixture
    def unknown(self) -> Callable[[], None]:
        return lambda: None

    @pytest.fixture
    def fails(
        self, plaatsen: dict[str, Plaats], monkeypatch: pytest.MonkeyPatch
    ) -> Callable[[], None]:
        def break_the_table() -> None:
            def refuse(*args: object, **kwargs: object) -> None:
                raise OperationalError("no such table, while looking for geheimelaan")

            monkeypatch.setattr(Plaats.objects, "filter", refuse)

        return break_the_table


class TestPdokPlaces(PlaceSourceContract):
    @pytest.fixture
    def source(self, plaatsen: dict[str, Plaats], pdok: FakeAdapter) -> PdokPlaces:
        pdok.answer = answer(WOONPLAATS)
        return pdok.source()

    @pytest.fixture
    def unknown(self, pdok: FakeAdapter) -> Callable[[], None]:
        # PDOK then gives the place in which the unknown street would lie: not what was asked.
        return lambda: setattr(pdok, "answer", answer(WOONPLAATS))

    @pytest.fixture
    def fails(self, pdok: FakeAdapter) -> Callable[[], None]:
        error = GeocoderTimedOut("timed out: /free?q=Geheimelaan, Haren")
        return lambda: setattr(pdok, "error", error)


class FinderAsSource:
    """Asks the chain for its plek alone, as the contract does."""

    def __init__(self, finder: PlaceFinder) -> None:
        self.finder = finder

    def find(self, text: str, *, gemeente_slug: str | None = None) -> Plek | None:
        return self.finder.lookup(text, gemeente_slug=gemeente_slug).plek


class TestPlaceFinder(PlaceSourceContract):
    @pytest.fixture
    def source(self, plaatsen: dict[str, Plaats], pdok: FakeAdapter) -> FinderAsSource:
        finder = PlaceFinder(
            outside=pdok.source(), answers=Answers(keep=timedelta(0)), breaker=CircuitBreaker()
        )
        return FinderAsSource(finder)

    @pytest.fixture
    def unknown(self, pdok: FakeAdapter) -> Callable[[], None]:
        return lambda: setattr(pdok, "answer", answer())

    @pytest.fixture
    def fails(self, pdok: FakeAdapter) -> Callable[[], None]:
        error = GeocoderTimedOut("timed out: /free?q=Geheimelaan, Haren")
        return lambda: setattr(pdok, "error", error)

    def check_failure(self, source: PlaceSource, text: str) -> None:
        """The chain is called by pages: it says that the service is away and never raises."""
        assert isinstance(source, FinderAsSource)

        lookup = source.finder.lookup(text)

        assert lookup.reden is Reden.DIENST_WEG
        assert lookup.plek is None
