"""The reference engine keeps the contract."""

import pytest

from search.engines.base import SearchEngine
from search.engines.reference import ReferenceEngine
from tests.search.engines.contract import TODAY, MakeEngine, SearchEngineContract


class TestReferenceEngine(SearchEngineContract):
    @pytest.fixture
    def make_engine(self) -> MakeEngine:
        return lambda today: ReferenceEngine(today=today)

    @pytest.fixture
    def engine(self, make_engine: MakeEngine) -> SearchEngine:
        return make_engine(lambda: TODAY)
