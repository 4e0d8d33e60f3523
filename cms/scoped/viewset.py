"""The base of every snippet viewset in this project."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.models import DraftStateMixin
from wagtail.snippets.views.snippets import SnippetViewSet

from cms.scoped.chooser import ScopedChooserViewSet, mix
from cms.scoped.editing import ScopedCreateView, ScopedEditView
from cms.scoped.views import ScopedViewMixin


class ScopedViewSet(SnippetViewSet):
    """Overrides `construct_view`, the one place that every view of a viewset passes.

    Copying is off: a copy would take the public id, the slug and the children's ids along, and a
    POST to wagtail's copy view saves over the original.
    """

    chooser_viewset_class = ScopedChooserViewSet
    add_view_class = ScopedCreateView
    edit_view_class = ScopedEditView
    copy_view_enabled = False
    # Eight background tasks a save become three; nothing here reads the reference index.
    add_to_reference_index = False
    add_to_admin_menu = True
    list_per_page = 25
    ordering: tuple[str, ...] = ("-id",)
    # Names in the database: these models are not in wagtail's own search index.
    search_backend_name = None
    search_fields: tuple[str, ...] = ("naam",)
    related: tuple[str, ...] = ()

    def construct_view(self, view_class: Any, **kwargs: Any) -> Any:
        return super().construct_view(mix(ScopedViewMixin, view_class), **kwargs)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """For the list: what one line shows, in a fixed number of queries."""
        rows: QuerySet[Any] = self.model._default_manager.select_related(*self.related)
        if issubclass(self.model, DraftStateMixin):
            rows = rows.select_related(*self.related, "latest_revision")
            rows = rows.defer("latest_revision__content")
        return rows
