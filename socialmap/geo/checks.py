"""System checks on the settings of the geocoder."""

from __future__ import annotations

from typing import Any, Final

from django.conf import settings
from django.core.checks import CheckMessage, Error, register

GEOCODERS: Final = ("offline", "pdok")


@register()
def check_geocoder(app_configs: object, **kwargs: Any) -> list[CheckMessage]:
    """A misspelt geocoder would silently be none at all; a timeout of zero never waits."""
    messages: list[CheckMessage] = []
    if settings.GEOCODER not in GEOCODERS:
        messages.append(
            Error(
                f"GEOCODER is {settings.GEOCODER!r}, which is no geocoder we have.",
                hint=f"Set SOCIALMAP_GEOCODER to one of: {', '.join(GEOCODERS)}.",
                id="socialmap.E010",
            )
        )
    if settings.GEOCODER_TIMEOUT_SECONDS <= 0:
        messages.append(
            Error(
                "GEOCODER_TIMEOUT_SECONDS must be more than zero.",
                hint="Set SOCIALMAP_GEOCODER_TIMEOUT_SECONDS to a number of seconds, such as 2.",
                id="socialmap.E011",
            )
        )
    return messages
