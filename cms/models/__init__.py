"""Models of the CMS itself: the moderation task and editorial pages."""

from cms.models.moderatie import GemeenteModeratieTask
from cms.models.paginas import ArtikelenPage, ArtikelPage, ThemaPage

__all__ = ["ArtikelPage", "ArtikelenPage", "GemeenteModeratieTask", "ThemaPage"]
