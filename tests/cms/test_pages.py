"""Articles and themes for visitors."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Page, Site
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from cms.blocks.tekst import VoorzieningenBlock
from cms.demo_pages import create_demo_pages
from cms.models import ArtikelenPage, ArtikelPage, ThemaPage
from cms.pages import ensure_pages
from tests.socialmap.factories import GemeenteFactory


@pytest.fixture
def overview(db: None) -> ArtikelenPage:
    return ensure_pages()


def _article(parent: Page, title: str, **fields: Any) -> ArtikelPage:
    return parent.add_child(instance=ArtikelPage(title=title, **fields))


def test_the_overview_replaces_the_welcome_page_of_wagtail(overview: ArtikelenPage) -> None:
    again = ensure_pages()

    assert again == overview
    assert list(Site.objects.values_list("root_page", flat=True)) == [overview.pk]
    assert not Page.objects.filter(slug="home").exists()


def test_articles_stand_under_artikelen(client: Any, overview: ArtikelenPage) -> None:
    thema = overview.add_child(instance=ThemaPage(title="Rondkomen"))
    _article(thema, "Geld terugvragen", samenvatting="Zo vraagt u toeslag aan.")

    body = client.get("/artikelen/rondkomen/").content.decode()

    assert client.get("/artikelen/").status_code == 200
    assert 'href="/artikelen/rondkomen/geld-terugvragen/"' in body
    assert "Zo vraagt u toeslag aan." in body


def test_an_article_shows_each_kind_of_block(client: Any, overview: ArtikelenPage) -> None:
    vraag = {"vraag": "Kost het iets?", "antwoord": "<p>Nee.</p>"}
    zoek = {"titel": "Hulp bij geld", "uitleg": "", "adres": "/zoeken/?leefgebied=geld"}
    _article(
        overview,
        "Alles",
        inhoud=[
            ("kop", "Een kop"),
            ("alinea", "<p>Een alinea</p>"),
            ("citaat", {"tekst": "Ik voelde mij welkom.", "wie": "Sien"}),
            ("vraag", vraag),
            ("voorzieningen", zoek),
        ],
    )

    body = client.get("/artikelen/alles/").content.decode()

    for shown in ("Een kop", "Een alinea", "Ik voelde mij welkom.", "Kost het iets?"):
        assert shown in body
    assert 'href="/zoeken/?leefgebied=geld"' in body


def test_an_article_of_another_gemeente_is_not_listed(client: Any, overview: ArtikelenPage) -> None:
    haren, oldambt = (GemeenteFactory(slug=slug) for slug in ("haren", "oldambt"))
    _article(overview, "Voor Haren", gemeente=haren)
    _article(overview, "Voor Oldambt", gemeente=oldambt)
    _article(overview, "Voor iedereen")

    body = client.get("/haren/artikelen/").content.decode()

    assert "Voor Haren" in body
    assert "Voor iedereen" in body
    assert "Voor Oldambt" not in body


def test_a_draft_is_not_found(client: Any, overview: ArtikelenPage) -> None:
    _article(overview, "Nog niet af", live=False)

    assert client.get("/artikelen/nog-niet-af/").status_code == 404
    assert "Nog niet af" not in client.get("/artikelen/").content.decode()


@pytest.mark.parametrize(
    "adres", ["https://elders.example/zoeken/", "//elders.example/zoeken/", "/kaart/"]
)
def test_a_list_of_voorzieningen_points_to_results_on_this_site(adres: str) -> None:
    block = VoorzieningenBlock()
    value = block.to_python({"titel": "Lijst", "uitleg": "", "adres": adres})

    with pytest.raises(ValidationError):
        block.clean(value)


def test_a_platform_beheerder_writes_an_article(
    wereld: Any, as_user: Any, overview: ArtikelenPage
) -> None:
    data = nested_form_data(
        {
            "title": "Nieuw artikel",
            "slug": "nieuw-artikel",
            "samenvatting": "Kort.",
            "inhoud": streamfield([("alinea", rich_text("<p>Tekst</p>"))]),
            "action-publish": "1",
        }
    )

    response = as_user(wereld.platform).post(
        f"/beheer/pages/add/cms/artikelpage/{overview.pk}/", data
    )

    assert response.status_code == 302
    assert ArtikelPage.objects.get(slug="nieuw-artikel").live


@pytest.mark.parametrize("who", ["redacteur", "lid_a", "consulent"])
def test_pages_are_for_the_platform_beheerder(
    wereld: Any, as_user: Any, overview: ArtikelenPage, who: str
) -> None:
    client = as_user(getattr(wereld, who))

    assert client.get("/beheer/pages/").status_code == 404
    assert client.get(f"/beheer/pages/{overview.pk}/edit/").status_code == 404


def test_the_demo_shows_one_article_and_leaves_those_of_editors_alone(
    client: Any, overview: ArtikelenPage
) -> None:
    create_demo_pages()
    create_demo_pages()

    response = client.get("/artikelen/hulp-vinden/zo-vindt-u-hulp-in-de-buurt/")

    assert response.status_code == 200
    assert ArtikelPage.objects.count() == 1
