"""The model of a gemeente: ordered stappen from eigen kracht to maatwerk (Haren: the Rotonde)."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey


class Ondersteuningsmodel(models.Model):
    """How one gemeente orders help, and the form in which it is drawn."""

    class Vorm(models.TextChoices):
        ROTONDE = "rotonde", _("Rotonde")
        REGENBOOG = "regenboog", _("Regenboog")
        PIRAMIDE = "piramide", _("Piramide")
        KETEN = "keten", _("Keten")

    gemeente = models.OneToOneField(
        "socialmap.Gemeente",
        verbose_name=_("gemeente"),
        on_delete=models.CASCADE,
        related_name="ondersteuningsmodel",
    )
    naam = models.CharField(_("naam"), max_length=100)
    vorm = models.CharField(_("tekening"), max_length=10, choices=Vorm.choices, default=Vorm.KETEN)
    inleiding = models.CharField(_("inleiding"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("ondersteuningsmodel")
        verbose_name_plural = _("ondersteuningsmodellen")

    def __str__(self) -> str:
        return self.naam


class Stap(models.Model):
    """One step; in Haren an exit of the Rotonde. Never a geographic wijk."""

    class Zijde(models.TextChoices):
        RECHTS = "rechts", _("Rechts: zonder de gemeente")
        LINKS = "links", _("Links: via de gemeente")

    class Lijn(models.TextChoices):
        NUL = "0", _("Eigen kracht en elkaar helpen")
        NUL_EEN = "0-1", _("Vrij toegankelijk")
        EEN = "1", _("Basisondersteuning")
        TWEE = "2", _("Op maat, via de gemeente")
        TWEE_PLUS = "2+", _("Zeer intensieve zorg")

    ondersteuningsmodel = models.ForeignKey(
        Ondersteuningsmodel,
        verbose_name=_("ondersteuningsmodel"),
        on_delete=models.CASCADE,
        related_name="stappen",
    )
    slug = models.SlugField(_("adres in de browser"), max_length=80)
    naam = models.CharField(_("naam"), max_length=100)
    volgorde = models.PositiveSmallIntegerField(_("volgorde"))
    zijde = models.CharField(_("zijde"), max_length=6, choices=Zijde.choices, blank=True)
    lijn = models.CharField(_("lijn"), max_length=3, choices=Lijn.choices)
    uitleg = models.TextField(_("uitleg in gewone woorden"), max_length=500)
    term_oud = models.CharField(_("oude naam"), max_length=100, blank=True)
    synoniemen = models.JSONField(_("andere woorden"), default=list, blank=True)
    bron = models.CharField(_("bron"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("stap")
        verbose_name_plural = _("stappen")
        ordering = ["ondersteuningsmodel", "volgorde"]
        constraints = [
            models.UniqueConstraint(
                fields=["ondersteuningsmodel", "slug"], name="stap_slug_uniek_in_model"
            ),
            models.UniqueConstraint(
                fields=["ondersteuningsmodel", "volgorde"], name="stap_volgorde_uniek_in_model"
            ),
        ]

    def __str__(self) -> str:
        return self.naam

    @property
    def via_gemeente(self) -> bool:
        """The visitor asks the gemeente; the map offers nothing to book here."""
        return self.zijde == self.Zijde.LINKS or self.lijn in (self.Lijn.TWEE, self.Lijn.TWEE_PLUS)


class VoorzieningStap(models.Model):
    """The stap of a voorziening in the model of one gemeente where it is offered."""

    voorziening = ParentalKey(
        "socialmap.Voorziening", on_delete=models.CASCADE, related_name="stappen"
    )
    stap = models.ForeignKey(
        Stap, verbose_name=_("stap"), on_delete=models.PROTECT, related_name="+"
    )
    afgeleid = models.BooleanField(
        _("door ons gekozen"),
        default=False,
        help_text=_("De bron noemt de stap niet; de redactie koos deze."),
    )

    class Meta:
        verbose_name = _("stap in het model")
        verbose_name_plural = _("stappen in het model")
        constraints = [
            models.UniqueConstraint(
                fields=["voorziening", "stap"], name="voorziening_stap_een_keer"
            ),
        ]

    def __str__(self) -> str:
        return str(self.stap)
