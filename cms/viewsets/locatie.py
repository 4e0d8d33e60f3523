"""Locaties: each with its own draft, apart from the entries that link to it."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList

from cms.columns import BijgewerktColumn, PublicatieColumn, text_column
from cms.filters import LocatieFilterSet
from cms.forms.aanbieder import LocatieForm
from cms.scoped import ScopedViewSet
from cms.scoped.forms import ScopedInlinePanel
from socialmap.models import Locatie


class LocatieViewSet(ScopedViewSet):
    model = Locatie
    icon = "site"
    menu_label = _("Locaties")
    menu_name = "locaties"
    menu_order = 120
    list_display = (
        "naam",
        text_column("aanbieder", _("Aanbieder")),
        text_column("plaats", _("Plaats")),
        BijgewerktColumn(),
        PublicatieColumn(sort_key="live"),
    )
    filterset_class = LocatieFilterSet
    search_fields = ("naam", "straat", "aanbieder__naam")
    related = ("aanbieder", "plaats")
    edit_handler: Any = ObjectList(
        [
            MultiFieldPanel(
                [
                    FieldPanel("naam", required_on_save=True),
                    FieldPanel("aanbieder"),
                    FieldRowPanel([FieldPanel("straat"), FieldPanel("huisnummer")]),
                    FieldRowPanel([FieldPanel("postcode"), FieldPanel("plaats")]),
                    FieldPanel("prive"),
                ],
                heading=_("Waar is deze plek?"),
                help_text=_("Schrijf het adres zoals het op de gevel staat."),
            ),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("lat"), FieldPanel("lon")]),
                    FieldPanel("precisie"),
                ],
                heading=_("Op de kaart"),
                help_text=_("Vul alleen in wat u zeker weet, bijvoorbeeld 53,139 en 6,629."),
            ),
            MultiFieldPanel(
                [
                    FieldPanel("rolstoel"),
                    FieldPanel("toilet"),
                    FieldPanel("lift"),
                    FieldPanel("parkeerplek"),
                    FieldPanel("ringleiding"),
                    FieldPanel("toegang_toelichting"),
                ],
                heading=_("Kan iedereen naar binnen?"),
                help_text=_("Weet u iets niet zeker? Laat het dan op onbekend staan."),
            ),
            ScopedInlinePanel(
                "openingstijden",
                panels=[
                    FieldRowPanel([FieldPanel("weekdag"), FieldPanel("van"), FieldPanel("tot")]),
                    FieldPanel("toelichting"),
                ],
                label=_("openingstijd"),
                heading=_("Open op"),
            ),
        ],
        base_form_class=LocatieForm,
    )
