"""A municipality: whose ondersteuningsmodel, desk and colour are shown."""

from typing import Self

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

KLEUR = RegexValidator(r"^#[0-9a-fA-F]{6}$", _("Schrijf een kleur als #0b5563."))
# First segments of addresses that are not about a gemeente (DESIGN: context gemeente).
RESERVED = frozenset(
    [
        "zoeken",
        "kaart",
        "voorziening",
        "aanbieder",
        "agenda",
        "lijst",
        "stap",
        "hulpvraag",
        "hulpvragen",
        "plaats",
        "meld",
        "mail",
        "privacy",
        "toegankelijkheid",
        "artikelen",
        "thema",
        "api",
        "hsds",
        "embed",
        "en",
        "beheer",
        "account",
        "gezond",
        "static",
        "media",
        "documents",
        ".well-known",
        "robots.txt",
        "sitemap.xml",
        "manifest",
        "sw.js",
    ]
)
CODE = RegexValidator(r"^GM\d{4}$", _("Schrijf de CBS-code als GM en vier cijfers: GM0014."))


def validate_free(slug: str) -> None:
    """Refuse a slug that is already an address of the site itself."""
    if slug in RESERVED:
        raise ValidationError(_("Dit adres gebruikt de site zelf. Kies een ander."))


class GemeenteQuerySet(models.QuerySet["Gemeente"]):
    def shown(self) -> Self:
        """Those that visitors can choose."""
        return self.filter(zichtbaar=True)


class Gemeente(models.Model):
    """A gemeente as CBS knows it, also when it no longer exists (`opvolger` took over)."""

    class Status(models.TextChoices):
        BESTAAND = "bestaand", _("Bestaat")
        HISTORISCH = "historisch", _("Opgeheven")

    code = models.CharField(_("CBS-code"), max_length=6, unique=True, validators=[CODE])
    slug = models.SlugField(
        _("adres in de browser"), max_length=80, unique=True, validators=[validate_free]
    )
    naam = models.CharField(_("naam"), max_length=100)
    status = models.CharField(
        _("status"), max_length=12, choices=Status.choices, default=Status.BESTAAND
    )
    opvolger = models.ForeignKey(
        "self",
        verbose_name=_("opvolger"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="voorgangers",
        help_text=_("De gemeente die het werk van een opgeheven gemeente heeft overgenomen."),
    )
    site = models.OneToOneField(
        "wagtailcore.Site",
        verbose_name=_("eigen webadres"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="gemeente",
    )
    zichtbaar = models.BooleanField(_("zichtbaar voor bezoekers"), default=True)
    kleur = models.CharField(_("kleur"), max_length=7, default="#0b5563", validators=[KLEUR])
    melding = models.CharField(
        _("melding op elke pagina"),
        max_length=300,
        blank=True,
        help_text=_("Bijvoorbeeld dat de gegevens oud zijn."),
    )
    loket_naam = models.CharField(_("naam van het loket"), max_length=100, blank=True)
    loket_telefoon = models.CharField(_("telefoon van het loket"), max_length=30, blank=True)
    loket_email = models.EmailField(_("e-mail van het loket"), blank=True)
    loket_url = models.URLField(_("website van het loket"), blank=True)
    loket_uitleg = models.CharField(_("uitleg bij het loket"), max_length=300, blank=True)
    bronnen = models.JSONField(_("bronnen"), default=list, blank=True)

    objects = GemeenteQuerySet.as_manager()

    class Meta:
        verbose_name = _("gemeente")
        verbose_name_plural = _("gemeenten")
        ordering = ["naam"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(opvolger=None) | ~models.Q(opvolger=models.F("pk")),
                name="gemeente_opvolger_is_een_ander",
                violation_error_message=_("Een gemeente kan niet haar eigen opvolger zijn."),
            ),
        ]

    def __str__(self) -> str:
        return self.naam

    @property
    def historisch(self) -> bool:
        return self.status == self.Status.HISTORISCH
