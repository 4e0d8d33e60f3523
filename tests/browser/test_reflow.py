"""Nothing is lost on a narrow screen, in large type or with wide spacing (WCAG 1.4.4, .10, .12)."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.browser.conftest import DESKTOP, PHONE, QUIET
from tests.browser.pages import LOGIN, PUBLIC

# How far the page is wider than its window, texts that their own box cuts off, and texts of a
# drawing that lie over each other.
LOST = """() => {
    const lost = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) lost.push(`page is ${root.scrollWidth} px wide`);
    for (const one of document.body.querySelectorAll("*")) {
        const style = getComputedStyle(one);
        const hidden = one.matches(".sk-vh, .leaflet-container, .leaflet-container *, use, svg *");
        if (hidden || style.display === "inline" || !one.textContent.trim()) continue;
        const wide = one.scrollWidth > one.clientWidth + 1 && style.overflowX !== "visible";
        const high = one.scrollHeight > one.clientHeight + 1 && style.overflowY !== "visible";
        if (one.clientWidth && (wide || high)) lost.push(`cut off: ${one.className}`);
    }
    const texts = [...document.querySelectorAll("svg text")];
    const boxes = texts.map((text) => text.getBoundingClientRect()).filter((box) => box.width);
    boxes.forEach((box, index) => {
        for (const other of boxes.slice(index + 1)) {
            const wide = Math.min(box.right, other.right) - Math.max(box.left, other.left);
            const high = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
            if (wide > 1 && high > box.height / 2) lost.push("texts of a drawing overlap");
        }
    });
    return lost;
}"""
# The spacing of WCAG 1.4.12. A constructed sheet, because the CSP refuses a style element.
SPACING = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
        word-spacing: 0.16em !important } p { margin-bottom: 2em !important }`);
    document.adoptedStyleSheets = [sheet];
}"""
MODELS = {slug: f"/{slug}/" for slug in ("oldambt", "tynaarlo", "westerkwartier")}
ALL = {**PUBLIC, **MODELS}


@pytest.mark.parametrize("name", [*ALL, "log-in"])
def test_a_page_fits_a_window_of_320_pixels(name: str, page: Page) -> None:
    page.set_viewport_size(ViewportSize(**PHONE))

    page.goto(ALL.get(name, LOGIN))

    assert page.evaluate(LOST) == []


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["1280", "320"])
@pytest.mark.parametrize("name", ALL)
def test_wide_spacing_of_text_loses_nothing(name: str, size: dict[str, int], page: Page) -> None:
    page.set_viewport_size(ViewportSize(**size))
    page.goto(ALL[name])

    page.evaluate(SPACING)

    assert page.evaluate(LOST) == []


@pytest.fixture(scope="module")
def large_type(launch_browser: Callable[..., Browser]) -> Iterator[Browser]:
    """A browser whose owner reads at 200 %: 32 pixels instead of 16, also for media queries."""
    browser = launch_browser(args=[*QUIET, "--blink-settings=defaultFontSize=32"])
    yield browser
    browser.close()


@pytest.mark.parametrize("name", ALL)
def test_text_of_200_percent_loses_nothing(
    name: str, large_type: Browser, browser_context_args: dict[str, Any]
) -> None:
    with large_type.new_context(**browser_context_args) as context:
        page = context.new_page()

        page.goto(ALL[name])

        assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
        assert page.evaluate(LOST) == []
