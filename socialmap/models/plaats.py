"""Places and postcodes with a point, for searching nearby."""

from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from socialmap.text import fold_name

LAT = [MinValueValidator(-90), MaxValueValidator(90)]
LON = [MinValueValidator(-180), MaxValueValidator(180)]


class Plaats(models.Model):
    """A village or town; WGS 84 (EPSG:4326) in decimal degrees."""

    slug = models.SlugField(_("adres in de browser"), max_length=100, unique=True)
    naam = models.CharField(_("naam"), max_length=100)
    zoeknaam = models.CharField(max_length=100, db_index=True, editable=False)
    gemeente = models.ForeignKey(
        "socialmap.Gemeente",
        verbose_name=_("gemeente"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="plaatsen",
    )
    provincie = models.CharField(_("provincie"), max_length=30, blank=True)
    lat = models.FloatField(_("breedtegraad"), validators=LAT)
    lon = models.FloatField(_("lengtegraad"), validators=LON)
    inwoners = models.PositiveIntegerField(_("inwoners"), default=0)
    postcodes4 = models.CharField(_("postcodes"), max_length=200, blank=True)
    bron = models.CharField(_("bron"), max_length=60, blank=True)

    class Meta:
        verbose_name = _("plaats")
        verbose_name_plural = _("plaatsen")
        ordering = ["naam"]

    def __str__(self) -> str:
        return self.naam

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.zoeknaam = fold_name(self.naam)
        super().save(*args, **kwargs)


class Postcode(models.Model):
    """The point of a postcode: four digits, or four digits and two letters without a space."""

    code = models.CharField(_("postcode"), max_length=6, unique=True)
    lat = models.FloatField(_("breedtegraad"), validators=LAT)
    lon = models.FloatField(_("lengtegraad"), validators=LON)
    plaats = models.ForeignKey(
        Plaats,
        verbose_name=_("plaats"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="postcodes",
    )
    bron = models.CharField(_("bron"), max_length=60, blank=True)

    class Meta:
        verbose_name = _("postcode")
        verbose_name_plural = _("postcodes")

    def __str__(self) -> str:
        return self.code
