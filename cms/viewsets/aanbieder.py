"""Aanbieders."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList

from cms.columns import BijgewerktColumn, PublicatieColumn, text_column
from cms.filters import AanbiederFilterSet
from cms.forms.aanbieder import AanbiederForm
from cms.scoped import ScopedViewSet
from socialmap.models import Aanbieder


class AanbiederViewSet(ScopedViewSet):
    model = Aanbieder
    icon = "group"
    menu_label = _("Aanbieders")
    menu_name = "aanbieders"
    menu_order = 110
    inspect_view_enabled = True
    inspect_view_fields = ("naam", "soort", "omschrijving", "website", "gemeente")
    list_display = (
        "naam",
        text_column("get_soort_display", _("Soort")),
        text_column("gemeente", _("Gemeente")),
        BijgewerktColumn(),
        PublicatieColumn(sort_key="live"),
    )
    filterset_class = AanbiederFilterSet
    search_fields = ("naam", "omschrijving")
    related = ("gemeente",)
    edit_handler: Any = ObjectList(
        [
            MultiFieldPanel(
                [
                    FieldPanel("naam", required_on_save=True),
                    FieldPanel("soort"),
                    FieldPanel("omschrijving"),
                    FieldPanel("website"),
                    FieldPanel("kvk_nummer"),
                ],
                heading=_("Wie bent u?"),
                help_text=_("Bezoekers zien dit op de pagina van de organisatie."),
            ),
            MultiFieldPanel(
                [
                    FieldPanel("gemeente"),
                    FieldPanel("direct_publiceren"),
                    FieldPanel("slug"),
                    FieldPanel("opmerking"),
                ],
                heading=_("Voor de redactie"),
                help_text=_("Alleen de redactie van de gemeente ziet dit deel."),
            ),
        ],
        base_form_class=AanbiederForm,
    )
