"""What a results page says, read from its HTML as a visitor would."""

import html
import re
from dataclasses import dataclass
from typing import Any

_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultsPage:
    """The answer to one request for a page with results."""

    response: Any

    @property
    def text(self) -> str:
        return str(self.response.content.decode())

    @property
    def words(self) -> str:
        """The text without tags, with single spaces."""
        return " ".join(html.unescape(_TAG.sub(" ", self.text)).split())

    @property
    def names(self) -> list[str]:
        found = re.findall(r'sk-card__title"><a [^>]*>(.+?)</a>', self.text)
        return [html.unescape(_TAG.sub("", name)) for name in found]

    @property
    def total(self) -> int:
        found = re.search(r"data-count>\s*(\d+) resulta", self.text)
        assert found, "the page has no total"
        return int(found.group(1))

    @property
    def counts(self) -> dict[tuple[str, str], int]:
        """{(facet, slug): count} of every box that can be ticked."""
        boxes = re.findall(
            r'name="([a-z_]+)" value="([^"]+)"[^>]*><label.*?data-count-of="[^"]+">\((\d+)\)<',
            self.text,
        )
        return {(name, html.unescape(slug)): int(count) for name, slug, count in boxes}

    @property
    def notices(self) -> list[str]:
        found = re.findall(r'sk-notice">.*?<p class="nl-paragraph">(.*?)</p>', self.text, re.S)
        return [html.unescape(text) for text in found]

    def link(self, label: str) -> str:
        """The address behind the first link with this text."""
        found = re.search(rf'href="([^"]+)"[^>]*>{re.escape(label)}<', self.text)
        assert found, f"no link {label}"
        return html.unescape(found.group(1))

    @property
    def links(self) -> list[str]:
        return [html.unescape(url) for url in re.findall(r'href="([^"#][^"]*)"', self.text)]
