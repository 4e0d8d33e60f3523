"""On paper, in the visitor's own colours, without movement, and in the dark."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import violations
from tests.browser.pages import FULL_ENTRY


def test_paper_shows_the_results_and_nothing_to_press(page: Page) -> None:
    page.goto("/haren/zoeken/?toegangstoets=geen")

    page.emulate_media(media="print")

    expect(page.locator(".sk-card").first).to_be_visible()
    expect(page.locator("[data-count]")).to_be_visible()
    for hidden in (".sk-search", ".sk-filters", ".sk-mapbox", ".sk-pages", ".sk-nav"):
        expect(page.locator(hidden)).to_be_hidden()


def test_paper_shows_a_whole_entry(page: Page) -> None:
    page.goto(FULL_ENTRY)

    page.emulate_media(media="print")

    expect(page.locator(".sk-fact")).to_have_count(4)
    for heading in ("Contact", "Waar", "Wanneer"):
        expect(page.get_by_role("heading", name=heading, exact=True)).to_be_visible()
    expect(page.get_by_text("Aan deze informatie kunt u geen rechten ontlenen.")).to_be_visible()
    expect(page.get_by_role("button", name="Print deze pagina")).to_be_hidden()


@pytest.mark.browser_context_args(forced_colors="active", color_scheme="dark")
def test_forced_colours_reach_icons_and_checked_boxes(page: Page) -> None:
    page.goto("/haren/zoeken/?toegangstoets=geen")

    colours = page.evaluate(
        """() => {
            const colour = (selector, name) =>
                getComputedStyle(document.querySelector(selector))[name];
            return {
                text: colour(".sk-card p", "color"),
                icon: colour(".sk-card__facts .sk-icon", "stroke"),
                checked: colour("#toegangstoets-geen", "backgroundImage")
                    + colour("#toegangstoets-geen", "backgroundColor"),
                open: colour("#toegangstoets-licht", "backgroundImage")
                    + colour("#toegangstoets-licht", "backgroundColor"),
            };
        }"""
    )

    assert colours["icon"] == colours["text"]
    assert colours["checked"] != colours["open"]


@pytest.mark.browser_context_args(reduced_motion="reduce")
def test_nothing_moves_for_who_asked_so(page: Page) -> None:
    page.goto("/haren/")

    moving = page.evaluate(
        """() => [...document.querySelectorAll("*")].filter((one) => {
            const { transitionDuration, animationName } = getComputedStyle(one);
            return parseFloat(transitionDuration) > 0 || animationName !== "none";
        }).map((one) => one.className)"""
    )

    assert moving == []


@pytest.mark.browser_context_args(color_scheme="dark")
def test_a_dark_device_still_gets_readable_colours(page: Page) -> None:
    page.goto("/haren/zoeken/?q=koffie")

    assert violations(page) == []
