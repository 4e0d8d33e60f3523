"""A count is the number of results with that value alone chosen in its facet, on real data."""

from typing import Any
from urllib.parse import urlencode

import pytest
from django.http import QueryDict

from search import indexing
from search.engines.base import SearchEngine
from search.engines.reference import ReferenceEngine
from search.filters import ZoekFilterSet
from search.query import FACETS
from search.results.facets import MOST
from socialmap.models import Gemeente
from tests.search.conftest import Show
from tests.search.pages import ResultsPage

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

QUESTIONS = {
    "everything": ("/zoeken/", ""),
    "everything in Haren": ("/haren/zoeken/", ""),
    "words": ("/zoeken/", "q=hulp+bij+geld"),
    "filters in two facets": ("/haren/zoeken/", "toegangstoets=geen&eigen_bijdrage=nee"),
    "two values in one facet": ("/haren/zoeken/", "eigen_bijdrage=nee&eigen_bijdrage=ja&q=eten"),
    "words, place and age": ("/zoeken/", "q=samen&plaats=Glimmen&straal=10&leeftijd=67"),
    "a stap": ("/haren/zoeken/", "stap=haren%3Aalgemene-voorzieningen"),
    "line two plus": ("/zoeken/", "lijn=2%2B&lijn=0-1"),
    "a gemeente": ("/zoeken/", "gemeente=oldambt&bereik=online&bereik=aan-huis"),
}


@pytest.fixture(scope="module")
def oracle(demo: SearchEngine, django_db_blocker: Any) -> ReferenceEngine:
    """The reference engine over the same rows."""
    engine = ReferenceEngine()
    with django_db_blocker.unblock():
        engine.rebuild(indexing.all_documents())
    return engine


def alone(query: str, facet: str, slug: str) -> str:
    """The address with one value chosen in a facet, the other facets kept."""
    params = QueryDict(query, mutable=True)
    params.setlist(facet, [slug])
    return params.urlencode()


@pytest.mark.parametrize(("path", "query"), QUESTIONS.values(), ids=QUESTIONS)
def test_every_count_is_the_total_of_the_page_with_that_value_alone(
    path: str, query: str, show: Show
) -> None:
    counts = show(path, query).counts

    totals = {(facet, slug): show(path, alone(query, facet, slug)).total for facet, slug in counts}

    assert len(counts) > 30
    assert totals == counts


@pytest.mark.parametrize(("path", "query"), QUESTIONS.values(), ids=QUESTIONS)
def test_every_count_is_that_of_the_reference_engine(
    path: str, query: str, show: Show, oracle: ReferenceEngine
) -> None:
    gemeente = Gemeente.objects.get(slug="haren") if path.startswith("/haren/") else None
    asked = ZoekFilterSet(QueryDict(query), gemeente=gemeente).to_query(facets=FACETS)

    shown = show(path, query)

    expected = oracle.search(asked)
    counts = {
        (facet, value.slug): value.count
        for facet, values in expected.facets.items()
        for value in values
    }
    assert shown.total == expected.total
    # A stap that nothing stands on is shown too, with 0.
    assert shown.counts == {key: counts.get(key, 0) for key in shown.counts}


def test_every_value_of_a_facet_is_shown_once(show: Show, oracle: ReferenceEngine) -> None:
    shown = show("/zoeken/").counts

    asked = ZoekFilterSet(QueryDict("")).to_query(facets=FACETS)
    found = {
        (facet, value.slug)
        for facet, values in oracle.search(asked).facets.items()
        for value in values
    }
    # There are more begrippen than a page shows of one facet.
    assert {key for key in found if key[0] not in ("stap", "begrip")} <= set(shown)
    begrippen = {key for key in shown if key[0] == "begrip"}
    assert len(begrippen) == MOST
    assert begrippen <= found


def test_a_gemeente_shows_its_own_stappen_and_the_neutral_page_the_lines(show: Show) -> None:
    haren, neutral = show("/haren/zoeken/").counts, show("/zoeken/").counts

    assert {slug.split(":")[0] for facet, slug in haren if facet == "stap"} == {"haren"}
    assert not any(facet in ("lijn", "gemeente") for facet, _slug in haren)
    assert {slug for facet, slug in neutral if facet == "lijn"} >= {"0", "0-1", "2"}
    assert not any(facet == "stap" for facet, _slug in neutral)


def test_a_chosen_stap_keeps_its_facet_on_the_neutral_page(show: Show) -> None:
    counts = show("/zoeken/", "stap=haren:algemene-voorzieningen").counts

    assert ("stap", "haren:algemene-voorzieningen") in counts


@pytest.mark.parametrize("facet", ["eigen_bijdrage", "toegangstoets", "taal", "doelgroep"])
def test_the_unknown_are_told_and_one_tap_adds_exactly_those(facet: str, show: Show) -> None:
    known = next(
        slug
        for (name, slug), count in show("/haren/zoeken/").counts.items()
        if name == facet and slug != "onbekend" and count
    )
    before = show("/haren/zoeken/", urlencode({facet: known}))
    unknown = before.counts[facet, "onbekend"]

    after = ResultsPage(response=before.response.client.get(before.link("Toon deze ook")))

    assert unknown > 0
    assert any(notice.startswith(f"Van {unknown} result") for notice in before.notices)
    assert after.total == before.total + unknown


def test_the_chips_name_what_is_chosen_and_take_it_away(show: Show) -> None:
    shown = show("/zoeken/", "lijn=2+&soort=voorziening&leeftijd=30")

    chips = [url for url in shown.links if "/zoeken/" in url]

    assert "Soort hulp: Zeer intensieve zorg" in shown.words
    assert "Leeftijd: 30" in shown.words
    assert "/zoeken/?soort=voorziening&leeftijd=30" in chips
    assert "/zoeken/?lijn=2%2B&soort=voorziening" in chips
