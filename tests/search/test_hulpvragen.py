"""The everyday questions that lead to results."""

import pytest
from django.test import Client

from search import lifecycle
from search.engines.base import SearchEngine
from socialmap.models import Begrip, Leefgebied
from tests.search.conftest import Show
from tests.socialmap.factories import GemeenteFactory, VoorzieningFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def vragen(index: SearchEngine) -> None:
    zorg, _ = Leefgebied.objects.get_or_create(slug="gezondheid", defaults={"naam": "Gezondheid"})
    for slug, vraag in (
        ("dementie", "Ik vergeet steeds meer"),
        ("gokken", "Ik kan niet stoppen met gokken"),
        ("alzheimer-cafe", ""),
    ):
        Begrip.objects.update_or_create(
            slug=slug, defaults={"term": slug, "leefgebied": zorg, "hulpvraag": vraag}
        )
    VoorzieningFactory(
        naam="Dementie in beeld",
        samenvatting="Voor mensen met dementie.",
        live=True,
        beherende_gemeente=GemeenteFactory(slug="haren", naam="Haren"),
    )
    GemeenteFactory(slug="oldambt", naam="Oldambt")
    lifecycle.drain()


def test_only_questions_with_an_answer_are_shown_each_with_its_results(
    vragen: None, show: Show, client: Client
) -> None:
    page = show("/haren/hulpvragen/")

    assert "Ik vergeet steeds meer (1)" in page.words
    assert "gokken" not in page.words
    assert page.link("Ik vergeet steeds meer") == "/haren/zoeken/?begrip=dementie"
    results = show("/haren/zoeken/", "begrip=dementie")
    assert results.names == ["Dementie in beeld"]
    assert "Verwijder filter: Waar het om gaat: Dementie" in results.words


def test_another_gemeente_has_no_answer_and_shows_a_way_on(vragen: None, show: Show) -> None:
    page = show("/oldambt/hulpvragen/")

    assert "nog geen hulpvragen" in page.words
    assert page.link("Bekijk het hele aanbod") == "/oldambt/zoeken/"


@pytest.mark.parametrize(("path", "query"), [("/haren/", ""), ("/", ""), ("/zoeken/", "q=xqzzxw")])
def test_home_and_an_empty_result_lead_to_the_questions(
    path: str, query: str, vragen: None, show: Show
) -> None:
    assert show(path, query).link("Bekijk veelgestelde hulpvragen").endswith("/hulpvragen/")


def test_the_page_is_there_while_the_index_is_away(engine_folder: object, show: Show) -> None:
    assert show("/hulpvragen/").response.status_code == 200
