"""The site, with views that write and fail, for the tests against a real gunicorn."""

import uuid

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from socialmap.models import Gebruiker
from socialmap.urls import urlpatterns as site


class Broken(Exception):
    """What a view of these tests fails with."""


@csrf_exempt
def write(request: HttpRequest) -> HttpResponse:
    """Read, then write twice: the order in which a lock that comes too late is refused."""
    seen = Gebruiker.objects.count()
    email = f"{uuid.uuid4()}@voorbeeld.example"
    gebruiker = Gebruiker.objects.create_user(email=email, password=None)
    gebruiker.is_active = False
    gebruiker.save()
    return JsonResponse({"seen": seen})


@csrf_exempt
def write_then_fail(request: HttpRequest) -> HttpResponse:
    write(request)
    raise Broken(request.GET.get("q", ""))


def count(request: HttpRequest) -> HttpResponse:
    half = Gebruiker.objects.filter(is_active=True).count()
    return JsonResponse({"users": Gebruiker.objects.count(), "half": half})


urlpatterns = [
    path("proef/schrijf", write),
    path("proef/schrijf-en-faal", write_then_fail),
    path("proef/tel", count),
    *site,
]
