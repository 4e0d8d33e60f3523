"""The admin screens; `cms/wagtail_hooks.py` only registers them."""

from cms.viewsets.aanbieder import AanbiederViewSet
from cms.viewsets.gemeente import GemeenteViewSet, OndersteuningsmodelViewSet, StapViewSet
from cms.viewsets.lijsten import LijstenGroup
from cms.viewsets.locatie import LocatieViewSet
from cms.viewsets.mensen import MensenGroup
from cms.viewsets.voorziening import VoorzieningViewSet
from cms.viewsets.zoeken import ZoekenGroup

# What is registered, in the order of the menu.
SCREENS = (
    VoorzieningViewSet,
    AanbiederViewSet,
    LocatieViewSet,
    GemeenteViewSet,
    OndersteuningsmodelViewSet,
    StapViewSet,
    ZoekenGroup,
    LijstenGroup,
    MensenGroup,
)

__all__ = ["SCREENS"]
