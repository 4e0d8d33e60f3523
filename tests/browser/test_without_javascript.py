"""Everything works without scripts; only the map, which shows what the list has too, is absent."""

import re

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.conftest import PHONE
from tests.browser.results import count_beside, total

pytestmark = pytest.mark.browser_context_args(java_script_enabled=False)


def test_filters_take_effect_with_their_button(page: Page) -> None:
    page.goto("/haren/zoeken/")
    expected = count_beside(page, "toegangstoets-geen")

    page.locator("#toegangstoets-geen").check()
    page.get_by_role("button", name="Filters toepassen").click()

    expect(page).to_have_url(re.compile(r"/haren/zoeken/\?.*toegangstoets=geen"))
    expect(page.locator("#toegangstoets-geen")).to_be_checked()
    assert total(page) == expected


def test_a_filter_in_a_closed_group_can_be_reached(page: Page) -> None:
    page.goto("/haren/zoeken/?eigen_bijdrage=nee")

    page.locator("summary", has_text="Waar gaat het over").or_(
        page.locator("[data-facet=leefgebied] > summary")
    ).first.click()
    page.locator("#leefgebied-geld").check()
    page.get_by_role("button", name="Filters toepassen").click()

    expect(page).to_have_url(re.compile("eigen_bijdrage=nee.*leefgebied=geld"))


def test_filters_open_and_work_on_a_phone(page: Page) -> None:
    page.set_viewport_size(ViewportSize(**PHONE))
    page.goto("/haren/zoeken/")

    page.locator("[data-facet=filters] > summary").click()
    page.locator("#toegangstoets-geen").check()
    page.get_by_role("button", name="Filters toepassen").click()

    expect(page.locator(".sk-chip").first).to_contain_text("Geen toets")


def test_a_chip_takes_its_filter_away(page: Page) -> None:
    page.goto("/haren/zoeken/?toegangstoets=geen&eigen_bijdrage=nee")
    before = total(page)

    page.get_by_role("link", name="Verwijder filter: Mag ik het gebruiken: Geen toets").click()

    expect(page).to_have_url(re.compile(r"/haren/zoeken/\?eigen_bijdrage=nee$"))
    assert total(page) > before


def test_the_order_changes_with_its_button(page: Page) -> None:
    page.goto("/haren/zoeken/?q=ouderen")
    names = page.locator(".sk-card__title > a")

    page.get_by_label("Sorteer op").select_option("naam")
    page.get_by_role("button", name="Sorteer", exact=True).click()

    expect(page).to_have_url(re.compile("sorteer=naam"))
    shown = [name.casefold() for name in names.all_inner_texts()]
    assert shown == sorted(shown)


def test_pages_follow_each_other(page: Page) -> None:
    page.goto("/haren/zoeken/")
    first = page.locator(".sk-card__title > a").all_inner_texts()

    page.get_by_role("link", name="Volgende").click()

    expect(page).to_have_url(re.compile(r"pagina=2"))
    assert page.locator("ol.sk-cards").get_attribute("start") == "21"
    assert not set(first) & set(page.locator(".sk-card__title > a").all_inner_texts())


def test_a_search_from_the_home_page_leads_to_an_entry(page: Page) -> None:
    page.goto("/haren/")

    page.get_by_label("Waarmee kunnen we helpen?").fill("formulieren invullen")
    page.get_by_role("button", name="Zoeken").click()
    page.locator(".sk-card__title > a").first.click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Formulierenbrigade")


def test_a_place_brings_distances_and_a_choice_of_radius(page: Page) -> None:
    page.goto("/haren/zoeken/?plaats=Glimmen")

    page.get_by_label("Afstand").select_option("5")
    page.get_by_role("button", name="Zoeken").click()

    expect(page).to_have_url(re.compile("straal=5"))
    expect(page.locator(".sk-card__away").first).to_contain_text("km")


def test_the_map_page_has_the_whole_list_and_says_so(page: Page) -> None:
    page.goto("/haren/zoeken/?eigen_bijdrage=nee")
    in_list = total(page)

    page.goto("/haren/kaart/?eigen_bijdrage=nee")

    expect(page.get_by_text("De kaart werkt alleen met JavaScript.")).to_be_visible()
    expect(page.locator("[data-map]")).to_be_hidden()
    assert total(page) == in_list
    assert page.locator(".sk-card").count() == min(20, in_list)


@pytest.mark.parametrize("name", ["Bij mij in de buurt", "Toon de kaart hier", "Print deze pagina"])
def test_buttons_that_need_a_script_are_not_shown(name: str, page: Page) -> None:
    for path in ("/haren/zoeken/", "/haren/voorziening/formulierenbrigade/", "/haren/kaart/"):
        page.goto(path)

        expect(page.get_by_role("button", name=name)).to_have_count(0)
