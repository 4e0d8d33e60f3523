"""One transaction for a request that may write, none for a request that only reads.

Not Django's ATOMIC_REQUESTS: that one also wraps every page that is only read, and leaves out what
middleware writes. On SQLite each transaction begins IMMEDIATE (`socialmap.settings.databases`), so
a writer waits for its turn before its first read and cannot fail half way.
"""

from django.db import transaction
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from socialmap.middleware.types import GetResponse

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})
ROLLBACK = "_socialmap_rollback"


class TransactionMiddleware:
    """Commit when the answer is good; leave nothing behind when it is an error."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.method in SAFE_METHODS:
            return self.get_response(request)
        with transaction.atomic():
            response = self.get_response(request)
            if response.status_code >= 500 or hasattr(request, ROLLBACK):
                transaction.set_rollback(True)
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> None:
        """Mark the request: Django makes an answer of the exception before `__call__` sees it."""
        setattr(request, ROLLBACK, True)
