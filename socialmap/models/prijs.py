"""What is paid, in whole cents, per unit."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable


class Prijs(Orderable):
    """One price of a voorziening. Paid to the aanbieder, never through the CAK."""

    class Eenheid(models.TextChoices):
        KEER = "keer", _("per keer")
        UUR = "uur", _("per uur")
        DAG = "dag", _("per dag")
        WEEK = "week", _("per week")
        MAAND = "maand", _("per maand")
        JAAR = "jaar", _("per jaar")
        CURSUS = "cursus", _("per cursus")
        MAALTIJD = "maaltijd", _("per maaltijd")
        RIT = "rit", _("per rit")
        KILOMETER = "kilometer", _("per kilometer")
        PERSOON = "persoon", _("per persoon")
        STUK = "stuk", _("per stuk")

    public_id = models.UUIDField(default=uuid.uuid4, editable=False)
    voorziening = ParentalKey(
        "socialmap.Voorziening", on_delete=models.CASCADE, related_name="prijzen"
    )
    bedrag_cents = models.PositiveIntegerField(
        _("bedrag in centen"), help_text=_("Voor € 7,50 vult u 750 in.")
    )
    eenheid = models.CharField(_("waarvoor"), max_length=10, choices=Eenheid.choices)
    toelichting = models.CharField(_("uitleg"), max_length=150, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("prijs")
        verbose_name_plural = _("prijzen")

    def __str__(self) -> str:
        return f"{self.bedrag_cents} {self.eenheid}"
