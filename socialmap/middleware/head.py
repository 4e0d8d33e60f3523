"""A HEAD request gets the headers of a GET and no body."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from socialmap.middleware.types import GetResponse


class HeadMiddleware:
    """gunicorn would log a warning for every body that answers a HEAD."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if request.method == "HEAD" and isinstance(response, HttpResponse):
            response.headers.setdefault("Content-Length", str(len(response.content)))
            response.content = b""
        return response
