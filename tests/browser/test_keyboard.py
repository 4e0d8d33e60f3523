"""Everything can be done with the keyboard alone, and one always sees where one is."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.pages import PUBLIC
from tests.browser.results import total

MAX_STOPS = 400
# A stop shows itself by an outline or a shadow, in the window.
FOCUSED = """() => {
    const one = document.activeElement;
    if (!one || one === document.body) return null;
    const style = getComputedStyle(one);
    const outline = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    const box = one.getBoundingClientRect();
    const inView = box.bottom > 0 && box.top < innerHeight && box.width > 0;
    const marked = outline || style.boxShadow !== "none";
    return { name: one.outerHTML.slice(0, 120), seen: marked && inView };
}"""


def tab_to(page: Page, target: Locator, key: str = "Tab") -> None:
    """Press Tab until `target` has the focus."""
    for _ in range(MAX_STOPS):
        page.keyboard.press(key)
        if target.evaluate("one => one === document.activeElement"):
            return
    raise AssertionError(f"Tab does not reach {target}")


def test_the_first_stop_skips_to_the_content(page: Page) -> None:
    page.goto("/haren/zoeken/")

    page.keyboard.press("Tab")
    skip_link = page.get_by_role("link", name="Naar de inhoud")
    expect(skip_link).to_be_focused()
    expect(skip_link).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    expect(page.get_by_label("Waarmee kunnen we helpen?")).to_be_focused()


def test_someone_without_a_mouse_finds_an_entry(page: Page) -> None:
    page.goto("/haren/")
    tab_to(page, page.locator("#q"))
    page.keyboard.type("ouderen")
    page.keyboard.press("Enter")
    page.wait_for_url("**/haren/zoeken/?*")
    everything = total(page)

    # Open a closed group of filters and choose in it.
    group = page.locator("[data-facet=leefgebied]")
    tab_to(page, group.locator("> summary"))
    page.keyboard.press("Enter")
    expect(group).to_have_attribute("open", "")
    tab_to(page, group.locator("input").first)
    page.keyboard.press("Space")
    page.wait_for_url("**leefgebied=*")
    assert 0 < total(page) < everything

    # Take the filter away, turn the page and open what is on it.
    tab_to(page, page.locator(".sk-chip").first)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/haren/zoeken/\?q=ouderen$"))
    assert total(page) == everything
    tab_to(page, page.get_by_role("link", name="Volgende"))
    page.keyboard.press("Enter")
    page.wait_for_url("**pagina=2")
    first = page.locator(".sk-card__title > a").first
    name = first.inner_text()
    tab_to(page, first)
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text(name)


@pytest.mark.parametrize("name", PUBLIC)
def test_every_stop_is_seen_and_none_holds_the_focus(name: str, page: Page) -> None:
    page.goto(PUBLIC[name])
    page.wait_for_load_state("networkidle")
    unseen, stops = [], 0

    for _ in range(MAX_STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop is None:
            break
        stops += 1
        if not stop["seen"]:
            unseen.append(stop["name"])

    assert unseen == []
    assert 5 < stops < MAX_STOPS


def test_a_map_opens_its_clusters_and_pins_with_enter(page: Page) -> None:
    page.goto("/haren/kaart/?q=wilgentuin")
    markers = page.locator("[data-map] [role=button].leaflet-marker-icon")
    markers.first.wait_for()

    tab_to(page, markers.first)
    page.keyboard.press("Enter")
    link = page.locator(".leaflet-popup a").first
    expect(link).to_be_focused()
    name = link.inner_text()
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text(name)


def test_the_map_can_be_skipped(page: Page) -> None:
    page.goto("/haren/kaart/")

    tab_to(page, page.get_by_role("link", name="Sla de kaart over"))
    page.keyboard.press("Enter")

    expect(page.locator("#aantal")).to_be_focused()
    expect(page.locator("#aantal")).to_be_in_viewport()


def test_zooming_keeps_the_focus_on_the_map(page: Page) -> None:
    page.goto("/haren/kaart/")
    cluster = page.locator("[data-map] .sk-cluster").first
    cluster.wait_for()
    tab_to(page, page.locator("[data-map]"))

    tab_to(page, page.locator("[data-map] .sk-cluster").first)
    with page.expect_response("**/kaart/punten.geojson*"):
        page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.closest('[data-map]') !== null")
