"""Words that the analysis of Dutch lacks; kept by the platform beheerder."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, ObjectList

from cms.columns import text_column
from cms.scoped import ScopedViewSet
from cms.scoped.forms import ScopedForm
from cms.scoped.lists import PlainIndexView
from search.models import Woordlijstwoord

UITLEG = _(
    "Lange woorden worden bij het zoeken in delen geknipt: wie vervoer zoekt, vindt ook "
    "ouderenvervoer. Gaat dat ergens mis? Voeg dan hier een woorddeel of een beschermd woord toe. "
    "Na het bewaren wordt de zoekindex opnieuw gemaakt. Dat kan een paar minuten duren."
)


class WoordlijstViewSet(ScopedViewSet):
    model = Woordlijstwoord
    icon = "clipboard-list"
    menu_label = _("Woordenlijst")
    menu_order = 130
    add_to_admin_menu = False
    ordering = ("woord",)
    index_view_class = PlainIndexView
    search_fields = ("woord",)
    list_display = ("woord", text_column("get_soort_display", _("Soort")))
    list_filter = ("soort",)
    edit_handler: Any = ObjectList(
        [
            HelpPanel(content=UITLEG),
            FieldPanel("woord"),
            FieldPanel("soort"),
        ],
        base_form_class=ScopedForm,
    )

    def register_chooser_viewset(self) -> None:
        """Nothing points to a word."""
