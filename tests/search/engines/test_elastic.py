"""The engine on Elasticsearch keeps the contract, on a real node."""

from collections.abc import Iterator

import pytest

from search.engines.base import SearchEngine
from search.engines.elastic import ElasticsearchEngine
from search.engines.elastic.address import Address
from tests.search.engines.contract import TODAY, MakeEngine, SearchEngineContract
from tests.search.engines.indices import forget, unique_prefix


@pytest.fixture
def address(elasticsearch_url: str) -> Iterator[Address]:
    """The node, with names of indices that no other test uses."""
    address = Address(urls=(elasticsearch_url,), prefix=unique_prefix(), timeout_seconds=10.0)
    yield address
    forget(address)


class TestElasticsearchEngine(SearchEngineContract):
    @pytest.fixture
    def make_engine(self, address: Address) -> MakeEngine:
        return lambda today: ElasticsearchEngine(address, today=today)

    @pytest.fixture
    def engine(self, make_engine: MakeEngine) -> SearchEngine:
        return make_engine(lambda: TODAY)
