"""What a person said about a begrip of a voorziening; search suggests the others by itself."""

import uuid
from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey


class VoorzieningBegripQuerySet(models.QuerySet["VoorzieningBegrip"]):
    def confirmed(self) -> Self:
        return self.filter(status=VoorzieningBegrip.Status.BEVESTIGD)

    def rejected(self) -> Self:
        return self.filter(status=VoorzieningBegrip.Status.AFGEWEZEN)


class VoorzieningBegrip(models.Model):
    """A begrip that somebody confirmed or rejected for one voorziening.

    A begrip that is deleted takes these rows along, also out of drafts: those restore a child only
    when what it points to still exists.
    """

    class Status(models.TextChoices):
        BEVESTIGD = "bevestigd", _("Hoort erbij")
        AFGEWEZEN = "afgewezen", _("Hoort er niet bij")

    public_id = models.UUIDField(default=uuid.uuid4, editable=False)
    voorziening = ParentalKey(
        "socialmap.Voorziening", on_delete=models.CASCADE, related_name="begrippen"
    )
    begrip = models.ForeignKey(
        "socialmap.Begrip",
        verbose_name=_("begrip"),
        on_delete=models.CASCADE,
        related_name="voorzieningen",
    )
    status = models.CharField(
        _("hoort het erbij"), max_length=9, choices=Status.choices, default=Status.BEVESTIGD
    )

    objects = VoorzieningBegripQuerySet.as_manager()

    class Meta:
        verbose_name = _("begrip van een voorziening")
        verbose_name_plural = _("begrippen van een voorziening")
        constraints = [
            models.UniqueConstraint(
                fields=["voorziening", "begrip"], name="voorziening_begrip_een_keer"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.begrip}: {self.get_status_display()}"
