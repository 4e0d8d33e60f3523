"""Deleting several rows at once, in scope and with a ceiling."""

from typing import Any

from django.db.models import ProtectedError
from django.shortcuts import get_list_or_404, redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.permissions import policy_registry
from wagtail.snippets.bulk_actions.delete import DeleteBulkAction

AT_ONCE = 200


class ScopedDeleteBulkAction(DeleteBulkAction):
    """Stock wagtail names the rows it refuses, and `id=all` loads the whole table."""

    def _rows(self) -> Any:
        policy = policy_registry.get_by_type(self.model)
        return policy.instances_user_has_permission_for(self.request.user, "delete")

    def get_all_objects_in_listing_query(self, parent_id: Any) -> Any:
        return self._rows().order_by("pk").values_list("pk", flat=True)[:AT_ONCE]

    def get_queryset(self, model: Any, object_ids: Any) -> Any:
        # Longer than any key of ours; SQLite would not even compare it.
        keys = [int(key) for key in map(str, object_ids) if key.isdigit() and len(key) < 19]
        keys = keys[:AT_ONCE]
        return get_list_or_404(self._rows(), pk__in=keys)

    def form_valid(self, form: Any) -> Any:
        try:
            return super().form_valid(form)
        except ProtectedError:
            messages.error(
                self.request, _("Andere gegevens verwijzen hiernaar. Er is niets verwijderd.")
            )
            return redirect(self.next_url)
