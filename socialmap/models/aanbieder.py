"""Who offers something: an organisation, a club, a company, a group of neighbours."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from socialmap.models.publiceerbaar import Publiceerbaar, PubliceerbaarQuerySet


class AanbiederQuerySet(PubliceerbaarQuerySet):
    pass


class Aanbieder(Publiceerbaar):
    """An organisation that keeps its own entries; `gemeente` watches over it."""

    class Soort(models.TextChoices):
        GEMEENTE = "gemeente", _("Gemeente")
        WELZIJN = "welzijnsorganisatie", _("Welzijnsorganisatie")
        ZORG = "zorgaanbieder", _("Zorgaanbieder")
        JEUGD = "jeugd-en-gezin", _("Jeugd en gezin")
        VRIJWILLIGERS = "vrijwilligersorganisatie", _("Vrijwilligersorganisatie")
        BURGERS = "burgerinitiatief", _("Burgerinitiatief")
        VERENIGING = "vereniging", _("Vereniging")
        FONDS = "fonds", _("Fonds")
        ONDERWIJS = "onderwijs", _("Onderwijs")
        BIBLIOTHEEK = "bibliotheek", _("Bibliotheek")
        BEDRIJF = "bedrijf", _("Bedrijf")
        SAMENWERKING = "samenwerkingsverband", _("Samenwerkingsverband")
        OVERIG = "overig", _("Overig")

    SLUG_SOORT = "aanbieder"
    SYSTEM_FIELDS = ("public_id", "gemeente_id", "direct_publiceren", "is_voorbeeld")

    gemeente = models.ForeignKey(
        "socialmap.Gemeente",
        verbose_name=_("gemeente die meekijkt"),
        on_delete=models.PROTECT,
        related_name="aanbieders",
    )
    soort = models.CharField(
        _("soort organisatie"), max_length=30, choices=Soort.choices, default=Soort.OVERIG
    )
    omschrijving = models.TextField(_("wat doet u"), max_length=2000, blank=True)
    website = models.URLField(_("website"), blank=True)
    kvk_nummer = models.CharField(_("KvK-nummer"), max_length=8, blank=True)
    opmerking = models.CharField(
        _("opmerking van de redactie"),
        max_length=300,
        blank=True,
        help_text=_("Staat ook op de openbare pagina."),
    )
    is_voorbeeld = models.BooleanField(_("verzonnen voorbeeld"), default=False, editable=False)
    direct_publiceren = models.BooleanField(
        _("mag zelf publiceren"),
        default=False,
        help_text=_("De redactie kijkt achteraf mee."),
    )

    objects = AanbiederQuerySet.as_manager()

    search_fields = [
        index.SearchField("naam"),
        index.AutocompleteField("naam"),
        index.FilterField("id"),
        index.FilterField("live"),
        index.FilterField("gemeente"),
    ]

    class Meta:
        verbose_name = _("aanbieder")
        verbose_name_plural = _("aanbieders")
        indexes = [
            models.Index(fields=["naam", "id"], name="aanbieder_naam"),
            models.Index(fields=["gemeente", "-id"], name="aanbieder_gemeente"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(live=False) | ~models.Q(naam=""),
                name="aanbieder_live_heeft_naam",
                violation_error_message=_("Schrijf de naam van de aanbieder."),
            ),
        ]

    def serve_preview(self, request: Any, mode_name: str) -> Any:
        from socialmap.views.aanbieder import preview  # The views import the models.

        return preview(self, request)
