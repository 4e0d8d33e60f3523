"""Shared lists, kept by the platform beheerder."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from cms.columns import text_column
from cms.scoped import ScopedViewSet
from cms.scoped.forms import ScopedForm
from socialmap.models import Doelgroep, Leefgebied, Plaats, Taal

TERM = [
    FieldPanel("naam"),
    FieldPanel("slug"),
    FieldPanel("uitleg"),
    FieldPanel("volgorde"),
]


class TermViewSet(ScopedViewSet):
    add_to_admin_menu = False
    ordering = ("volgorde", "naam")
    list_display = ("naam", "slug", "volgorde")
    icon = "tag"
    edit_handler: Any = ObjectList(TERM, base_form_class=ScopedForm)


class LeefgebiedViewSet(TermViewSet):
    model = Leefgebied
    menu_label = _("Leefgebieden")
    menu_order = 300


class DoelgroepViewSet(TermViewSet):
    model = Doelgroep
    menu_label = _("Doelgroepen")
    menu_order = 310
    edit_handler: Any = ObjectList([*TERM, FieldPanel("voor_iedereen")], base_form_class=ScopedForm)


class TaalViewSet(TermViewSet):
    model = Taal
    menu_label = _("Talen")
    menu_order = 320


class PlaatsViewSet(ScopedViewSet):
    add_to_admin_menu = False
    model = Plaats
    icon = "site"
    menu_label = _("Plaatsen")
    menu_order = 330
    ordering = ("naam",)
    list_display = ("naam", text_column("gemeente", _("Gemeente")), "provincie")
    related = ("gemeente",)
    edit_handler: Any = ObjectList(
        [
            FieldPanel("naam"),
            FieldPanel("slug"),
            FieldPanel("gemeente"),
            FieldPanel("provincie"),
            FieldRowPanel([FieldPanel("lat"), FieldPanel("lon")]),
            FieldPanel("inwoners"),
            FieldPanel("postcodes4"),
            FieldPanel("bron"),
        ],
        base_form_class=ScopedForm,
    )


class LijstenGroup(SnippetViewSetGroup):
    """One item in the menu for the four lists."""

    items = (LeefgebiedViewSet, DoelgroepViewSet, TaalViewSet, PlaatsViewSet)
    menu_label = _("Lijsten")
    menu_icon = "list-ul"
    menu_order = 300
