"""The parts of a score add up to the score."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings

from search.documents import Document
from search.engines.embedded import EmbeddedEngine
from search.engines.reference import ReferenceEngine
from search.query import Near, SearchQuery
from tests.search.engines.documents import corpora, id_of, made, queries

DOCUMENTS = [
    made(
        "Warm eten",
        tekst="Samen warm eten in het dorp",
        begrippen={"begrip_sterk": ("maaltijd-aan-huis",)},
        gebieden=("plaats:glimmen", "in:glimmen"),
        boost=1.04,
    ),
    made("Maaltijdvoorziening", trefwoorden="eten"),
    made("Taalles"),
]
HERE = Near(lat=53.1, lon=6.6, gebieden=frozenset({"plaats:glimmen"}))


@pytest.fixture(params=["reference", "embedded"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> ReferenceEngine | EmbeddedEngine:
    made_engine = (
        ReferenceEngine() if request.param == "reference" else EmbeddedEngine(tmp_path / "index")
    )
    made_engine.rebuild(DOCUMENTS)
    return made_engine


def test_words_begrippen_phrases_and_place_add_up(
    engine: ReferenceEngine | EmbeddedEngine,
) -> None:
    query = SearchQuery(text="warm eten maaltijden", near=HERE)
    hits = engine.search(query).hits

    found = engine.explain(query, id_of("Warm eten"))

    assert found is not None
    assert hits[0].id == id_of("Warm eten")
    assert found.score == pytest.approx(hits[0].score, rel=1e-6)
    assert found.sum == pytest.approx(found.score, rel=1e-4)
    assert found.boost == pytest.approx(1.04)
    whats = {part.what for part in found.parts if not part.where}
    assert {"warm eet", "warm eten"} & whats
    assert {"in:glimmen", "plaats:glimmen"} <= whats


def test_an_entry_that_is_not_found_has_no_score(
    engine: ReferenceEngine | EmbeddedEngine,
) -> None:
    found = engine.explain(SearchQuery(text="warm eten"), id_of("Taalles"))

    assert found is not None
    assert found.score == 0.0


def test_without_words_or_entry_there_is_nothing_to_explain(
    engine: ReferenceEngine | EmbeddedEngine,
) -> None:
    assert engine.explain(SearchQuery(), id_of("Taalles")) is None
    assert engine.explain(SearchQuery(text="eten"), id_of("Zwemles")) is None


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(corpus=corpora, query=queries())
def test_parts_add_up_for_any_question(corpus: list[Document], query: SearchQuery) -> None:
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        for engine in (ReferenceEngine(), EmbeddedEngine(Path(folder))):
            engine.rebuild(corpus)
            for hit in engine.search(query).hits:
                found = engine.explain(query, hit.id)

                assert found is None or found.sum == pytest.approx(found.score, rel=1e-4)
