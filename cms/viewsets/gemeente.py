"""What a redactie keeps of its own gemeente: desk, colour, model and stappen."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList

from cms.columns import text_column
from cms.forms.gemeente import GemeenteForm, OndersteuningsmodelForm, StapForm
from cms.scoped import ScopedViewSet
from socialmap.models import Gemeente, Ondersteuningsmodel, Stap


class GemeenteViewSet(ScopedViewSet):
    model = Gemeente
    icon = "home"
    menu_label = _("Gemeente")
    menu_name = "gemeente"
    menu_order = 200
    ordering = ("naam",)
    list_display = ("naam", text_column("code", _("CBS-code")), "loket_naam")
    edit_handler: Any = ObjectList(
        [
            MultiFieldPanel(
                [
                    FieldPanel("loket_naam"),
                    FieldPanel("loket_telefoon"),
                    FieldPanel("loket_email"),
                    FieldPanel("loket_url"),
                    FieldPanel("loket_uitleg"),
                ],
                heading=_("Het loket"),
                help_text=_("Hier kunnen inwoners terecht met een vraag aan de gemeente."),
            ),
            MultiFieldPanel(
                [FieldPanel("kleur"), FieldPanel("melding")],
                heading=_("Hoe de site eruitziet"),
                help_text=_("De melding staat boven elke pagina. Houd hem kort."),
            ),
            MultiFieldPanel(
                [
                    FieldPanel("code"),
                    FieldPanel("naam"),
                    FieldPanel("slug"),
                    FieldPanel("status"),
                    FieldPanel("opvolger"),
                    FieldPanel("site"),
                    FieldPanel("zichtbaar"),
                ],
                heading=_("Voor het platform"),
            ),
        ],
        base_form_class=GemeenteForm,
    )


class OndersteuningsmodelViewSet(ScopedViewSet):
    model = Ondersteuningsmodel
    icon = "list-ol"
    menu_label = _("Model")
    menu_name = "model"
    menu_order = 210
    list_display = ("naam", text_column("gemeente", _("Gemeente")), "vorm")
    related = ("gemeente",)
    edit_handler: Any = ObjectList(
        [
            FieldPanel("gemeente"),
            FieldPanel("naam"),
            FieldPanel("vorm"),
            FieldPanel("inleiding"),
        ],
        base_form_class=OndersteuningsmodelForm,
    )


class StapViewSet(ScopedViewSet):
    model = Stap
    icon = "arrow-right"
    menu_label = _("Stappen")
    menu_name = "stappen"
    menu_order = 220
    ordering = ("ondersteuningsmodel", "volgorde")
    list_display = (
        "naam",
        text_column("volgorde", _("Volgorde")),
        text_column("get_lijn_display", _("Lijn")),
        text_column("ondersteuningsmodel.gemeente", _("Gemeente")),
    )
    related = ("ondersteuningsmodel__gemeente",)
    edit_handler: Any = ObjectList(
        [
            FieldPanel("ondersteuningsmodel"),
            FieldPanel("naam"),
            FieldPanel("slug"),
            FieldPanel("volgorde"),
            FieldPanel("zijde"),
            FieldPanel("lijn"),
            FieldPanel("uitleg"),
            FieldPanel("term_oud"),
            FieldPanel("synoniemen"),
            FieldPanel("bron"),
        ],
        base_form_class=StapForm,
    )
