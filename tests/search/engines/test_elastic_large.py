"""More hits than one request gives, and what went wrong around a switch, on a real node."""

from collections.abc import Iterator

import pytest

from search.engines.base import State
from search.engines.elastic import ElasticsearchEngine, engine, scanning
from search.engines.elastic.address import Address
from search.engines.elastic.connection import Away, Connection, Missing
from search.engines.elastic.generations import AliasedIndices
from search.engines.reference import ReferenceEngine
from search.query import Near, SearchQuery, Sort
from tests.search.engines.contract import TODAY
from tests.search.engines.documents import made
from tests.search.engines.indices import forget, unique_prefix

DOCUMENTS = [
    made(
        f"Wandelgroep {number}",
        key=str(number),
        tekst="wandelen " * (1 + number % 3),
        punten=((53.0 + number / 100, 6.5),),
    )
    for number in range(23)
]
NEAR = Near(lat=53.0, lon=6.5)


@pytest.fixture
def address(elasticsearch_url: str) -> Iterator[Address]:
    address = Address(urls=(elasticsearch_url,), prefix=unique_prefix(), timeout_seconds=10.0)
    yield address
    forget(address)


@pytest.fixture
def elastic(address: Address) -> ElasticsearchEngine:
    elastic = ElasticsearchEngine(address, today=lambda: TODAY)
    elastic.rebuild(DOCUMENTS)
    return elastic


@pytest.mark.parametrize("sort", Sort)
def test_pages_beyond_one_request_are_those_of_the_reference_engine(
    elastic: ElasticsearchEngine, sort: Sort, monkeypatch: pytest.MonkeyPatch
) -> None:
    reference = ReferenceEngine(today=lambda: TODAY)
    reference.rebuild(DOCUMENTS)
    monkeypatch.setattr(engine, "WINDOW", 10)
    monkeypatch.setattr(scanning, "_PAGE", 4)

    for page in (1, 3, 5):
        query = SearchQuery(text="wandelen", near=NEAR, sort=sort, page=page, size=5, facets=())
        found, expected = elastic.search(query), reference.search(query)
        assert [hit.id for hit in found.hits] == [hit.id for hit in expected.hits]


def test_all_points_come_however_many_there_are(
    elastic: ElasticsearchEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "WINDOW", 10)
    monkeypatch.setattr(scanning, "_PAGE", 4)

    points = list(elastic.points(SearchQuery(text="wandelen")))

    assert len(points) == len(DOCUMENTS)


def test_an_old_generation_that_cannot_be_removed_leaves_the_new_one_in_use(
    elastic: ElasticsearchEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: AliasedIndices, *indices: str) -> None:
        raise Away("gone for a moment")

    monkeypatch.setattr(AliasedIndices, "discard", refuse)

    elastic.rebuild(DOCUMENTS[:3])

    assert elastic.search(SearchQuery()).total == 3


def test_a_server_that_has_no_index_yet_answers_all_the_same(address: Address) -> None:
    connection = Connection(address)
    for _ in range(3):
        connection._breaker.failed()  # noqa: SLF001 - as after a start before the server

    with pytest.raises(Missing), connection.writing() as client:
        client.indices.get_alias(name="nothing")

    with connection.reading() as client:
        assert client.cluster.health()["status"] != "red"
    assert ElasticsearchEngine(address).health().state is State.MISSING
