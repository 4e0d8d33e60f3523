"""axe-core in the page, with the rules of WCAG 2.2 level A and AA."""

from functools import cache
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parent.parent.parent
SOURCE: Final = ROOT / "node_modules" / "axe-core" / "axe.min.js"
# Without the last one axe leaves out `target-size`.
TAGS: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def violations(page: Page) -> list[str]:
    """One line per rule and element that fails, on the page as it is now."""
    # Evaluated by the browser itself: the CSP of the page refuses a script tag.
    page.evaluate(_source())
    options: dict[str, Any] = {"runOnly": {"type": "tag", "values": TAGS}}
    result = page.evaluate("options => axe.run(document, options)", options)
    return [
        f"{rule['id']}: {' '.join(node['target'][0:1])} {node['failureSummary']}"
        for rule in result["violations"]
        for node in rule["nodes"]
    ]


@cache
def _source() -> str:
    return SOURCE.read_text(encoding="utf-8")
