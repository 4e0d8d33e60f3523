"""WCAG 2.2 AA as far as axe can see it, on a wide screen and on the narrowest phone."""

import pytest
from playwright.sync_api import Page, ViewportSize

from tests.browser.axe import violations
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.pages import LOGIN, MISSING, PUBLIC
from tests.browser.watch import Watch

SIZES = {"1280": DESKTOP, "320": PHONE}


@pytest.mark.parametrize("width", SIZES)
@pytest.mark.parametrize("name", PUBLIC)
def test_axe_finds_nothing_on_a_public_page(name: str, width: str, page: Page) -> None:
    page.set_viewport_size(ViewportSize(**SIZES[width]))

    page.goto(PUBLIC[name])

    assert violations(page) == []


@pytest.mark.parametrize("width", SIZES)
def test_axe_finds_nothing_on_a_page_that_does_not_exist(
    width: str, page: Page, watch: Watch
) -> None:
    watch.expect_message("status of 404")
    page.set_viewport_size(ViewportSize(**SIZES[width]))

    page.goto(MISSING)

    assert violations(page) == []


@pytest.mark.parametrize("width", SIZES)
def test_axe_finds_nothing_on_the_log_in_page(width: str, page: Page) -> None:
    page.set_viewport_size(ViewportSize(**SIZES[width]))

    page.goto(LOGIN)

    assert violations(page) == []


def test_axe_finds_nothing_when_every_filter_is_open(page: Page) -> None:
    page.goto("/haren/zoeken/")
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")

    assert violations(page) == []


def test_axe_finds_nothing_on_a_map_with_an_open_pin(page: Page) -> None:
    page.goto("/haren/kaart/?q=kaartspelen")
    page.locator(".sk-pin").first.press("Enter")
    page.locator(".leaflet-popup a").first.wait_for()

    assert violations(page) == []
