"""The questions that the domain asks about voorzieningen."""

from datetime import date
from typing import TYPE_CHECKING, Self

from django.db.models import Prefetch, Q

from socialmap.models.gemeente import Gemeente
from socialmap.models.locatie import VoorzieningLocatie
from socialmap.models.ondersteuningsmodel import VoorzieningStap
from socialmap.models.publiceerbaar import PubliceerbaarQuerySet
from socialmap.models.voorzieningbegrip import VoorzieningBegrip
from socialmap.models.werkingsgebied import Werkingsgebied

if TYPE_CHECKING:
    from socialmap.models.aanbieder import Aanbieder


class VoorzieningQuerySet(PubliceerbaarQuerySet):
    def offered_in(self, gemeente: Gemeente) -> Self:
        """Offered in `gemeente` or nationwide; where it stands does not matter."""
        offered = Werkingsgebied.objects.filter(Q(gemeente=gemeente) | Q(soort="landelijk"))
        return self.filter(pk__in=offered.values("voorziening_id"))

    def of(self, aanbieder: "Aanbieder") -> Self:
        """Offered by `aanbieder`, alone or together with others."""
        return self.filter(Q(aanbieder=aanbieder) | Q(mede_aanbieders=aanbieder)).distinct()

    def findable_on(self, day: date) -> Self:
        """Published, and within the period in which visitors may find it."""
        return self.live().filter(
            Q(geldig_van=None) | Q(geldig_van__lte=day), Q(geldig_tot=None) | Q(geldig_tot__gte=day)
        )

    def for_card(self) -> Self:
        """With what one line in a list shows; the number of queries does not grow."""
        stappen = VoorzieningStap.objects.select_related("stap__ondersteuningsmodel__gemeente")
        locaties = VoorzieningLocatie.objects.select_related("locatie__plaats")
        begrippen = VoorzieningBegrip.objects.select_related("begrip").order_by("begrip__slug")
        return self.select_related("aanbieder", "beherende_gemeente").prefetch_related(
            Prefetch("stappen", queryset=stappen),
            Prefetch("locatiekoppelingen", queryset=locaties),
            Prefetch("begrippen", queryset=begrippen),
            "prijzen",
            "activiteiten",
        )

    def for_serialisation(self) -> Self:
        """With everything that is public, for the page, the index and the snapshot."""
        gebieden = Werkingsgebied.objects.select_related("gemeente", "plaats")
        return self.for_card().prefetch_related(
            Prefetch("werkingsgebieden", queryset=gebieden),
            "mede_aanbieders",
            "doelgroepen",
            "leefgebieden",
            "talen",
            "contacten",
            "openingstijden",
            "locatiekoppelingen__locatie__openingstijden",
        )
