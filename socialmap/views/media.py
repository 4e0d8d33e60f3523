"""Uploaded pictures, served by the application itself: for the demo and small installations.

In production a proxy may serve /media/ from the same folders: deploy/README.md.
"""

from pathlib import PurePosixPath
from types import MappingProxyType

from django.conf import settings
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe
from django.views.static import serve

# Renditions only. Originals may hold where a picture was taken, documents have a view of their own.
PUBLIC_FOLDERS = frozenset({"images"})
# What a browser may show. An SVG or a web page in this folder could run scripts as our site.
CONTENT_TYPES = MappingProxyType(
    {
        ".avif": "image/avif",
        ".gif": "image/gif",
        ".jpeg": "image/jpeg",
        ".jpg": "image/jpeg",
        ".png": "image/png",
        ".webp": "image/webp",
    }
)
SANDBOX = "default-src 'none'; sandbox"
ONE_DAY = "public, max-age=86400"


@require_safe
def media(request: HttpRequest, path: str) -> HttpResponseBase:
    """Return one picture below MEDIA_ROOT, with a content type that cannot run anything.

    Raises:
        Http404: there is none, it is not a picture, or its folder is not public.
    """
    wanted = PurePosixPath(path)
    content_type = CONTENT_TYPES.get(wanted.suffix.lower())
    folder = wanted.parts[0]
    if content_type is None or folder not in PUBLIC_FOLDERS or ".." in wanted.parts:
        raise Http404
    response = serve(request, path, document_root=str(settings.MEDIA_ROOT))
    if response.has_header("Content-Type"):
        response.headers["Content-Type"] = content_type
    response.headers["Content-Security-Policy"] = SANDBOX
    response.headers["Cache-Control"] = ONE_DAY
    return response
