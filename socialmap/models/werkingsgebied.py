"""For people of where something is meant. Not the same as where it stands."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable


class Werkingsgebied(Orderable):
    """One area in which a voorziening is offered."""

    class Soort(models.TextChoices):
        GEMEENTE = "gemeente", _("Hele gemeente")
        PLAATS = "plaats", _("Dorp of stad")
        BUURT = "buurt", _("Buurt")
        LOCATIE = "locatie", _("Alleen op de locatie")
        REGIO = "regio", _("Regio")
        LANDELIJK = "landelijk", _("Heel Nederland")

    public_id = models.UUIDField(default=uuid.uuid4, editable=False)
    voorziening = ParentalKey(
        "socialmap.Voorziening", on_delete=models.CASCADE, related_name="werkingsgebieden"
    )
    soort = models.CharField(_("soort gebied"), max_length=10, choices=Soort.choices)
    gemeente = models.ForeignKey(
        "socialmap.Gemeente",
        verbose_name=_("gemeente"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    plaats = models.ForeignKey(
        "socialmap.Plaats",
        verbose_name=_("plaats"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    omschrijving = models.CharField(_("omschrijving"), max_length=200, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("werkingsgebied")
        verbose_name_plural = _("werkingsgebieden")
        constraints = [
            models.CheckConstraint(
                condition=Q(soort="landelijk") | Q(gemeente__isnull=False),
                name="werkingsgebied_heeft_gemeente",
                violation_error_message=_("Kies een gemeente, of kies heel Nederland."),
            ),
            models.CheckConstraint(
                condition=~Q(soort="plaats") | Q(plaats__isnull=False),
                name="werkingsgebied_heeft_plaats",
                violation_error_message=_("Kies de plaats."),
            ),
        ]

    def __str__(self) -> str:
        return self.omschrijving or self.get_soort_display()
