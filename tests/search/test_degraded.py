"""While the index is away the database answers: limited, and the page says so."""

import shutil
from pathlib import Path
from urllib.parse import urlencode

import pytest
from django.test import Client

from search import engines, find, lifecycle
from search.degraded import search_database
from search.engines.base import SearchEngine
from search.query import Scope, SearchQuery
from socialmap.models import Voorziening
from tests.search.conftest import Show
from tests.socialmap.factories import (
    AanbiederFactory,
    GemeenteFactory,
    LocatieFactory,
    VoorzieningFactory,
)

pytestmark = pytest.mark.django_db


def names(query: SearchQuery) -> set[str]:
    ids = [hit.id for hit in search_database(query).hits]
    return set(Voorziening.objects.filter(public_id__in=ids).values_list("naam", flat=True))


def chosen(**filters: str | list[str]) -> SearchQuery:
    values = {
        facet: frozenset([value] if isinstance(value, str) else value)
        for facet, value in filters.items()
    }
    return SearchQuery(filters=values)


class TestTheAnswer:
    def test_any_word_matches_in_any_text(self) -> None:
        VoorzieningFactory(naam="Budgetcoach", live=True)
        VoorzieningFactory(naam="Maatje", samenvatting="Hulp met geld.", live=True)
        VoorzieningFactory(naam="Sport", trefwoorden=["geldzorgen"], live=True)
        VoorzieningFactory(naam="Eten", live=True)

        assert names(SearchQuery(text="budgetcoach of geld")) == {"Budgetcoach", "Maatje", "Sport"}

    def test_drafts_and_what_ended_stay_away(self) -> None:
        VoorzieningFactory(naam="Concept")
        VoorzieningFactory(naam="Voorbij", live=True, geldig_tot="2020-01-01")

        assert search_database(SearchQuery()).total == 0

    def test_the_scope_holds_and_nationwide_is_everywhere(self) -> None:
        haren, oldambt = GemeenteFactory(slug="haren"), GemeenteFactory(slug="oldambt")
        VoorzieningFactory(naam="Haren", live=True, beherende_gemeente=haren)
        VoorzieningFactory(naam="Oldambt", live=True, beherende_gemeente=oldambt)
        VoorzieningFactory(naam="Overal", live=True, werkingsgebieden=["landelijk"])

        assert names(SearchQuery(scope=Scope(gemeente="haren"))) == {"Haren", "Overal"}

    def test_a_filter_on_a_gemeente_stands_apart_from_the_scope(self) -> None:
        haren, oldambt = GemeenteFactory(slug="haren"), GemeenteFactory(slug="oldambt")
        VoorzieningFactory(naam="Beide", live=True, werkingsgebieden=[haren, oldambt])
        VoorzieningFactory(naam="Haren", live=True, werkingsgebieden=[haren])

        query = SearchQuery(
            scope=Scope(gemeente="haren"), filters={"gemeente": frozenset({"oldambt"})}
        )

        assert names(query) == {"Beide"}

    def test_values_of_one_facet_are_or_and_facets_are_and(self) -> None:
        VoorzieningFactory(naam="A", live=True, gratis=True, vorm="markt")
        VoorzieningFactory(naam="B", live=True, betaald=True, vorm="markt")
        VoorzieningFactory(naam="C", live=True, gratis=True, vorm="publiek")

        assert names(chosen(eigen_bijdrage=["nee", "ja"], vorm="markt")) == {"A", "B"}

    def test_a_stap_and_its_line(self) -> None:
        haren = GemeenteFactory(slug="haren")
        VoorzieningFactory(
            naam="Kracht", live=True, beherende_gemeente=haren, stappen=["burgerkracht"]
        )
        VoorzieningFactory(naam="Algemeen", live=True, beherende_gemeente=haren)

        assert names(chosen(stap="haren:burgerkracht")) == {"Kracht"}
        assert names(chosen(lijn="0-1")) == {"Algemeen"}

    def test_for_everybody_matches_each_doelgroep_but_not_unknown(self) -> None:
        VoorzieningFactory(naam="Iedereen", live=True, doelgroepen=["alle-inwoners"])
        VoorzieningFactory(naam="Ouderen", live=True, doelgroepen=["ouderen"])
        VoorzieningFactory(naam="Onbekend", live=True)

        assert names(chosen(doelgroep="ouderen")) == {"Iedereen", "Ouderen"}
        assert names(chosen(doelgroep="onbekend")) == {"Onbekend"}

    def test_accessible_is_certain_or_unknown(self) -> None:
        aanbieder = AanbiederFactory()
        for naam, rolstoel in (("Ja", True), ("Nee", False), ("Weet niet", None)):
            locatie = LocatieFactory(aanbieder=aanbieder, rolstoel=rolstoel)
            VoorzieningFactory(naam=naam, live=True, aanbieder=aanbieder, locaties=[locatie])

        assert names(chosen(toegankelijk="rolstoel")) == {"Ja"}
        assert names(chosen(toegankelijk="onbekend")) == {"Weet niet"}

    def test_an_age_fits_or_is_not_told(self) -> None:
        VoorzieningFactory(naam="Jong", live=True, leeftijd_tot=18)
        VoorzieningFactory(naam="Oud", live=True, leeftijd_van=65)
        VoorzieningFactory(naam="Altijd", live=True)

        assert names(SearchQuery(leeftijd=67)) == {"Oud", "Altijd"}

    def test_pages_are_by_name_and_the_last_one_stands_for_later_ones(self) -> None:
        for naam in "EDCBA":
            VoorzieningFactory(naam=naam, live=True)

        page = search_database(SearchQuery(size=2, page=99))

        assert (page.total, len(page.hits), page.degraded) == (5, 1, True)


class TestThePages:
    @pytest.fixture
    def lost(self, index: SearchEngine, engine_folder: Path) -> None:
        VoorzieningFactory(
            naam="Budgetcoach", live=True, beherende_gemeente=GemeenteFactory(slug="haren")
        )
        lifecycle.drain()
        shutil.rmtree(engine_folder)

    @pytest.mark.parametrize("path", ["/zoeken/", "/haren/zoeken/", "/kaart/"])
    def test_a_lost_index_leaves_results_and_says_that_they_are_limited(
        self, path: str, lost: None, show: Show
    ) -> None:
        page = show(path, "q=budgetcoach&soort=voorziening")

        assert page.names == ["Budgetcoach"]
        assert page.notices[0].startswith("Zoeken werkt nu beperkt")
        assert '<input type="hidden" name="soort" value="voorziening"' in page.text

    @pytest.mark.parametrize("path", ["/", "/haren/"])
    def test_the_first_page_stays_up(self, path: str, lost: None, client: Client) -> None:
        assert client.get(path).status_code == 200

    def test_the_map_stays_empty(self, lost: None, client: Client) -> None:
        view = urlencode({"bbox": "6,53,7,54", "zoom": 10})

        answer = client.get(f"/kaart/punten.geojson?{view}")

        assert answer.json() == {"type": "FeatureCollection", "features": []}

    def test_damaged_files_are_as_good_as_none(
        self, index: SearchEngine, engine_folder: Path, show: Show
    ) -> None:
        VoorzieningFactory(naam="Budgetcoach", live=True)
        lifecycle.drain()
        for path in engine_folder.rglob("*"):
            if path.is_file() and path.name != "CURRENT":
                path.write_bytes(b"kapot")
        engines.forget()

        page = show("/zoeken/", "q=budgetcoach")

        assert page.names == ["Budgetcoach"]
        assert page.notices[0].startswith("Zoeken werkt nu beperkt")

    def test_it_asks_for_a_repair(
        self, lost: None, show: Show, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        asked = []
        monkeypatch.setattr(find, "repair_in_background", lambda: asked.append(True))

        show("/zoeken/")

        assert asked == [True]

    def test_after_a_build_all_is_well_again(self, lost: None, show: Show) -> None:
        show("/zoeken/")

        lifecycle.ensure_built()

        page = show("/zoeken/", "q=budgetcoach")
        assert page.names == ["Budgetcoach"]
        assert page.notices == []
