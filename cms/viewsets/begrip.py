"""Begrippen: shared by all gemeenten, kept by the platform beheerder."""

from typing import Any

from django.db.models import Count, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList

from cms.columns import text_column
from cms.filters import BegripFilterSet
from cms.forms.begrip import TRANSLATIONS, BegripForm
from cms.scoped import ScopedViewSet
from cms.scoped.lists import PlainIndexView
from socialmap.models import Begrip, Begripswoord, VoorzieningBegrip


def in_gebruik(begrip: Begrip) -> str:
    return str(_("Ja") if begrip.actief else _("Nee"))


class BegripIndexView(PlainIndexView):
    def search_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """In the term and in the ways to say it; a join would show a begrip many times."""
        if not self.is_searching:
            return queryset
        words = Begripswoord.objects.shown().filter(tekst__icontains=self.search_query)
        return queryset.filter(
            Q(term__icontains=self.search_query) | Q(pk__in=words.values("begrip"))
        )


class BegripViewSet(ScopedViewSet):
    model = Begrip
    icon = "tag"
    menu_label = _("Begrippen")
    menu_order = 120
    add_to_admin_menu = False
    ordering = ("term",)
    index_view_class = BegripIndexView
    filterset_class = BegripFilterSet
    search_fields = ("term",)
    related = ("leefgebied", "breder")
    list_display = (
        "term",
        text_column("leefgebied", _("Onderwerp")),
        text_column("breder", _("Hoort onder")),
        text_column("bevestigd", _("Voorzieningen")),
        text_column(in_gebruik, _("In gebruik")),
    )
    edit_handler: Any = ObjectList(
        [
            MultiFieldPanel(
                [
                    FieldPanel("term"),
                    FieldPanel("leefgebied"),
                    FieldPanel("breder"),
                    FieldPanel("hulpvraag"),
                    FieldPanel("actief"),
                ],
                heading=_("Wat is het?"),
                help_text=_("Een begrip is één betekenis, met alle manieren om het te zeggen."),
            ),
            MultiFieldPanel(
                [FieldPanel("vraag"), FieldPanel("aanbod")],
                heading=_("Hoe zeggen mensen het?"),
                help_text=_("Wie een van deze regels zoekt, vindt de voorzieningen erbij."),
            ),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel(name) for name in TRANSLATIONS[:3]]),
                    FieldRowPanel([FieldPanel(name) for name in TRANSLATIONS[3:]]),
                    FieldPanel("nagekeken"),
                ],
                heading=_("In andere talen"),
                help_text=_("Eén woord of zin op elke regel."),
            ),
        ],
        base_form_class=BegripForm,
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        confirmed = (
            VoorzieningBegrip.objects.confirmed()
            .filter(begrip=OuterRef("pk"), voorziening__live=True)
            .order_by()
            .values("begrip")
            .annotate(aantal=Count("pk"))
            .values("aantal")
        )
        counted = Coalesce(Subquery(confirmed, output_field=IntegerField()), 0)
        return super().get_queryset(request).annotate(bevestigd=counted)

    def register_chooser_viewset(self) -> None:
        """A begrip is named by typing; see `cms.forms.begrip_field`."""
