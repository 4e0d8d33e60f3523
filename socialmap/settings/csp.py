"""Content-Security-Policy: a strict one for visitors, a looser one for the editors' screens."""

from typing import Any
from urllib.parse import urlsplit

from csp.constants import NONE, SELF, UNSAFE_INLINE

Policy = dict[str, Any]


def tile_hosts(tiles_url: str) -> list[str]:
    """The source of the map tiles: "https://service.pdok.nl/…/{z}/{x}/{y}.png" → its origin.

    Leaflet's `{s}` stands for any subdomain. No address, or one of our own: no source.
    """
    parts = urlsplit(tiles_url)
    return [f"{parts.scheme}://{parts.netloc.replace('{s}', '*')}"] if parts.netloc else []


def public_policy(image_hosts: list[str]) -> Policy:
    """Nothing but our own files and the map tiles of `image_hosts`; no inline script or style."""
    return {
        "DIRECTIVES": {
            "default-src": [NONE],
            "script-src": [SELF],
            "style-src": [SELF],
            "img-src": [SELF, "data:", *image_hosts],
            "font-src": [SELF],
            "connect-src": [SELF],
            "manifest-src": [SELF],
            "worker-src": [SELF],
            "form-action": [SELF],
            "frame-ancestors": [NONE],
            "base-uri": [NONE],
        }
    }


def admin_policy(image_hosts: list[str]) -> Policy:
    """Wagtail 8.0 needs inline script (InlinePanel, date pickers) and inline style (Draftail).

    Previews are shown in a frame, pictures are previewed from memory. Wagtail issue 1288.
    """
    return {
        "DIRECTIVES": {
            "default-src": [SELF],
            "script-src": [SELF, UNSAFE_INLINE],
            "style-src": [SELF, UNSAFE_INLINE],
            "img-src": [SELF, "data:", "blob:", *image_hosts],
            "font-src": [SELF, "data:"],
            "connect-src": [SELF],
            "frame-src": [SELF],
            "form-action": [SELF],
            "frame-ancestors": [SELF],
            "object-src": [NONE],
            "base-uri": [NONE],
        }
    }
