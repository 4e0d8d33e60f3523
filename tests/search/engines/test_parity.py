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
from search.query import SearchQuery
from tests.search.engines.documents import corpora, documents, queries

TODAY = date(2026, 3, 5)
SLOW = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)


def pair(directory: str) -> tuple[ReferenceEngine, EmbeddedEngine]:
    return (
        ReferenceEngine(today=lambda: TODAY),
        EmbeddedEngine(Path(directory), today=lambda: TODAY),
    )


@SLOW
@given(corpus=corpora, asked=st.lists(queries(), min_size=1, max_size=12))
def test_both_engines_give_the_same_page(corpus: list[Document], asked: list[SearchQuery]) -> None:
    with TemporaryDirectory() as directory:
        reference, embedded = pair(directory)
        reference.rebuild(corpus)
        embedded.rebuild(corpus)

        for query in asked:
            expected, found = reference.search(query), embedded.search(query)

            assert found.total == expected.total
            assert [hit.id for hit in found.hits] == [hit.id for hit in expected.hits]
            assert [hit.km for hit in found.hits] == [hit.km for hit in expected.hits]
            assert [hit.score for hit in found.hits] == pytest.approx(
                [hit.score for hit in expected.hits], rel=1e-5
            )
            assert found.facets == expected.facets
            assert found.unknown == expected.unknown
            assert found.missing_words == expected.missing_words
            assert found.corrections == expected.corrections


@SLOW
@given(
    corpus=corpora,
    changed=st.lists(documents(), max_size=8, unique_by=lambda document: document.id),
    asked=st.lists(queries(), min_size=1, max_size=6),
    data=st.data(),
)
def test_after_changes_both_engines_still_match_the_same(
    corpus: list[Document],
    changed: list[Document],
    asked: list[SearchQuery],
    data: st.DataObject,
) -> None:
    gone = data.draw(
        st.lists(st.sampled_from([d.id for d in corpus]), max_size=5) if corpus else st.just([])
    )
    with TemporaryDirectory() as directory:
        reference, embedded = pair(directory)
        for engine in (reference, embedded):
            engine.rebuild(corpus)
            engine.upsert(changed)
            engine.delete(gone)

        assert sorted(embedded.document_ids()) == sorted(reference.document_ids())
        for query in asked:
            expected, found = reference.search(query), embedded.search(query)

            # Order by relevance may drift until the next rebuild: deleted documents still count in
            # the statistics of the words.
            assert found.total == expected.total
            assert found.facets == expected.facets
            assert found.unknown == expected.unknown
            assert found.missing_words == expected.missing_words
            assert found.corrections == expected.corrections


@SLOW
@given(corpus=corpora, query=queries())
def test_both_engines_give_the_same_points(corpus: list[Document], query: SearchQuery) -> None:
    with TemporaryDirectory() as directory:
        reference, embedded = pair(directory)
        reference.rebuild(corpus)
        embedded.rebuild(corpus)

        assert sorted(embedded.points(query)) == sorted(reference.points(query))
