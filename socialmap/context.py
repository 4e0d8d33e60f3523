"""Context gemeente: whose stappen, desk and colour are shown, and how addresses are built.

The own host name decides, else the path prefix `/<gemeente>/`, else the pages are neutral.
"""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from socialmap.models import Gemeente
from socialmap.sites import site_table


class ContextRequest(HttpRequest):
    """What GemeenteMiddleware adds to a request."""

    gemeente: Gemeente | None
    gemeente_from_host: bool


def gemeente_of(request: HttpRequest) -> Gemeente | None:
    return getattr(request, "gemeente", None)


def page_url(request: HttpRequest | None, name: str, **kwargs: Any) -> str:
    """The address of a public page that keeps the context gemeente.

    `gemeente=<slug>` asks for another gemeente, `gemeente=""` for the neutral page.
    """
    prefix = kwargs.pop("gemeente", None)
    if prefix is None and request is not None:
        current = gemeente_of(request)
        if current is not None and not getattr(request, "gemeente_from_host", False):
            prefix = current.slug
    if prefix:
        kwargs["gemeente"] = prefix
    return reverse(name, kwargs=kwargs)


def site_origin(gemeente: Gemeente | None) -> str:
    """Scheme, host and port under which pages of `gemeente` have their one canonical address."""
    if gemeente is not None and gemeente.site is not None:
        return _origin(gemeente.site.hostname, gemeente.site.port)
    return str(settings.PUBLIC_ORIGIN)


def _origin(hostname: str, port: int) -> str:
    scheme = "https" if port == 443 or settings.PUBLIC_ORIGIN.startswith("https://") else "http"
    return f"{scheme}://{hostname}" + ("" if port in (80, 443) else f":{port}")


def canonical_url(name: str, gemeente: Gemeente | None = None, **kwargs: Any) -> str:
    """The one address of a page: on the own host of `gemeente`, else on the neutral host.

    Pages about a gemeente without an own host keep their prefix; entries never have one.
    """
    if gemeente is not None and gemeente.site is None and name not in ENTRY_PAGES:
        kwargs["gemeente"] = gemeente.slug
    return site_origin(gemeente) + reverse(name, kwargs=kwargs)


ENTRY_PAGES = frozenset({"voorziening", "aanbieder"})


def known_gemeente(slug: str) -> Gemeente | None:
    return site_table().by_slug.get(slug)
