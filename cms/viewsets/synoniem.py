"""Synonyms: those for all gemeenten are the platform's, a hoofdredactie has its own."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import Button
from wagtail.permissions import policy_registry

from cms.columns import text_column
from cms.filters import SynoniemFilterSet
from cms.forms.synoniem import SynoniemForm
from cms.scoped import ScopedViewSet
from cms.scoped.editing import ScopedCreateView
from cms.scoped.lists import PlainIndexView
from cms.synoniemen import CsvInView, CsvOutView
from search.models import Synoniem, Zoekvraag

CSV_IN = "wagtailsnippets_search_synoniem:csv_in"
CSV_UIT = "wagtailsnippets_search_synoniem:csv_uit"


class CreateSynoniemView(ScopedCreateView):
    """`?zoekvraag=<key>` fills in the words of a search that found little, and settles it."""

    @cached_property
    def zoekvraag(self) -> Zoekvraag | None:
        key = self.request.GET.get("zoekvraag", "")
        if not (key.isascii() and key.isdigit()) or len(key) > 18:
            return None
        policy = policy_registry.get_by_type(Zoekvraag)
        rows = policy.instances_user_has_permission_for(self.request.user, "change")
        found: Zoekvraag | None = rows.filter(pk=key).first()
        return found

    def get_initial_form_instance(self) -> Synoniem | None:
        if self.zoekvraag is None:
            return None
        return Synoniem(van=self.zoekvraag.woorden, gemeente=self.zoekvraag.gemeente)

    def get_add_url(self) -> str:
        url: str = super().get_add_url()
        return f"{url}?zoekvraag={self.zoekvraag.pk}" if self.zoekvraag else url

    def get_success_url(self) -> str:
        if self.zoekvraag is not None:
            return reverse("wagtailsnippets_search_zoekvraag:list")
        url: str = super().get_success_url()
        return url

    def save_instance(self) -> Any:
        instance = super().save_instance()
        if self.zoekvraag is not None:
            made = Zoekvraag.Stand.SYNONIEM
            Zoekvraag.objects.filter(pk=self.zoekvraag.pk).update(stand=made)
        return instance


class SynoniemIndexView(PlainIndexView):
    @cached_property
    def header_more_buttons(self) -> list[Any]:
        buttons: list[Any] = super().header_more_buttons
        return [
            *buttons,
            Button(_("Inlezen uit CSV"), reverse(CSV_IN), icon_name="upload", priority=60),
            Button(_("Opslaan als CSV"), reverse(CSV_UIT), icon_name="download", priority=70),
        ]


class SynoniemViewSet(ScopedViewSet):
    model = Synoniem
    icon = "resubmit"
    menu_label = _("Synoniemen")
    menu_order = 110
    add_to_admin_menu = False
    ordering = ("van", "naar")
    index_view_class = SynoniemIndexView
    add_view_class = CreateSynoniemView
    filterset_class = SynoniemFilterSet
    search_fields = ("van", "naar")
    related = ("gemeente",)
    list_display = (
        "van",
        Column("naar", label=_("Vindt ook")),
        text_column("get_richting_display", _("Richting")),
        text_column("get_soort_display", _("Soort")),
        text_column("gemeente", _("Gemeente")),
    )
    edit_handler: Any = ObjectList(
        [
            FieldRowPanel([FieldPanel("van"), FieldPanel("naar")]),
            FieldPanel(
                "richting",
                help_text=_(
                    "Van links naar rechts: wie de linker woorden zoekt, vindt ook de rechter. "
                    "Andersom niet."
                ),
            ),
            FieldRowPanel([FieldPanel("soort"), FieldPanel("taal")]),
            FieldPanel("gemeente"),
            FieldPanel("actief"),
        ],
        base_form_class=SynoniemForm,
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Without what shipped and was taken away."""
        return super().get_queryset(request).filter(verwijderd=False)

    def get_urlpatterns(self) -> list[Any]:
        return [
            *super().get_urlpatterns(),
            path("csv-in/", self.construct_view(CsvInView), name="csv_in"),
            path("csv-uit/", self.construct_view(CsvOutView), name="csv_uit"),
        ]

    def register_chooser_viewset(self) -> None:
        """Nothing points to a synonym."""
