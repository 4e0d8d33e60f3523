"""Where something stands. Belongs to an aanbieder, is linked from entries."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable
from wagtail.search import index

from socialmap.models.plaats import LAT, LON
from socialmap.models.publiceerbaar import Publiceerbaar, PubliceerbaarQuerySet


class Precisie(models.TextChoices):
    ADRES = "adres", _("Precies adres")
    POSTCODE = "postcode", _("Ongeveer: de postcode")
    PLAATS = "plaats", _("Ongeveer: de plaats")
    GEEN = "geen", _("Niet op de kaart")


class LocatieQuerySet(PubliceerbaarQuerySet):
    pass


class Locatie(Publiceerbaar):
    """An address with a point (WGS 84, EPSG:4326) and what is known about getting in."""

    SYSTEM_FIELDS = ("public_id", "aanbieder_id")

    aanbieder = models.ForeignKey(
        "socialmap.Aanbieder",
        verbose_name=_("aanbieder"),
        on_delete=models.PROTECT,
        related_name="locaties",
    )
    straat = models.CharField(_("straat"), max_length=100, blank=True)
    huisnummer = models.CharField(_("huisnummer"), max_length=10, blank=True)
    postcode = models.CharField(_("postcode"), max_length=7, blank=True)
    plaats = models.ForeignKey(
        "socialmap.Plaats",
        verbose_name=_("plaats"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="locaties",
    )
    lat = models.FloatField(_("breedtegraad"), null=True, blank=True, validators=LAT)
    lon = models.FloatField(_("lengtegraad"), null=True, blank=True, validators=LON)
    precisie = models.CharField(
        _("hoe precies is de plek"), max_length=10, choices=Precisie.choices, default=Precisie.GEEN
    )
    prive = models.BooleanField(
        _("privéadres"),
        default=False,
        help_text=_("Wij tonen het adres niet en zetten het niet op de kaart."),
    )
    # None means unknown: never shown as "nee".
    rolstoel = models.BooleanField(_("rolstoel kan naar binnen"), null=True, blank=True)
    toilet = models.BooleanField(_("toilet voor mensen met een rolstoel"), null=True, blank=True)
    lift = models.BooleanField(_("lift of alles gelijkvloers"), null=True, blank=True)
    parkeerplek = models.BooleanField(
        _("parkeerplek voor mensen met een beperking"), null=True, blank=True
    )
    ringleiding = models.BooleanField(_("ringleiding voor gehoor"), null=True, blank=True)
    toegang_toelichting = models.CharField(_("uitleg over binnenkomen"), max_length=200, blank=True)

    # It has no page of its own; the pages of its voorzieningen show it.
    preview_modes: ClassVar[list[tuple[str, str]]] = []
    TOEGANKELIJKHEID = ("rolstoel", "toilet", "lift", "parkeerplek", "ringleiding")

    objects = LocatieQuerySet.as_manager()

    search_fields = [
        index.SearchField("naam"),
        index.AutocompleteField("naam"),
        index.FilterField("id"),
        index.FilterField("live"),
        index.FilterField("aanbieder"),
    ]

    class Meta:
        verbose_name = _("locatie")
        verbose_name_plural = _("locaties")
        indexes = [models.Index(fields=["aanbieder", "-id"], name="locatie_aanbieder")]
        constraints = [
            models.CheckConstraint(
                condition=Q(live=False) | ~Q(naam=""),
                name="locatie_live_heeft_naam",
                violation_error_message=_("Schrijf hoe deze plek heet."),
            ),
            models.CheckConstraint(
                condition=Q(lat=None, lon=None) | Q(lat__isnull=False, lon__isnull=False),
                name="locatie_punt_is_heel",
                violation_error_message=_("Vul de breedtegraad en de lengtegraad allebei in."),
            ),
        ]

    @property
    def on_map(self) -> bool:
        """Whether visitors may see the point."""
        return self.live and not self.prive and self.lat is not None and self.lon is not None


class VoorzieningLocatie(Orderable):
    """A link from an entry to a locatie of the aanbieder."""

    public_id = models.UUIDField(default=uuid.uuid4, editable=False)
    voorziening = ParentalKey(
        "socialmap.Voorziening", on_delete=models.CASCADE, related_name="locatiekoppelingen"
    )
    locatie = models.ForeignKey(
        Locatie, verbose_name=_("locatie"), on_delete=models.PROTECT, related_name="koppelingen"
    )
    toelichting = models.CharField(_("uitleg"), max_length=150, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("locatie")
        verbose_name_plural = _("locaties")
        constraints = [
            models.UniqueConstraint(
                fields=["voorziening", "locatie"], name="voorziening_locatie_een_keer"
            ),
        ]

    def __str__(self) -> str:
        return str(self.locatie)
