"""The page with results, on the demo data: what is first, what is told, what it costs."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client

from search import lifecycle
from search.degraded import search_database
from search.engines import get_engine
from search.query import Scope, SearchQuery
from socialmap.models import Gemeente, Plaats, Voorziening
from tests.search.conftest import Show
from tests.search.pages import ResultsPage
from tests.socialmap.factories import (
    AanbiederFactory,
    GemeenteFactory,
    LocatieFactory,
    VoorzieningFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


@pytest.fixture
def around_glimmen() -> Iterator[Gemeente]:
    """Three offers with the word "xylofaan": near, far away, and at home without a point."""
    haren = Gemeente.objects.get(slug="haren")
    glimmen = Plaats.objects.get(slug="glimmen")
    aanbieder = AanbiederFactory(gemeente=haren)

    def offer(naam: str, north: float | None, **fields: Any) -> None:
        locaties = []
        if north is not None:
            punt = {"lat": glimmen.lat + north, "lon": glimmen.lon}
            locaties = [LocatieFactory(aanbieder=aanbieder, plaats=glimmen, **punt)]
        stap = haren.ondersteuningsmodel.stappen.get(slug="algemene-voorzieningen")
        VoorzieningFactory(
            naam=naam, live=True, aanbieder=aanbieder, stappen=[stap], locaties=locaties, **fields
        )

    elsewhere = GemeenteFactory(slug="elders")
    offer("Xylofaan dichtbij", 0.01)
    offer("Xylofaan verderop", 0.04)
    offer("Xylofaan ver weg", 0.5, werkingsgebieden=[elsewhere])
    offer("Xylofaan thuis", None, aan_huis=True, werkingsgebieden=[elsewhere])
    offer("Xylofaan online", None, online=True, werkingsgebieden=[elsewhere])
    offer("Xylofaan ergens in Haren", None)
    lifecycle.drain()
    yield haren
    # The rows go with the transaction of the test, the index is shared with the other tests.
    made = Voorziening.objects.filter(naam__startswith="Xylofaan")
    get_engine().delete(str(public_id) for public_id in made.values_list("public_id", flat=True))


class TestOrder:
    def test_the_formulierenbrigade_comes_first(self, show: Show) -> None:
        found = show("/haren/zoeken/", "q=formulieren+invullen")

        assert found.names[0].startswith("Formulierenbrigade")

    def test_a_place_sorts_by_distance_and_keeps_what_needs_no_travel(
        self, show: Show, around_glimmen: Gemeente
    ) -> None:
        found = show("/zoeken/", "q=xylofaan&plaats=Glimmen&straal=10&sorteer=afstand")

        assert found.names[:2] == ["Xylofaan dichtbij", "Xylofaan verderop"]
        assert set(found.names[2:]) == {
            "Xylofaan thuis",
            "Xylofaan online",
            "Xylofaan ergens in Haren",
        }

    def test_a_place_without_words_sorts_by_distance_by_itself(
        self, show: Show, around_glimmen: Gemeente
    ) -> None:
        by_itself = show("/haren/zoeken/", "plaats=Glimmen&straal=10")
        asked = show("/haren/zoeken/", "plaats=Glimmen&straal=10&sorteer=afstand")

        assert by_itself.names == asked.names
        assert '<option value="" selected>Afstand' in by_itself.text

    def test_distances_are_shown_and_a_missing_one_is_explained(
        self, show: Show, around_glimmen: Gemeente
    ) -> None:
        found = show("/zoeken/", "q=xylofaan&plaats=Glimmen&straal=10&sorteer=afstand")

        assert "· 1,1 km" in found.words
        assert "· 4,4 km" in found.words
        assert "u hoeft er niet heen" in found.words
        assert "De precieze plek is niet bekend" in found.words

    def test_everywhere_keeps_what_is_far_away(self, show: Show, around_glimmen: Gemeente) -> None:
        within = show("/zoeken/", "q=xylofaan&plaats=Glimmen&straal=10")
        everywhere = show("/zoeken/", "q=xylofaan&plaats=Glimmen&straal=alles")

        assert "Xylofaan ver weg" not in within.names
        assert "Xylofaan ver weg" in everywhere.names
        assert everywhere.total == within.total + 1

    def test_names_sort_by_name(self, show: Show) -> None:
        found = show("/haren/zoeken/", "sorteer=naam").names

        assert found == sorted(found, key=str.casefold)


class TestNotices:
    def test_an_unknown_place_keeps_the_results_and_offers_near_matches(self, show: Show) -> None:
        with_place = show("/haren/zoeken/", "q=koffie&plaats=Glimen")

        assert with_place.total == show("/haren/zoeken/", "q=koffie").total > 0
        assert any("Glimen" in notice for notice in with_place.notices)
        assert with_place.link("Glimmen") == "/haren/zoeken/?q=koffie&plaats=Glimmen"

    def test_ignored_values_are_named(self, show: Show) -> None:
        found = show("/zoeken/", "soort=onzin&straal=veel&sorteer=raar&leeftijd=oud&pagina=x")

        assert found.response.status_code == 200
        [notice] = [text for text in found.notices if "overgeslagen" in text]
        for value in ("onzin", "veel", "raar", "oud", "x"):
            assert f"“{value}”" in notice

    def test_links_do_not_carry_what_was_ignored(self, show: Show) -> None:
        found = show("/zoeken/", "q=koffie&soort=onzin&pagina=2&straal=veel")

        assert not any("onzin" in url or "veel" in url for url in found.links if "zoeken" in url)

    def test_a_page_past_the_end_shows_the_last_one(self, show: Show) -> None:
        found = show("/haren/zoeken/", "pagina=9999")
        last = -(-found.total // 20)

        assert found.names == show("/haren/zoeken/", f"pagina={last}").names
        assert "Pagina 9999 is er niet. U ziet nu de laatste pagina." in found.notices

    @pytest.mark.parametrize("char", ["a", "é"])
    def test_four_thousand_characters_make_a_readable_page(self, char: str, show: Show) -> None:
        found = show("/zoeken/", urlencode({"q": char * 4000}))

        assert found.response.status_code == 200
        assert any("erg lang" in notice for notice in found.notices)

    def test_a_nul_is_left_out_and_told(self, show: Show) -> None:
        found = show("/haren/zoeken/", "q=formulieren%00+invullen&plaats=%00")

        assert found.response.status_code == 200
        assert found.names[0].startswith("Formulierenbrigade")
        assert any("tekens die wij niet kunnen lezen" in notice for notice in found.notices)

    @pytest.mark.parametrize("place", ["53.1,", "nan,nan", "999,999", "0,0"])
    def test_broken_coordinates_keep_the_results(self, place: str, show: Show) -> None:
        found = show("/zoeken/", urlencode({"plaats": place, "sorteer": "afstand"}))

        assert found.response.status_code == 200
        assert found.total == show("/zoeken/").total
        assert found.notices

    def test_nothing_within_reach_offers_to_look_further(self, show: Show) -> None:
        found = show("/zoeken/", "plaats=Glimmen&straal=2&leeftijd=67&q=xqzxqz")

        assert found.total == 0
        assert found.link("Zoek zonder afstand").endswith("straal=alles&leeftijd=67")

    def test_words_that_no_entry_has_are_named(self, show: Show) -> None:
        found = show("/haren/zoeken/", "q=formulieren+xqzxqz")

        assert found.total > 0
        assert any("“xqzxqz”" in notice for notice in found.notices)


class TestCost:
    def test_a_page_takes_at_most_ten_queries_whatever_its_length(
        self, client: Client, django_assert_max_num_queries: Any
    ) -> None:
        client.get("/haren/zoeken/?q=hulp&plaats=Glimmen")  # Fills what a process remembers.

        with django_assert_max_num_queries(10) as few:
            few_names = ResultsPage(
                response=client.get("/haren/zoeken/?q=formulierenbrigade&plaats=Glimmen")
            ).names
        with django_assert_max_num_queries(10) as many:
            many_names = ResultsPage(response=client.get("/haren/zoeken/?plaats=Glimmen")).names

        assert 0 < len(few_names) < len(many_names) == 20
        assert len(few) == len(many)

    def test_a_cold_process_takes_few_more(
        self, client: Client, django_assert_max_num_queries: Any
    ) -> None:
        with django_assert_max_num_queries(16):
            client.get("/haren/zoeken/?q=hulp&plaats=Glimmen&straal=25&soort=platform")

    @pytest.mark.parametrize("path", ["/zoeken/", "/haren/zoeken/", "/kaart/", "/", "/haren/"])
    def test_no_visitor_gets_a_cookie(self, path: str, client: Client) -> None:
        response = client.get(path)

        assert response.status_code == 200
        assert not response.cookies

    def test_a_fragment_is_the_two_parts_only_and_the_answer_varies_on_it(
        self, client: Client
    ) -> None:
        fragment = client.get("/haren/zoeken/?q=geld", headers={"X-Fragment": "results"})
        whole = client.get("/haren/zoeken/?q=geld")

        text = fragment.content.decode()
        assert re.findall(r'data-part="(\w+)"', text) == ["filters", "resultaten"]
        assert "<html" not in text
        assert ResultsPage(response=fragment).names == ResultsPage(response=whole).names
        assert "X-Fragment" in fragment["Vary"]
        assert "X-Fragment" in whole["Vary"]


class TestContext:
    def test_links_keep_the_context_gemeente(self, show: Show) -> None:
        found = show("/haren/zoeken/", "q=geld&eigen_bijdrage=nee")
        ours = [url for url in found.links if url.startswith("/") and not url.startswith("/thema")]

        assert len(ours) > 20
        others = ("/oldambt/", "/tynaarlo/", "/westerkwartier/")
        astray = [url for url in ours if not url.startswith(("/haren/", "/static/", "/beheer/"))]
        assert set(astray) <= set(others)

    def test_neutral_links_stay_neutral(self, show: Show) -> None:
        found = show("/zoeken/", "q=geld")

        assert not any(url.startswith("/haren/zoeken/") for url in found.links)

    def test_the_own_host_shows_the_gemeente_without_a_prefix(self, show: Show) -> None:
        by_path = show("/haren/zoeken/", "q=geld")
        by_host = show("/zoeken/", "q=geld", headers={"host": "haren.localhost"})

        assert "Zoeken in Haren" in by_host.words
        assert by_host.names == by_path.names
        assert by_host.counts == by_path.counts
        assert not any(re.match("/haren/.", url) for url in by_host.links)

    @pytest.mark.parametrize(
        ("path", "host"), [("/haren/zoeken/", "testserver"), ("/zoeken/", "haren.localhost")]
    )
    def test_both_addresses_have_one_canonical_address(
        self, path: str, host: str, show: Show
    ) -> None:
        found = show(path, "q=geld", headers={"host": host})

        canonical = re.findall(r'<link rel="canonical" href="([^"]+)"', found.text)
        assert len(canonical) == 1
        assert re.fullmatch(r"http://haren\.localhost(:\d+)?/zoeken/", canonical[0])

    def test_a_gemeente_without_a_host_keeps_its_prefix(self, show: Show) -> None:
        Gemeente.objects.filter(slug="oldambt").update(site=None)
        found = show("/oldambt/zoeken/")

        assert '<link rel="canonical" href="http://localhost:8000/oldambt/zoeken/">' in found.text

    def test_another_gemeente_under_the_host_of_one(self, show: Show) -> None:
        found = show("/oldambt/zoeken/", "", headers={"host": "haren.localhost"})

        assert "Zoeken in Oldambt" in found.words
        assert any(url.startswith("/oldambt/voorziening/") for url in found.links)

    @pytest.mark.parametrize("path", ["/nergens/zoeken/", "/nergens/", "/later/zoeken/"])
    def test_an_unknown_or_invisible_gemeente_is_not_found(self, path: str, client: Client) -> None:
        GemeenteFactory(slug="later", zichtbaar=False)

        assert client.get(path).status_code == 404

    def test_a_gemeente_shows_only_what_is_offered_there(self, show: Show) -> None:
        names = show("/haren/zoeken/", "sorteer=naam").names

        offered = Voorziening.objects.offered_in(Gemeente.objects.get(slug="haren"))
        assert set(names) <= set(offered.values_list("naam", flat=True))


def test_what_ended_today_is_not_shown_before_the_index_knows(show: Show) -> None:
    found = show("/haren/zoeken/", "q=formulieren+invullen").names

    Voorziening.objects.filter(naam=found[0]).update(geldig_tot="2020-01-01")

    assert found[0] not in show("/haren/zoeken/", "q=formulieren+invullen").names


@pytest.mark.parametrize(
    "filters",
    [
        {"toegangstoets": ["geen"]},
        {"eigen_bijdrage": ["nee", "onbekend"]},
        {"doelgroep": ["ouderen"]},
        {"doelgroep": ["ouderen", "onbekend"]},
        {"leefgebied": ["onbekend"]},
        {"taal": ["onbekend"]},
        {"toegankelijk": ["onbekend"]},
        {"toegankelijk": ["rolstoel", "lift"]},
        {"bereik": ["online", "telefoon"]},
        {"lijn": ["0-1"], "stap": ["haren:algemene-voorzieningen"]},
        {"gemeente": ["oldambt"], "vorm": ["publiek"]},
    ],
    ids=str,
)
@pytest.mark.parametrize("gemeente", [None, "haren"])
def test_filters_without_the_index_give_the_same_total(
    filters: dict[str, list[str]], gemeente: str | None
) -> None:
    query = SearchQuery(
        scope=Scope(gemeente=gemeente),
        filters={facet: frozenset(values) for facet, values in filters.items()},
    )

    assert search_database(query).total == get_engine().search(query).total


@pytest.mark.parametrize("path", ["/zoeken/", "/kaart/"])
def test_other_methods_are_refused(path: str, client: Client) -> None:
    assert client.post(path).status_code == 405


def test_a_place_among_the_words_acts_as_place_and_the_page_says_so(show: Show) -> None:
    page = show("/zoeken/", urlencode({"q": "eetclub in Winschoten"}))

    assert "Wij zochten “eetclub” bij Winschoten." in page.notices
    literal = page.link("Zoek toch op het woord “Winschoten”")
    assert "Bedoelt u de plaats Winschoten?" in show(*literal.split("?")).notices


def test_a_place_that_was_asked_for_leaves_the_words_alone(show: Show) -> None:
    page = show("/zoeken/", urlencode({"q": "eetclub in Winschoten", "plaats": "Glimmen"}))

    assert not any("bij Winschoten" in notice for notice in page.notices)


def test_a_question_of_many_words_says_that_twelve_are_used(show: Show) -> None:
    page = show("/zoeken/", urlencode({"q": " ".join(f"woord{n}x" for n in range(14))}))

    told = "Uw zoekvraag is erg lang. Wij zochten met de eerste 12 woorden."
    assert told in page.notices


def test_a_place_that_acts_as_place_is_none_of_the_twelve_words(show: Show) -> None:
    twelve = " ".join(f"woord{n}x" for n in range(12))

    page = show("/zoeken/", urlencode({"q": f"{twelve} in Winschoten"}))

    assert not any("12 woorden" in notice for notice in page.notices)


def test_an_unknown_word_alone_is_named_and_never_a_dead_end(show: Show) -> None:
    page = show("/zoeken/", urlencode({"q": "flurbsagne"}))

    assert page.total == 0
    assert "Dit kennen wij niet: “flurbsagne”." in page.notices
    assert "Bekijk het hele aanbod" in page.words
