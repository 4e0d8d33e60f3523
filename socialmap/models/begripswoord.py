"""One way to say a begrip: by a resident, by an aanbieder, or in another language."""

from typing import Any, Self

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from socialmap.models.herkomst import Herkomst


class BegripswoordQuerySet(models.QuerySet["Begripswoord"]):
    def in_use(self) -> Self:
        return self.filter(verwijderd=False, begrip__actief=True)

    def shown(self) -> Self:
        """What an editor sees of a begrip: without what an editor took away."""
        return self.filter(verwijderd=False)


class Begripswoord(models.Model):
    """A word, a phrase or a sentence.

    A row that shipped remembers its text in the file (`geladen_tekst`): another `tekst` is an
    editor's change and `verwijderd` an editor's removal, and both outlive the next version.
    """

    class Kant(models.TextChoices):
        VRAAG = "vraag", _("Zo zeggen inwoners het")
        AANBOD = "aanbod", _("Zo schrijven aanbieders het")
        VERTALING = "vertaling", _("In een andere taal")

    begrip = ParentalKey("socialmap.Begrip", on_delete=models.CASCADE, related_name="woorden")
    tekst = models.CharField(_("woord of zin"), max_length=200)
    kant = models.CharField(_("wie het zegt"), max_length=9, choices=Kant.choices)
    taal = models.CharField(
        _("taal"), max_length=8, default="nl", help_text=_("Een taalcode, zoals nl, tr of uk.")
    )
    nagekeken = models.BooleanField(
        _("nagekeken"), default=True, help_text=_("Iemand die de taal spreekt, heeft het gelezen.")
    )
    herkomst = models.CharField(
        _("herkomst"),
        max_length=12,
        choices=Herkomst.choices,
        default=Herkomst.REDACTIE,
        editable=False,
    )
    geladen_tekst = models.CharField(
        _("tekst in het bestand"), max_length=200, blank=True, editable=False
    )
    verwijderd = models.BooleanField(_("weggehaald"), default=False, editable=False)
    volgorde = models.PositiveIntegerField(_("volgorde"), default=100_000, editable=False)

    objects = BegripswoordQuerySet.as_manager()

    class Meta:
        verbose_name = _("woord van een begrip")
        verbose_name_plural = _("woorden van begrippen")
        ordering = ["volgorde", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["begrip", "kant", "taal", "tekst"], name="begripswoord_een_keer"
            ),
        ]

    def __str__(self) -> str:
        return self.tekst

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Remove it; what shipped is only marked, else the next load brings it back."""
        if self.herkomst == Herkomst.MEEGELEVERD:
            self.verwijderd = True
            self.save(update_fields=["verwijderd"])
            return 0, {}
        deleted: tuple[int, dict[str, int]] = super().delete(*args, **kwargs)
        return deleted
