"""Models of the CMS itself: the moderation task and editorial pages."""

from cms.models.moderatie import GemeenteModeratieTask

__all__ = ["GemeenteModeratieTask"]
