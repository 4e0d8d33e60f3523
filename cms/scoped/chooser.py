"""Choosers that name only rows in scope."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import LiveStatusTagColumn
from wagtail.permissions import policy_registry
from wagtail.snippets.views.chooser import SnippetChooserViewSet

from cms.columns import PublicatieColumn


class NaamFilterForm(BaseFilterForm):
    """Search in names with the database: these models are not in wagtail's own index."""

    q = forms.CharField(label=_("Zoek op naam"), required=False)

    def filter(self, objects: QuerySet[Any]) -> QuerySet[Any]:
        objects = super().filter(objects)
        words = self.cleaned_data.get("q", "").split()
        for word in words:
            objects = objects.filter(naam__icontains=word)
        self.is_searching = bool(words)
        self.search_query = " ".join(words)
        return objects


class ScopedChooserMixin:
    """Put in front of each chooser view by `ScopedChooserViewSet.construct_view`."""

    filter_form_class = NaamFilterForm
    model_class: Any
    request: Any

    def _allowed(self) -> QuerySet[Any]:
        policy = policy_registry.get_by_type(self.model_class)
        rows: QuerySet[Any] = policy.instances_user_may_choose(self.request.user)
        if hasattr(self.model_class, "latest_revision"):
            rows = rows.select_related("latest_revision").defer("latest_revision__content")
        return rows

    def get_object_list(self) -> QuerySet[Any]:
        return self._allowed()

    def get_object(self, pk: str) -> Any:
        try:
            return self._allowed().get(pk=pk)
        except ValueError as error:
            raise self.model_class.DoesNotExist from error

    def get_objects(self, pks: list[str]) -> QuerySet[Any]:
        return self._allowed().filter(pk__in=[pk for pk in pks if pk.isdigit()])

    @property
    def columns(self) -> list[Any]:
        """Wagtail's own status column asks two queries a row."""
        found = super().columns  # type: ignore[misc]
        shown = [column for column in found if not isinstance(column, LiveStatusTagColumn)]
        return [*shown, PublicatieColumn()] if len(shown) < len(found) else shown

    def can_create(self) -> bool:
        """Making a row needs the whole form, not a corner of a chooser."""
        return False


class ScopedChooserViewSet(SnippetChooserViewSet):
    def construct_view(self, view_class: Any, **kwargs: Any) -> Any:
        return super().construct_view(mix(ScopedChooserMixin, view_class), **kwargs)


def mix(mixin: type, view_class: type) -> type:
    """Return `view_class` with `mixin` in front, once."""
    if issubclass(view_class, mixin):
        return view_class
    name = f"Scoped{view_class.__name__}"
    return type(name, (mixin, view_class), {"__module__": view_class.__module__})
