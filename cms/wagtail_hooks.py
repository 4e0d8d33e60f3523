"""Registers; what is registered lives in its own module."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from cms import menu
from cms.scoped.bulk import ScopedDeleteBulkAction
from cms.viewsets import SCREENS

LAST = 1000

for screen in SCREENS:
    register_snippet(screen)

# After wagtail's own, which it replaces.
hooks.register("register_bulk_action", ScopedDeleteBulkAction, order=LAST)
hooks.register("construct_main_menu", menu.keep_own_menu, order=LAST)
for name in (
    "construct_reports_menu",
    "construct_help_menu",
    "construct_settings_menu",
):
    hooks.register(name, menu.clear_menu, order=LAST)
hooks.register("register_admin_search_area", menu.voorzieningen_search)
hooks.register("insert_global_admin_css", menu.admin_css)
hooks.register("construct_homepage_panels", menu.show_own_tasks, order=LAST)
hooks.register("construct_homepage_summary_items", menu.clear_summary, order=LAST)
hooks.register("construct_snippet_action_menu", menu.keep_allowed_actions, order=LAST)
