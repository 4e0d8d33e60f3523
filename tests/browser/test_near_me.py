"""The button "Bij mij in de buurt": the device says where it is, once, and only roughly."""

import re

import pytest
from playwright.sync_api import Page, expect

IN_GLIMMEN = {"latitude": 53.1391234, "longitude": 6.6295432}


@pytest.mark.browser_context_args(geolocation=IN_GLIMMEN, permissions=["geolocation"])
def test_a_position_becomes_a_rounded_place_with_distances(page: Page) -> None:
    page.goto("/haren/")

    page.get_by_role("button", name="Bij mij in de buurt").click()

    expect(page).to_have_url(re.compile(r"/haren/zoeken/\?(q=&)?plaats=53\.139(%2C|,)6\.63"))
    expect(page.locator(".sk-card__away").first).to_contain_text("km")
    assert "391234" not in page.content()


@pytest.mark.browser_context_args(geolocation=IN_GLIMMEN, permissions=["geolocation"])
def test_a_position_joins_the_words_and_filters_that_stand_there(page: Page) -> None:
    page.goto("/haren/zoeken/?q=koffie&toegangstoets=geen")

    page.get_by_role("button", name="Bij mij in de buurt").click()

    expect(page).to_have_url(re.compile(r"\?q=koffie&plaats=53\.139(%2C|,)6\.63.*toegangstoets"))


def test_without_permission_the_page_asks_for_a_place_instead(page: Page) -> None:
    page.goto("/haren/")

    page.get_by_role("button", name="Bij mij in de buurt").click()

    message = page.get_by_role("status").filter(has_text="Vul uw postcode of plaats in")
    expect(message).to_be_visible()
    expect(page.get_by_label("Postcode of plaats")).to_be_focused()
    expect(page).to_have_url(re.compile(r"/haren/$"))
