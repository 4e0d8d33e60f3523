"""Who works for which aanbieder or gemeente, kept by the platform beheerder."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from cms.columns import text_column
from cms.forms.mensen import PersoonForm
from cms.scoped import ScopedViewSet
from socialmap.models import Lidmaatschap, Redacteurschap


class PersoonViewSet(ScopedViewSet):
    """Somebody's place at an aanbieder or a gemeente."""

    icon = "user"
    add_to_admin_menu = False

    def register_chooser_viewset(self) -> None:
        """Nothing points to a membership, so there is nothing to choose."""


class LidmaatschapViewSet(PersoonViewSet):
    model = Lidmaatschap
    menu_label = _("Bij aanbieders")
    list_display = (
        "user",
        text_column("aanbieder", _("Aanbieder")),
        text_column("get_rol_display", _("Rol")),
    )
    related = ("user", "aanbieder")
    search_fields = ("user__email", "aanbieder__naam")
    edit_handler: Any = ObjectList(
        [FieldPanel("email"), FieldPanel("aanbieder"), FieldPanel("rol")],
        base_form_class=PersoonForm,
    )


class RedacteurschapViewSet(PersoonViewSet):
    model = Redacteurschap
    menu_label = _("Bij gemeenten")
    list_display = (
        "user",
        text_column("gemeente", _("Gemeente")),
        text_column("get_rol_display", _("Rol")),
    )
    related = ("user", "gemeente")
    search_fields = ("user__email", "gemeente__naam")
    edit_handler: Any = ObjectList(
        [FieldPanel("email"), FieldPanel("gemeente"), FieldPanel("rol")],
        base_form_class=PersoonForm,
    )


class MensenGroup(SnippetViewSetGroup):
    """One item in the menu for both."""

    items = (LidmaatschapViewSet, RedacteurschapViewSet)
    menu_label = _("Mensen")
    menu_icon = "group"
    menu_order = 310
