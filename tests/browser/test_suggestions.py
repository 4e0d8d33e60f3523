"""Suggestions while typing: a combobox for keyboard, screen reader and finger, or a plain field."""

import pytest
from playwright.sync_api import Locator, Page, ViewportSize, expect

from tests.browser.axe import violations
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.watch import Watch

SIZES = {"1280": DESKTOP, "320": PHONE}


def typed(page: Page, text: str, path: str = "/haren/") -> Locator:
    """Type `text` in the search field and return the suggestions that come."""
    page.goto(path)
    page.locator("#q").click()
    page.locator("#q").press_sequentially(text, delay=20)
    options = page.locator("#q-suggesties [role=option]")
    expect(options.first).to_be_visible()
    return options


def test_arrows_walk_round_and_enter_opens_the_suggestion(page: Page) -> None:
    options = typed(page, "eetclub")
    field = page.get_by_role("combobox", name="Waarmee kunnen we helpen?")
    expect(field).to_have_attribute("aria-expanded", "true")
    last = options.last.get_attribute("id") or ""

    field.press("ArrowUp")
    expect(field).to_have_attribute("aria-activedescendant", last)
    field.press("ArrowDown")
    expect(field).to_have_attribute(
        "aria-activedescendant", options.first.get_attribute("id") or ""
    )
    field.press("End")
    expect(field).to_have_attribute("aria-activedescendant", last)
    field.press("Home")
    page.locator("#q-suggesties [role=option]", has_text="Eetclub De Wilgentuin").hover()
    while "Eetclub" not in page.locator("[role=option][aria-selected]").inner_text():
        field.press("ArrowDown")
    field.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("Eetclub De Wilgentuin")


def test_escape_closes_and_enter_without_a_choice_searches(page: Page) -> None:
    options = typed(page, "koffie")
    field = page.locator("#q")

    field.press("Escape")
    expect(options.first).to_be_hidden()
    expect(field).to_have_value("koffie")
    expect(field).to_have_attribute("aria-expanded", "false")
    field.press("Enter")

    page.wait_for_url("**/haren/zoeken/?q=koffie*")


def test_tab_leaves_the_field_and_closes_the_list(page: Page) -> None:
    options = typed(page, "koffie")

    page.keyboard.press("Tab")

    expect(page.locator("#plaats")).to_be_focused()
    expect(options.first).to_be_hidden()


def test_the_number_of_suggestions_is_announced(page: Page) -> None:
    options = typed(page, "koffie")

    said = page.locator("#q-suggesties + [role=status]")

    # It speaks when the typing has ended, while the list follows each letter.
    expect(said).to_contain_text("suggestie")
    expect(options).to_have_count(int(said.inner_text().split()[0]))


def test_a_place_fills_its_field(page: Page) -> None:
    options = typed(page, "glimmen")

    options.filter(has_text="Glimmen").last.click()

    expect(page.locator("#plaats")).to_have_value("Glimmen")
    expect(page.locator("#q")).to_have_value("")


@pytest.mark.parametrize("width", SIZES)
def test_axe_finds_nothing_with_the_list_open(width: str, page: Page) -> None:
    page.set_viewport_size(ViewportSize(**SIZES[width]))
    typed(page, "eet")
    page.locator("#q").press("ArrowDown")

    assert violations(page) == []


@pytest.mark.parametrize("width", SIZES)
def test_targets_are_large_and_the_button_stays_in_reach(width: str, page: Page) -> None:
    page.set_viewport_size(ViewportSize(**SIZES[width]))
    options = typed(page, "eet")

    heights = options.evaluate_all("all => all.map(one => one.getBoundingClientRect().height)")
    button = page.locator("#zoekformulier > button[type=submit]")
    button.scroll_into_view_if_needed()
    on_top = button.evaluate(
        "one => { const box = one.getBoundingClientRect();"
        " return one.contains(document.elementFromPoint(box.x + box.width / 2, box.y + 9)); }"
    )

    assert min(heights) >= 44
    assert on_top
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_server_that_does_not_answer_is_not_noticed(page: Page, watch: Watch) -> None:
    watch.expect_message("ERR_FAILED")
    page.route("**/zoeken/suggesties*", lambda route: route.abort())
    page.goto("/haren/")

    with page.expect_event("requestfailed"):
        page.locator("#q").press_sequentially("koffie")
    page.locator("#q").press("Enter")

    page.wait_for_url("**/haren/zoeken/?q=koffie*")


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_scripts_it_is_a_plain_field(page: Page) -> None:
    page.goto("/haren/")

    page.get_by_role("searchbox", name="Waarmee kunnen we helpen?").fill("koffie")
    page.keyboard.press("Enter")

    expect(page.locator(".sk-card mark").first).to_be_visible()
    expect(page.locator("[role=combobox]")).to_have_count(0)
