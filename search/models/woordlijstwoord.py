"""What editors add to the analysis of Dutch words."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from search.analysis import fold
from search.analysis.compounds import MIN_PART


class Woordlijstwoord(models.Model):
    """A word that the word lists of the analysis lack. A change builds the index anew."""

    class Soort(models.TextChoices):
        WOORDDEEL = "woorddeel", _("Deel van lange woorden, zoals maaltijd")
        BESCHERMD = "beschermd", _("Nooit in stukken knippen, zoals huisarts")
        INHOUD = "inhoud", _("Telt mee bij zoeken, ook al is het een klein woord")

    woord = models.CharField(_("woord"), max_length=48)
    soort = models.CharField(_("soort"), max_length=9, choices=Soort.choices)
    bijgewerkt_op = models.DateTimeField(_("bijgewerkt op"), auto_now=True)

    class Meta:
        verbose_name = _("woord van de woordenlijst")
        verbose_name_plural = _("woorden van de woordenlijst")
        ordering = ["woord"]
        constraints = [
            models.UniqueConstraint(fields=["woord", "soort"], name="woordlijstwoord_een_keer"),
        ]

    def __str__(self) -> str:
        return self.woord

    def clean(self) -> None:
        super().clean()
        self.woord = fold(self.woord.strip())
        if not self.woord.isalpha():
            raise ValidationError({"woord": _("Schrijf een woord van alleen letters.")})
        if self.soort != self.Soort.INHOUD and len(self.woord) < MIN_PART:
            raise ValidationError({"woord": _("Schrijf een woord van minstens 3 letters.")})
