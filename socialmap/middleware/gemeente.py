"""Set `request.gemeente` from the host name or the path prefix."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase
from django.http.request import split_domain_port

from socialmap.middleware.hosts import ANY_HOST
from socialmap.sites import site_table

GetResponse = Callable[[HttpRequest], HttpResponseBase]


class GemeenteMiddleware:
    """Views never see the `gemeente` of the path: they read it from the request."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        gemeente = None
        if request.path_info not in ANY_HOST:  # Those must answer without a database.
            hostname, _port = split_domain_port(request.get_host())
            gemeente = site_table().by_host.get(hostname)
        request.gemeente = gemeente  # type: ignore[attr-defined]
        request.gemeente_from_host = gemeente is not None  # type: ignore[attr-defined]
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: list[Any], kwargs: dict[str, Any]
    ) -> None:
        slug = kwargs.pop("gemeente", None)
        if slug is None:
            return
        gemeente = site_table().by_slug.get(slug)
        if gemeente is None:
            raise Http404(f"Geen gemeente {slug}")
        request.gemeente = gemeente  # type: ignore[attr-defined]
        request.gemeente_from_host = False  # type: ignore[attr-defined]
