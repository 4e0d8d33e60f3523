"""Searches that found little: one list, with what the redactie can make of each."""

from typing import Any

from django.urls import path
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import ObjectList

from cms.columns import TemplateColumn, text_column
from cms.filters import ZoekvraagFilterSet
from cms.scoped import ScopedViewSet
from cms.scoped.lists import PlainIndexView
from cms.zoekvragen import KoppelView, StandView
from search.models import Zoekvraag


def gemeente(zoekvraag: Zoekvraag) -> str:
    return str(zoekvraag.gemeente or _("Alle gemeenten"))


def laatste_dag(zoekvraag: Zoekvraag) -> str:
    return date_format(zoekvraag.laatste_dag, "j F Y")


class ZoekvraagIndexView(PlainIndexView):
    """The site writes the rows: nobody adds, edits or deletes one."""

    def get_add_url(self) -> None:
        return None

    def get_edit_url(self, instance: Any) -> None:
        return None

    def get_delete_url(self, instance: Any) -> None:
        return None


class ZoekvraagViewSet(ScopedViewSet):
    model = Zoekvraag
    icon = "help"
    menu_label = _("Zoekvragen zonder antwoord")
    menu_order = 100
    add_to_admin_menu = False
    ordering = ("-dagen", "-laatste_dag", "woorden")
    index_view_class = ZoekvraagIndexView
    filterset_class = ZoekvraagFilterSet
    search_fields = ("woorden",)
    related = ("gemeente",)
    list_display = (
        "woorden",
        text_column(gemeente, _("Gemeente")),
        text_column("dagen", _("Dagen")),
        text_column(laatste_dag, _("Laatst gezocht")),
        text_column("gevonden", _("Gevonden")),
        TemplateColumn("cms/kolom_zoekvraag.html", label=_("Wat doet u ermee?")),
    )
    edit_handler: Any = ObjectList([])

    def get_urlpatterns(self) -> list[Any]:
        shown = [url for url in super().get_urlpatterns() if url.name in ("list", "list_results")]
        return [
            *shown,
            path("stand/<int:pk>/", self.construct_view(StandView), name="stand"),
            path("koppel/<int:pk>/", self.construct_view(KoppelView), name="koppel"),
        ]

    def register_chooser_viewset(self) -> None:
        """Nothing points to a search."""
