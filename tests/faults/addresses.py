"""The site, with an address at which an entry is changed as the admin does it."""

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from socialmap.urls import urlpatterns as site
from tests.faults.changes import change


@csrf_exempt
def change_entry(request: HttpRequest) -> HttpResponse:
    change(request.POST["action"], request.POST["id"], request.POST["word"])
    return HttpResponse("ok")


urlpatterns = [path("proef/wijzig", change_entry), *site]
