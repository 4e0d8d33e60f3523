"""Small pages and files of the site itself."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from socialmap.context import canonical_url, gemeente_of, site_origin
from socialmap.theme import theme_css


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    return _plain(request, "privacy", dagen=settings.SEARCH_COUNTS_DAYS)


@require_safe
def toegankelijkheid(request: HttpRequest) -> HttpResponse:
    return _plain(request, "toegankelijkheid")


def _plain(request: HttpRequest, name: str, **context: object) -> HttpResponse:
    return TemplateResponse(
        request,
        f"socialmap/{name}.html",
        {"canonical_url": canonical_url(name, gemeente_of(request)), **context},
    )


@require_safe
def theme(request: HttpRequest, kleur: str, versie: str) -> HttpResponse:
    """The colours of one gemeente; the address changes with the content, so it may be kept."""
    try:
        css = theme_css(f"#{kleur}")
    except ValueError as error:
        raise Http404 from error
    response = HttpResponse(css, content_type="text/css; charset=utf-8")
    patch_cache_control(response, public=True, max_age=31_536_000, immutable=True)
    return response


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    lines = [
        "User-agent: *",
        "Disallow: /beheer/",
        # Every combination of filters is a page; the sitemap lists what is worth finding.
        "Disallow: /*?",
        f"Sitemap: {site_origin(gemeente_of(request))}/sitemap.xml",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
