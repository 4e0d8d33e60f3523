"""Every engine gives the answers of the reference engine: ids, order, totals and counts."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.documents import Document
from search.engines.embedded import EmbeddedEngine
from search.engines.reference import ReferenceEngine
from search.query import SearchPage, SearchQuery, Sort
from tests.search.engines.documents import corpora, documents, queries

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

        assert sorted(embedded.document_ids()) == sorted(reference.document_ids())
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
