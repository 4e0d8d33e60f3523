"""With scripts a filter takes effect at once, and the address still tells the whole state."""

import re

from playwright.sync_api import Page, Route, expect

from tests.browser.results import count_beside, is_marked, mark, total
from tests.browser.watch import Watch

RESULTS = "/haren/zoeken/"


def choose(page: Page, input_id: str) -> int:
    """Tick a filter; returns the number that stood beside it."""
    expected = count_beside(page, input_id)
    page.locator(f"#{input_id}").check()
    return expected


def test_a_filter_takes_effect_without_a_reload(page: Page) -> None:
    page.goto(RESULTS)
    mark(page)

    expected = choose(page, "toegangstoets-geen")

    expect(page).to_have_url(re.compile(r"/haren/zoeken/\?toegangstoets=geen$"))
    expect(page.locator("[data-count]")).to_have_text(f"{expected} resultaten")
    assert is_marked(page)


def test_the_new_count_is_announced_and_focus_stays(page: Page) -> None:
    page.goto(RESULTS)

    page.locator("#toegangstoets-geen").focus()
    expected = count_beside(page, "toegangstoets-geen")
    page.keyboard.press("Space")

    expect(page.locator("[role=status][data-status]")).to_have_text(f"{expected} resultaten")
    expect(page.locator("#toegangstoets-geen")).to_be_focused()


def test_the_address_alone_brings_the_same_state(page: Page) -> None:
    page.goto(f"{RESULTS}?q=ouderen")
    choose(page, "toegangstoets-geen")
    expect(page).to_have_url(re.compile("toegangstoets=geen"))
    shown, title = page.locator("[data-part=resultaten]").inner_text(), page.title()

    page.reload()

    assert page.locator("[data-part=resultaten]").inner_text() == shown
    assert page.title() == title
    expect(page.locator("#toegangstoets-geen")).to_be_checked()


def test_back_and_forward_restore_list_and_boxes(page: Page) -> None:
    page.goto(RESULTS)
    everything = total(page)
    filtered = choose(page, "toegangstoets-geen")
    expect(page.locator("[data-count]")).to_have_text(f"{filtered} resultaten")

    page.go_back()
    expect(page.locator("[data-count]")).to_have_text(f"{everything} resultaten")
    expect(page.locator("#toegangstoets-geen")).not_to_be_checked()
    page.go_forward()

    expect(page.locator("[data-count]")).to_have_text(f"{filtered} resultaten")
    expect(page.locator("#toegangstoets-geen")).to_be_checked()


def test_back_from_an_entry_shows_the_whole_filtered_page(page: Page) -> None:
    page.goto(RESULTS)
    filtered = choose(page, "toegangstoets-geen")
    expect(page.locator("[data-count]")).to_have_text(f"{filtered} resultaten")
    page.locator(".sk-card__title > a").first.click()
    expect(page.locator(".sk-entry")).to_be_visible()

    page.go_back()

    expect(page.get_by_role("banner")).to_be_visible()
    expect(page.locator("[data-count]")).to_have_text(f"{filtered} resultaten")
    expect(page.locator("#toegangstoets-geen")).to_be_checked()


def test_a_chip_and_a_page_number_go_without_a_reload_too(page: Page) -> None:
    page.goto(f"{RESULTS}?toegangstoets=geen")
    mark(page)

    page.get_by_role("link", name="Volgende").click()
    expect(page).to_have_url(re.compile("pagina=2"))
    expect(page.locator("[data-count]")).to_be_focused()
    page.locator(".sk-chip").first.click()

    expect(page).to_have_url(re.compile(r"/haren/zoeken/$"))
    expect(page.locator("#toegangstoets-geen")).not_to_be_checked()
    assert is_marked(page)


def test_the_order_changes_without_a_reload(page: Page) -> None:
    page.goto(f"{RESULTS}?q=ouderen")
    mark(page)

    page.get_by_label("Sorteer op").select_option("naam")

    expect(page).to_have_url(re.compile(r"q=ouderen&sorteer=naam$"))
    assert is_marked(page)


def test_the_last_choice_wins_when_an_earlier_answer_comes_late(page: Page) -> None:
    page.goto(RESULTS)
    held: list[Route] = []

    def hold_the_first(route: Route) -> None:
        if held:
            route.continue_()
        else:
            held.append(route)

    page.route("**/haren/zoeken/?*", hold_the_first)
    page.locator("#toegangstoets-geen").check()
    page.wait_for_function("document.querySelector('[aria-busy=true]') !== null")
    page.locator("#eigen_bijdrage-nee").check()
    expect(page).to_have_url(re.compile("toegangstoets=geen&eigen_bijdrage=nee"))
    both = total(page)
    held[0].continue_()
    page.wait_for_timeout(300)  # An answer that still counted would be in the page by then.

    assert total(page) == both
    expect(page).to_have_url(re.compile("toegangstoets=geen&eigen_bijdrage=nee"))
    expect(page.locator(".sk-chip")).to_have_count(3)  # two filters and "Wis alle filters"


def test_a_request_that_fails_becomes_a_full_load(page: Page, watch: Watch) -> None:
    watch.expect_message("ERR_FAILED")
    page.goto(RESULTS)
    mark(page)

    def fail_fragments(route: Route) -> None:
        if route.request.headers.get("x-fragment"):
            route.abort()
        else:
            route.continue_()

    page.route("**/haren/zoeken/?*", fail_fragments)
    expected = choose(page, "toegangstoets-geen")

    expect(page).to_have_url(re.compile(r"\?toegangstoets=geen$"))
    expect(page.locator("[data-count]")).to_have_text(f"{expected} resultaten")
    assert not is_marked(page)


def test_a_server_error_becomes_a_full_load(page: Page, watch: Watch) -> None:
    watch.expect_message("status of 503")
    page.goto(RESULTS)
    mark(page)

    def refuse_fragments(route: Route) -> None:
        if route.request.headers.get("x-fragment"):
            route.fulfill(status=503, body="")
        else:
            route.continue_()

    page.route("**/haren/zoeken/?*", refuse_fragments)
    page.locator("#toegangstoets-geen").check()

    expect(page.locator(".sk-chip").first).to_contain_text("Geen toets")
    assert not is_marked(page)


def test_a_search_keeps_the_filters_and_leaves_empty_fields_out(page: Page) -> None:
    page.goto(RESULTS)
    choose(page, "toegangstoets-geen")
    expect(page).to_have_url(re.compile("toegangstoets=geen"))

    page.get_by_label("Waarmee kunnen we helpen?").fill("koffie")
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile(r"/haren/zoeken/\?q=koffie&toegangstoets=geen$"))
