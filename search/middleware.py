"""Apply changes to the index right after the request that made them."""

from collections.abc import Callable
from typing import Final

from django.db import connection
from django.http import HttpRequest, HttpResponseBase

from search.lifecycle import drain_quietly

SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})


class DrainMiddleware:
    """Stands outside the transaction of the request: what it drains is committed.

    The work is done when the response is closed, so nobody waits for it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if request.method not in SAFE and not connection.in_atomic_block:
            response._resource_closers.append(drain_quietly)  # type: ignore[attr-defined]
        return response
