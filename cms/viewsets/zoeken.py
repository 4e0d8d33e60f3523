"""What search knows of words, and what it learnt: one item in the menu."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from cms.viewsets.begrip import BegripViewSet
from cms.viewsets.synoniem import SynoniemViewSet
from cms.viewsets.woordlijst import WoordlijstViewSet
from cms.viewsets.zoekvraag import ZoekvraagViewSet


class ZoekenGroup(SnippetViewSetGroup):
    items = (ZoekvraagViewSet, SynoniemViewSet, BegripViewSet, WoordlijstViewSet)
    menu_label = _("Woorden")
    menu_name = "zoeken"
    menu_icon = "tag"
    menu_order = 250
