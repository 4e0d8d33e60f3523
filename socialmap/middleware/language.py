"""The language is in the address: English under /en/, else Dutch.

Not Django's LocaleMiddleware, which reads a cookie and the browser's wishes: the same address
would show other words to another visitor, and every page would vary on them.
"""

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import translation

from socialmap.middleware.types import GetResponse


class LanguageMiddleware:
    """Activate the language of the address during the request, and name it in the answer."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response
        self.others = [code for code, _ in settings.LANGUAGES if code != settings.LANGUAGE_CODE]

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        with translation.override(self._language(request.path_info)):
            request.LANGUAGE_CODE = translation.get_language() or settings.LANGUAGE_CODE
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", request.LANGUAGE_CODE)
        return response

    def _language(self, path: str) -> str:
        first = path.split("/", 2)[1] if path.startswith("/") else ""
        return first if first in self.others else settings.LANGUAGE_CODE
