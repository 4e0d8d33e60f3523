"""What a page with results says, read as a visitor reads it."""

import re

from playwright.sync_api import Page


def total(page: Page) -> int:
    """The number in the heading above the list: "56 resultaten bij Glimmen" is 56."""
    return int(page.locator("[data-count]").inner_text().split()[0])


def count_beside(page: Page, input_id: str) -> int:
    """The number beside a filter: "Geen toets (56)" is 56."""
    text = page.locator(f"[data-count-of='{input_id}']").text_content() or ""
    return int(re.sub(r"\D", "", text))


def mark(page: Page) -> None:
    """Leave a mark in the page; a reload wipes it out."""
    page.evaluate("window.isTheSamePage = true")


def is_marked(page: Page) -> bool:
    return bool(page.evaluate("window.isTheSamePage === true"))
