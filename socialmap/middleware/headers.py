"""Headers that Django has no setting for: what a page may use, and who may keep a copy."""

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from socialmap.middleware.types import GetResponse

PERMISSIONS_POLICY = ", ".join(
    [
        "geolocation=(self)",  # "Bij mij in de buurt", after the visitor presses it.
        "camera=()",
        "microphone=()",
        "payment=()",
        "usb=()",
        "browsing-topics=()",
    ]
)


class HeadersMiddleware:
    """Add Permissions-Policy, and Cache-Control where the view said nothing.

    Pages are checked again at each visit, so that a change shows at once. An address with a query
    may tell what someone looks for: no cache between us and the visitor keeps it. The editors'
    screens are kept nowhere.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        response.headers.setdefault("Cache-Control", _cache_control(request))
        return response


def _cache_control(request: HttpRequest) -> str:
    if request.path_info.startswith(settings.SOCIALMAP_BEHEER_PATHS):
        return "private, no-store"
    if request.META.get("QUERY_STRING") or request.method not in {"GET", "HEAD"}:
        return "private, no-cache"
    return "no-cache"
