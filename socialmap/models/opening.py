"""Weekly opening hours, of a locatie or of a voorziening."""

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable


class Weekdag(models.IntegerChoices):
    MAANDAG = 0, _("maandag")
    DINSDAG = 1, _("dinsdag")
    WOENSDAG = 2, _("woensdag")
    DONDERDAG = 3, _("donderdag")
    VRIJDAG = 4, _("vrijdag")
    ZATERDAG = 5, _("zaterdag")
    ZONDAG = 6, _("zondag")


class Openingstijd(Orderable):
    """Open on one weekday from `van` to `tot`, local time (Europe/Amsterdam)."""

    public_id = models.UUIDField(default=uuid.uuid4, editable=False)
    weekdag = models.PositiveSmallIntegerField(_("dag"), choices=Weekdag.choices)
    van = models.TimeField(_("van"))
    tot = models.TimeField(_("tot"))
    toelichting = models.CharField(_("uitleg"), max_length=100, blank=True)

    class Meta(Orderable.Meta):
        abstract = True

    def __str__(self) -> str:
        return f"{self.get_weekdag_display()} {self.van:%H:%M}-{self.tot:%H:%M}"


TOT_NA_VAN = _("De eindtijd ligt voor de begintijd.")


class VoorzieningOpening(Openingstijd):
    voorziening = ParentalKey(
        "socialmap.Voorziening", on_delete=models.CASCADE, related_name="openingstijden"
    )

    class Meta(Openingstijd.Meta):
        abstract = False
        verbose_name = _("openingstijd")
        verbose_name_plural = _("openingstijden")
        constraints = [
            models.CheckConstraint(
                condition=Q(van__lt=F("tot")),
                name="voorziening_opening_van_tot",
                violation_error_message=TOT_NA_VAN,
            ),
        ]


class LocatieOpening(Openingstijd):
    locatie = ParentalKey(
        "socialmap.Locatie", on_delete=models.CASCADE, related_name="openingstijden"
    )

    class Meta(Openingstijd.Meta):
        abstract = False
        verbose_name = _("openingstijd")
        verbose_name_plural = _("openingstijden")
        constraints = [
            models.CheckConstraint(
                condition=Q(van__lt=F("tot")),
                name="locatie_opening_van_tot",
                violation_error_message=TOT_NA_VAN,
            ),
        ]
