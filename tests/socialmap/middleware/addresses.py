"""Views that write, fail and tell, for the tests of the middleware."""

from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import path

from socialmap.models import Gebruiker
from socialmap.urls import urlpatterns as site


class Broken(Exception):
    """What a view of these tests fails with."""


def write(request: HttpRequest) -> HttpResponse:
    Gebruiker.objects.create_user(email="nieuw@voorbeeld.example", password=None)
    return HttpResponse("ok")


def write_then_fail(request: HttpRequest) -> HttpResponse:
    write(request)
    raise Broken(request.POST.get("reden", ""))


def write_then_answer_503(request: HttpRequest) -> HttpResponse:
    write(request)
    return HttpResponse("later", status=503)


def write_then_refuse(request: HttpRequest) -> HttpResponse:
    write(request)
    return HttpResponse("het formulier klopt niet", status=422)


def tell(request: HttpRequest) -> HttpResponse:
    return JsonResponse(
        {
            "in_transaction": connection.in_atomic_block,
            "q": request.GET.get("q"),
            "cleaned": request.query_cleaned,  # type: ignore[attr-defined]
            "language": request.LANGUAGE_CODE,
        }
    )


urlpatterns = [
    path("schrijf", write),
    path("schrijf-en-faal", write_then_fail),
    path("schrijf-en-503", write_then_answer_503),
    path("schrijf-en-422", write_then_refuse),
    path("vertel", tell),
    path("en/vertel", tell),
    path("account/vertel", tell),
    *site,
]
