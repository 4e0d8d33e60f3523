"""Searches that found little: what is counted, and what the redactie makes of it.

No user, cookie, internet address or time of day: a date is the finest there is.
"""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from socialmap.models import Gemeente


class Telsleutel(models.Model):
    """Half of the key under which searches are counted in one quarter."""

    kwartaal = models.CharField(_("kwartaal"), max_length=6, primary_key=True)
    zout = models.CharField(_("zout"), max_length=64)

    class Meta:
        verbose_name = _("sleutel van de tellingen")
        verbose_name_plural = _("sleutels van de tellingen")

    def __str__(self) -> str:
        return self.kwartaal


class Zoektelling(models.Model):
    """On how many days of this quarter some search found little, without its words."""

    kenmerk = models.CharField(_("kenmerk"), max_length=64, primary_key=True)
    dagen = models.PositiveSmallIntegerField(_("dagen"))
    laatste_dag = models.DateField(_("laatste dag"), db_index=True)

    class Meta:
        verbose_name = _("telling van een zoekvraag")
        verbose_name_plural = _("tellingen van zoekvragen")

    def __str__(self) -> str:
        return self.kenmerk[:8]


class Zoekvraag(models.Model):
    """Known words that were searched for on at least five days and found little."""

    class Stand(models.TextChoices):
        OPEN = "open", _("Nog niet bekeken")
        SYNONIEM = "synoniem", _("Synoniem gemaakt")
        BEGRIP = "begrip", _("Aan een begrip gekoppeld")
        WITTE_VLEK = "witte-vlek", _("Witte vlek: dit aanbod is er niet")
        VERBORGEN = "verborgen", _("Verborgen")

    gemeente = models.ForeignKey(
        Gemeente,
        verbose_name=_("gemeente"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("Leeg: gezocht in alle gemeenten samen."),
    )
    woorden = models.CharField(_("woorden"), max_length=400)
    sleutel = models.CharField(_("woorden op volgorde"), max_length=400)
    dagen = models.PositiveIntegerField(_("dagen"))
    laatste_dag = models.DateField(_("laatst gezocht"))
    gevonden = models.PositiveSmallIntegerField(_("gevonden"))
    stand = models.CharField(_("stand"), max_length=10, choices=Stand.choices, default=Stand.OPEN)

    class Meta:
        verbose_name = _("zoekvraag zonder antwoord")
        verbose_name_plural = _("zoekvragen zonder antwoord")
        ordering = ["-dagen", "-laatste_dag", "woorden"]
        constraints = [
            models.UniqueConstraint(
                fields=["sleutel"], condition=Q(gemeente=None), name="zoekvraag_een_keer"
            ),
            models.UniqueConstraint(
                fields=["sleutel", "gemeente"],
                condition=Q(gemeente__isnull=False),
                name="zoekvraag_een_keer_per_gemeente",
            ),
        ]
        indexes = [models.Index(fields=["gemeente", "-dagen"], name="zoekvraag_per_gemeente")]

    def __str__(self) -> str:
        return self.woorden
