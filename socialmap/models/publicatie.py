"""What was public, and when: a dated snapshot of the one public serialisation."""

from typing import TYPE_CHECKING

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from socialmap import serialisation

if TYPE_CHECKING:
    from socialmap.models.voorziening import Voorziening


class PublicatieQuerySet(models.QuerySet["Publicatie"]):
    def record(self, voorziening: "Voorziening") -> "Publicatie":
        """Store what visitors see from now on."""
        return self.create(
            voorziening=voorziening,
            public_id=voorziening.public_id,
            slug=voorziening.slug,
            gepubliceerd_op=timezone.now(),
            inhoud=serialisation.serialise(voorziening),
        )

    def record_withdrawal(self, voorziening: "Voorziening") -> "Publicatie":
        """Store that visitors see nothing from now on."""
        return self.create(
            voorziening=voorziening,
            public_id=voorziening.public_id,
            slug=voorziening.slug,
            gepubliceerd_op=timezone.now(),
            inhoud=None,
        )


class Publicatie(models.Model):
    """One publication; `inhoud` is null when the entry was withdrawn. Outlives the entry."""

    voorziening = models.ForeignKey(
        "socialmap.Voorziening",
        verbose_name=_("voorziening"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="publicaties",
    )
    public_id = models.UUIDField(_("openbaar nummer"))
    slug = models.SlugField(_("adres in de browser"), max_length=120, db_index=True)
    gepubliceerd_op = models.DateTimeField(_("gepubliceerd op"))
    inhoud = models.JSONField(_("inhoud"), null=True)

    objects = PublicatieQuerySet.as_manager()

    class Meta:
        verbose_name = _("publicatie")
        verbose_name_plural = _("publicaties")
        indexes = [
            models.Index(fields=["public_id", "-gepubliceerd_op"], name="publicatie_op_datum"),
        ]

    def __str__(self) -> str:
        return f"{self.slug} {self.gepubliceerd_op:%Y-%m-%d}"
