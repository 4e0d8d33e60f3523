"""The rich-text editor, which may be sent anything."""

from typing import Any

from django.utils.html import format_html
from wagtail.admin.rich_text import DraftailRichTextArea


class RichTextArea(DraftailRichTextArea):
    """Keeps what is no content of the editor as plain text; stock Wagtail answers 500 to it."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> str | None:
        try:
            value: str | None = super().value_from_datadict(data, files, name)
        except (ValueError, KeyError, TypeError, AttributeError):
            value = str(format_html("<p>{}</p>", data.get(name, "")))
        return value
