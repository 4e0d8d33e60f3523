"""Default-deny for the admin: see `cms/allowlist.py`."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse

from cms.allowlist import BULK, BULK_MODELS, allowed_names
from cms.roles import roles_of

PAGE_CHOOSER = "wagtailadmin_choose_page"


class AllowlistMiddleware:
    """Admin addresses that are not on the list of this person do not exist for them.

    Whoever is not logged in falls through to wagtail, which asks to log in.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        if not request.path.startswith(reverse("wagtailadmin_home")):
            return None
        roles = roles_of(request.user)
        if not request.user.is_authenticated or roles.platform:
            return None
        match = request.resolver_match
        name = match.view_name if match else ""
        if name == PAGE_CHOOSER and roles.groups:
            return self._link_chooser(request)
        if name not in allowed_names(roles) or not _bulk_is_allowed(name, kwargs):
            raise Http404
        return None

    def _link_chooser(self, request: HttpRequest) -> HttpResponseBase:
        """The button "link" of a text opens the page chooser: show the form for a web address."""
        target = reverse("wagtailadmin_choose_page_external_link")
        return HttpResponseRedirect(f"{target}?{request.META.get('QUERY_STRING', '')}")


def _bulk_is_allowed(name: str, kwargs: dict[str, Any]) -> bool:
    if name != BULK:
        return True
    return (
        kwargs.get("app_label") == "socialmap"
        and kwargs.get("model_name") in BULK_MODELS
        and kwargs.get("action") == "delete"
    )
