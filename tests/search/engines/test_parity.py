"""Every engine gives the answers of the reference engine: ids, order, totals and counts.

Two engines are compared on small odd documents, where a failure is made as small as it can be;
three on many documents from a seed, which is printed: SOCIALMAP_TEST_SEED repeats it.
"""

import os
import random
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.documents import Document
from search.engines.base import SearchEngine
from search.engines.elastic import ElasticsearchEngine
from search.engines.elastic.address import Address
from search.engines.embedded import EmbeddedEngine
from search.engines.reference import ReferenceEngine
from search.query import SearchPage, SearchQuery, Sort
from tests.search.engines import random_corpus
from tests.search.engines.documents import corpora, documents, queries
from tests.search.engines.indices import forget, unique_prefix

TODAY = date(2026, 3, 5)
FEW = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
MANY = settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))

several_queries = st.lists(queries(), min_size=1, max_size=12)
positions = st.lists(st.integers(0, 40), max_size=5)
changes = st.lists(documents(), max_size=8, unique_by=lambda document: document.id)


def temporary_directory() -> TemporaryDirectory[str]:
    """Of thousands of folders, tantivy's threads still write a file in one while it is cleared."""
    return TemporaryDirectory(ignore_cleanup_errors=True)


def pair(directory: str) -> tuple[ReferenceEngine, EmbeddedEngine]:
    return (
        ReferenceEngine(today=lambda: TODAY),
        EmbeddedEngine(Path(directory), today=lambda: TODAY),
    )


def check_pages(corpus: list[Document], asked: list[SearchQuery]) -> None:
    with temporary_directory() as directory:
        reference, embedded = pair(directory)
        reference.rebuild(corpus)
        embedded.rebuild(corpus)

        for query in asked:
            expected, found = reference.search(query), embedded.search(query)

            check_matches(expected, found)
            assert [hit.id for hit in found.hits] == [hit.id for hit in expected.hits]
            assert [hit.km for hit in found.hits] == [hit.km for hit in expected.hits]
            assert [hit.score for hit in found.hits] == pytest.approx(
                [hit.score for hit in expected.hits], rel=1e-5
            )
            assert sorted(embedded.points(query)) == sorted(reference.points(query))


def check_changes(
    corpus: list[Document], changed: list[Document], gone: list[int], asked: list[SearchQuery]
) -> None:
    """Order by relevance is left out: it may drift until the next rebuild, since deleted documents
    still count in the statistics of the words."""
    deleted = [corpus[position].id for position in gone if position < len(corpus)]
    with temporary_directory() as directory:
        reference, embedded = pair(directory)
        for engine in (reference, embedded):
            engine.rebuild(corpus)
            engine.upsert(changed)
            engine.delete(deleted)

        assert sorted(dict(embedded.fingerprints())) == sorted(dict(reference.fingerprints()))
        for query in asked:
            expected, found = reference.search(query), embedded.search(query)

            check_matches(expected, found)
            if query.order is not Sort.RELEVANTIE:
                assert [hit.id for hit in found.hits] == [hit.id for hit in expected.hits]


def check_matches(expected: SearchPage, found: SearchPage) -> None:
    assert found.total == expected.total
    assert found.facets == expected.facets
    assert found.unknown == expected.unknown
    assert found.missing_words == expected.missing_words
    assert found.corrections == expected.corrections


@FEW
@given(corpus=corpora, asked=several_queries)
def test_both_engines_give_the_same_pages_and_points(
    corpus: list[Document], asked: list[SearchQuery]
) -> None:
    check_pages(corpus, asked)


@FEW
@given(corpus=corpora, changed=changes, gone=positions, asked=several_queries)
def test_after_changes_both_engines_still_match_the_same(
    corpus: list[Document], changed: list[Document], gone: list[int], asked: list[SearchQuery]
) -> None:
    check_changes(corpus, changed, gone, asked)


@pytest.mark.full
@MANY
@given(corpus=corpora, asked=several_queries)
def test_both_engines_give_the_same_pages_and_points_for_long(
    corpus: list[Document], asked: list[SearchQuery]
) -> None:
    check_pages(corpus, asked)


@pytest.mark.full
@MANY
@given(corpus=corpora, changed=changes, gone=positions, asked=several_queries)
def test_after_changes_both_engines_still_match_the_same_for_long(
    corpus: list[Document], changed: list[Document], gone: list[int], asked: list[SearchQuery]
) -> None:
    check_changes(corpus, changed, gone, asked)


Engines = dict[str, SearchEngine]


@pytest.fixture
def rng() -> random.Random:
    seed = int(os.environ.get("SOCIALMAP_TEST_SEED") or random.SystemRandom().randrange(10**9))
    sys.stdout.write(f"SOCIALMAP_TEST_SEED={seed}\n")  # shown when the test fails
    return random.Random(seed)  # noqa: S311 - nothing secret


@pytest.fixture
def engines(tmp_path: Path, elasticsearch_url: str) -> Iterator[Engines]:
    """The three, the reference engine first."""
    address = Address(urls=(elasticsearch_url,), prefix=unique_prefix(), timeout_seconds=60.0)
    yield {
        "reference": ReferenceEngine(today=lambda: TODAY),
        "embedded": EmbeddedEngine(tmp_path / "index", today=lambda: TODAY),
        "elasticsearch": ElasticsearchEngine(address, today=lambda: TODAY),
    }
    forget(address)


def check_three_engines(
    engines: Engines, rng: random.Random, *, count: int, asked: int, changed: int
) -> None:
    made = random_corpus.documents(rng, count)
    for engine in engines.values():
        engine.rebuild(made)
    for query in [random_corpus.query(rng) for _ in range(asked)]:
        check_fresh(engines, query)

    # Some of the changed are new, and as many are gone.
    numbers = rng.sample(range(count + changed // 4), changed)
    renewed = [random_corpus.document(rng, number) for number in numbers[changed // 4 :]]
    gone = [random_corpus.document(rng, number).id for number in numbers[: changed // 4]]
    for engine in engines.values():
        engine.upsert(renewed)
        engine.delete(gone)
    for query in [random_corpus.query(rng) for _ in range(asked)]:
        check_changed(engines, query)


def check_fresh(engines: Engines, query: SearchQuery) -> None:
    expected = engines["reference"].search(query)
    for name, engine in engines.items():
        found = engine.search(query)

        check_matches(expected, found)
        assert [hit.id for hit in found.hits] == [hit.id for hit in expected.hits], (name, query)
        assert [hit.km for hit in found.hits] == [hit.km for hit in expected.hits], (name, query)
        assert [hit.score for hit in found.hits] == pytest.approx(
            [hit.score for hit in expected.hits], rel=1e-5
        ), (name, query)


def check_changed(engines: Engines, query: SearchQuery) -> None:
    """Order by relevance may drift until the next rebuild; what is found may not."""
    by_name = replace(query, sort=Sort.NAAM, page=1, size=100)
    for asked in (query, by_name):
        expected = engines["reference"].search(asked)
        for name, engine in engines.items():
            found = engine.search(asked)

            check_matches(expected, found)
            if asked.order is not Sort.RELEVANTIE:
                ids = [hit.id for hit in found.hits]
                assert ids == [hit.id for hit in expected.hits], (name, asked)


def test_three_engines_agree(engines: Engines, rng: random.Random) -> None:
    check_three_engines(engines, rng, count=200, asked=30, changed=40)


@pytest.mark.full
def test_three_engines_agree_at_ten_thousand(engines: Engines, rng: random.Random) -> None:
    check_three_engines(engines, rng, count=10_000, asked=500, changed=500)


def test_the_points_of_three_engines_are_equal(engines: Engines, rng: random.Random) -> None:
    made = random_corpus.documents(rng, 200)
    for engine in engines.values():
        engine.rebuild(made)

    for query in [random_corpus.query(rng) for _ in range(15)]:
        expected = sorted(engines["reference"].points(query))
        for name, engine in engines.items():
            assert sorted(engine.points(query)) == expected, (name, query)
