"""A visitor leaves no trace and meets nothing broken."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.pages import PUBLIC
from tests.browser.watch import Watch


@pytest.mark.parametrize("name", PUBLIC)
def test_a_visitor_gets_no_cookie_and_nothing_is_stored(
    name: str, page: Page, context: BrowserContext
) -> None:
    page.goto(PUBLIC[name])
    page.wait_for_load_state("networkidle")

    assert context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_a_page_that_does_not_exist_says_so(page: Page, watch: Watch) -> None:
    watch.expect_message("status of 404")

    response = page.goto("/haren/bestaat-niet/")

    assert response is not None
    assert response.status == 404
    assert page.get_by_role("heading", level=1).text_content() == "Deze pagina bestaat niet"


def test_haren_on_its_own_host_is_haren_without_a_prefix(
    page: Page, watch: Watch, base_url: str
) -> None:
    watch.address = base_url.replace("localhost", "haren.localhost")
    page.goto(f"{watch.address}/")

    page.get_by_label("Waarmee kunnen we helpen?").fill("koffie")
    page.keyboard.press("Enter")
    page.locator("#toegangstoets-geen").check()

    expect(page).to_have_url(re.compile(r"/zoeken/\?q=koffie.*&toegangstoets=geen$"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Zoeken in Haren")
