"""Addresses that no page can handle, dealt with before anything reads them."""

import re

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from socialmap.middleware.plain import plain_page
from socialmap.middleware.types import GetResponse

# Percent-encoded control characters, tab and line ends excepted. PostgreSQL refuses NUL in text.
CONTROL_CHARACTERS = re.compile(r"%(?:0[0-8bcefBCEF]|1[0-9a-fA-F]|7[fF])")


class RequestLineMiddleware:
    """Answer 414 to a very long address, 404 to a NUL in the path, and clean the query.

    gunicorn reads lines of up to 1 MB (deploy/gunicorn.conf.py), else its own bare 414 comes first.
    Of a query that lost characters `request.query_cleaned` is true, so that the page can say so.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if _address_bytes(request) > settings.SOCIALMAP_REQUEST_LINE_BYTES:
            return plain_page("414.html", 414)
        if "\x00" in request.path_info:
            return plain_page("404_plain.html", 404)
        query = request.META.get("QUERY_STRING", "")
        cleaned = CONTROL_CHARACTERS.sub("", query)
        request.META["QUERY_STRING"] = cleaned
        request.query_cleaned = cleaned != query  # type: ignore[attr-defined]
        return self.get_response(request)


def _address_bytes(request: HttpRequest) -> int:
    """The length of path and query as they were sent; a decoded path can be a third of it."""
    raw: str = request.META.get("RAW_URI", "")
    return len(raw) or len(request.get_full_path())
