"""Something that happens again and again: the coffee morning of every first Wednesday."""

import uuid
from datetime import datetime

from dateutil.rrule import rrulestr
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable


def validate_rrule(value: str) -> None:
    """Refuse what RFC 5545 does not know; `value` has no "RRULE:" in front."""
    try:
        rrulestr(value, dtstart=datetime(2026, 1, 1))  # noqa: DTZ001
    except (ValueError, TypeError, KeyError) as error:
        raise ValidationError(
            _("Deze herhaling begrijpen we niet. Voorbeeld: FREQ=MONTHLY;BYDAY=1WE.")
        ) from error


class Activiteit(Orderable):
    """A recurring activity; `herhaling` is an RRULE, times are local (Europe/Amsterdam)."""

    public_id = models.UUIDField(default=uuid.uuid4, editable=False)
    voorziening = ParentalKey(
        "socialmap.Voorziening", on_delete=models.CASCADE, related_name="activiteiten"
    )
    naam = models.CharField(_("naam"), max_length=150, blank=True)
    herhaling = models.CharField(
        _("herhaling"), max_length=200, blank=True, validators=[validate_rrule]
    )
    begint_op = models.DateField(_("eerste keer op"), null=True, blank=True)
    eindigt_op = models.DateField(_("laatste keer op"), null=True, blank=True)
    van = models.TimeField(_("van"), null=True, blank=True)
    tot = models.TimeField(_("tot"), null=True, blank=True)
    locatie = models.ForeignKey(
        "socialmap.Locatie",
        verbose_name=_("locatie"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    toelichting = models.CharField(_("uitleg"), max_length=200, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("activiteit")
        verbose_name_plural = _("activiteiten")

    def __str__(self) -> str:
        return self.naam or self.herhaling
