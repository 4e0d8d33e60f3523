"""The admin screens; `cms/wagtail_hooks.py` only registers them."""

from cms.viewsets.aanbieder import AanbiederViewSet
from cms.viewsets.gemeente import GemeenteViewSet, OndersteuningsmodelViewSet, StapViewSet
from cms.viewsets.lijsten import (
    DoelgroepViewSet,
    LeefgebiedViewSet,
    PlaatsViewSet,
    TaalViewSet,
)
from cms.viewsets.locatie import LocatieViewSet
from cms.viewsets.voorziening import VoorzieningViewSet

VIEWSETS = (
    VoorzieningViewSet,
    AanbiederViewSet,
    LocatieViewSet,
    GemeenteViewSet,
    OndersteuningsmodelViewSet,
    StapViewSet,
    LeefgebiedViewSet,
    DoelgroepViewSet,
    TaalViewSet,
    PlaatsViewSet,
)

__all__ = ["VIEWSETS"]
