"""Answers of an outside geocoder, kept so that the same place is asked once."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class GeocodeResultaat(models.Model):
    """One answer; `resultaat` is null when the service did not know the place."""

    sleutel = models.CharField(max_length=120, unique=True)
    bron = models.CharField(max_length=30)
    resultaat = models.JSONField(null=True)
    opgeslagen_op = models.DateTimeField(db_index=True)

    class Meta:
        verbose_name = _("antwoord van de plaatsenzoeker")
        verbose_name_plural = _("antwoorden van de plaatsenzoeker")

    def __str__(self) -> str:
        return self.sleutel
