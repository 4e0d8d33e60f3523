"""Words that search also looks for when somebody types others."""

from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from search.analysis import analyse
from socialmap.models import Gemeente, Herkomst

MAX_WORDS = 6


class SynoniemQuerySet(models.QuerySet["Synoniem"]):
    def shown(self) -> Self:
        """What an editor sees: without what an editor took away."""
        return self.filter(verwijderd=False)

    def in_use(self) -> Self:
        return self.shown().filter(actief=True)


class Synoniem(models.Model):
    """`van` also finds `naar`, and the other way round when it works both ways.

    Both sides are one or more words. A row that shipped remembers what the file said (`geladen`):
    another value is an editor's change, and that outlives the next version of the file.
    """

    class Richting(models.TextChoices):
        TWEE = "twee", _("Beide kanten op")
        EEN = "een", _("Alleen van links naar rechts")

    class Soort(models.TextChoices):
        ALLEDAAGS = "alledaags", _("Alledaags woord")
        JARGON = "jargon", _("Vaktaal")
        AFKORTING = "afkorting", _("Afkorting")
        TAAL = "taal", _("Andere taal")

    MERGED = ("van", "naar", "richting", "soort", "taal", "gemeente", "actief")

    van = models.CharField(_("wie dit zoekt"), max_length=100)
    naar = models.CharField(_("vindt ook dit"), max_length=100)
    richting = models.CharField(
        _("richting"), max_length=4, choices=Richting.choices, default=Richting.TWEE
    )
    soort = models.CharField(
        _("soort"), max_length=9, choices=Soort.choices, default=Soort.ALLEDAAGS
    )
    taal = models.CharField(
        _("taal"), max_length=8, default="nl", help_text=_("Een taalcode, zoals nl, tr of uk.")
    )
    gemeente = models.ForeignKey(
        Gemeente,
        verbose_name=_("gemeente"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("Leeg: het geldt overal."),
    )
    actief = models.BooleanField(_("in gebruik"), default=True)
    herkomst = models.CharField(
        _("herkomst"),
        max_length=12,
        choices=Herkomst.choices,
        default=Herkomst.REDACTIE,
        editable=False,
    )
    geladen = models.JSONField(_("laatst geladen"), default=dict, blank=True, editable=False)
    verwijderd = models.BooleanField(_("weggehaald"), default=False, editable=False)
    bijgewerkt_op = models.DateTimeField(_("bijgewerkt op"), auto_now=True)

    objects = SynoniemQuerySet.as_manager()

    class Meta:
        verbose_name = _("synoniem")
        verbose_name_plural = _("synoniemen")
        ordering = ["van", "naar"]
        constraints = [
            models.UniqueConstraint(
                fields=["van", "naar"],
                condition=Q(gemeente=None),
                name="synoniem_een_keer",
                violation_error_message=_("Dit synoniem is er al."),
            ),
            models.UniqueConstraint(
                fields=["van", "naar", "gemeente"],
                condition=Q(gemeente__isnull=False),
                name="synoniem_een_keer_per_gemeente",
                violation_error_message=_("Dit synoniem is er al."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.van} {'↔' if self.richting == self.Richting.TWEE else '→'} {self.naar}"

    def clean(self) -> None:
        super().clean()
        self.van, self.naar = (" ".join(side.split()) for side in (self.van, self.naar))
        problems: dict[str, list[Any]] = {}
        for name in ("van", "naar"):
            count = len(analyse(getattr(self, name)))
            if not count:
                problems[name] = [_("Schrijf een woord met letters.")]
            elif count > MAX_WORDS:
                problems[name] = [_("Schrijf niet meer dan 6 woorden.")]
        if not problems and _words(self.van) == _words(self.naar):
            problems["naar"] = [_("Dit zijn dezelfde woorden. Zoeken maakt al geen verschil.")]
        if problems:
            raise ValidationError(problems)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Remove it; what shipped is only marked, else the next load brings it back."""
        if self.herkomst == Herkomst.MEEGELEVERD:
            self.verwijderd = True
            self.save(update_fields=["verwijderd", "bijgewerkt_op"])
            return 0, {}
        deleted: tuple[int, dict[str, int]] = super().delete(*args, **kwargs)
        return deleted


def _words(text: str) -> list[str]:
    return [token.stem for token in analyse(text)]
