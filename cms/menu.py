"""Menus and buttons per role. Nothing here protects: policies, views and the allow-list do."""

from typing import Any

from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail.admin.search import SearchArea
from wagtail.permissions import policy_registry

from cms.home import MijnTaken
from cms.roles import roles_of

# What somebody who is not a platform beheerder finds in the menu, if the policy shows it.
KEPT = frozenset(
    {
        "voorzieningen",
        "aanbieders",
        "locaties",
        "gemeente",
        "model",
        "stappen",
        "zoeken",
        "images",
    }
)
ASK_PUBLISH = frozenset({"action-publish", "action-unpublish"})


def keep_own_menu(request: Any, items: list[Any]) -> None:
    roles = roles_of(request.user)
    if not roles.platform:
        items[:] = [item for item in items if item.name in KEPT]


def clear_menu(request: Any, items: list[Any]) -> None:
    """Reports, help of wagtail and settings are for the platform beheerder."""
    if not roles_of(request.user).platform:
        items.clear()


def voorzieningen_search() -> SearchArea:
    """The search box of the menu looks in voorzieningen, before wagtail's own areas."""
    url = reverse("wagtailsnippets_socialmap_voorziening:list")
    return SearchArea(_("Voorzieningen"), url, name="voorzieningen", icon_name="tasks", order=1)


def admin_css() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("cms/admin.css"))


def show_own_tasks(request: Any, panels: list[Any]) -> None:
    panels[:] = [MijnTaken()]


def clear_summary(request: Any, items: list[Any]) -> None:
    items.clear()


def keep_allowed_actions(items: list[Any], request: Any, context: dict[str, Any]) -> None:
    """Offer publishing only for this row; who can publish need not send it in."""
    policy = policy_registry.get_by_type(context["model"])
    instance = context.get("instance")
    if instance is None:
        publishes = policy.user_has_permission(request.user, "publish")
    else:
        publishes = policy.user_has_permission_for_instance(request.user, "publish", instance)
    hidden = {"action-submit"} if publishes else ASK_PUBLISH
    items[:] = [item for item in items if item.name not in hidden]
