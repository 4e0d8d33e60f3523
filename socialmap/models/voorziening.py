"""The heart of the map: something that helps, and what a visitor must know about it."""

from datetime import date
from typing import Any, ClassVar

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.fields import RichTextField
from wagtail.search import index

from socialmap.models import publicatie, publicatieregels
from socialmap.models.gemeente import Gemeente
from socialmap.models.publiceerbaar import Publiceerbaar
from socialmap.models.toegang import Aanmelding, BijdrageSoort, EigenBijdrage, Toegangstoets, Vorm
from socialmap.models.voorziening_queryset import VoorzieningQuerySet

TEKSTOPMAAK = ["bold", "italic", "ul", "ol", "link"]


class Voorziening(Publiceerbaar):
    """A voorziening, regeling, platform or informatiepunt.

    Row rules are constraints of the form `live = false OR …`, so that a draft may hold almost
    nothing. Rules over children stand in `publicatieregels`.
    """

    class Soort(models.TextChoices):
        VOORZIENING = "voorziening", _("Hulp of activiteit")
        REGELING = "regeling", _("Regeling voor geld")
        PLATFORM = "platform", _("Website of platform")
        INFORMATIEPUNT = "informatiepunt", _("Punt voor informatie en advies")

    class Status(models.TextChoices):
        BESTAAND = "bestaand", _("Bestaat")
        PILOT = "pilot", _("Proef of plan")
        HISTORISCH = "historisch", _("Van vroeger")

    class Interval(models.IntegerChoices):
        MAAND = 1, _("Elke maand")
        KWARTAAL = 3, _("Elke 3 maanden")
        HALFJAAR = 6, _("Elke 6 maanden")
        JAAR = 12, _("Elk jaar")

    SLUG_SOORT = "voorziening"
    SYSTEM_FIELDS: ClassVar[tuple[str, ...]] = (
        "public_id",
        "aanbieder_id",
        "beherende_gemeente_id",
        "laatst_gecontroleerd_op",
        "gecontroleerd_door",
        "is_voorbeeld",
    )

    # What it is.
    soort = models.CharField(
        _("soort"), max_length=15, choices=Soort.choices, default=Soort.VOORZIENING
    )
    samenvatting = models.CharField(
        _("samenvatting"),
        max_length=300,
        blank=True,
        help_text=_("Een of twee korte zinnen. Schrijf zoals u praat."),
    )
    omschrijving = RichTextField(_("omschrijving"), blank=True, features=TEKSTOPMAAK)
    goed_om_te_weten = models.TextField(_("goed om te weten"), max_length=1000, blank=True)
    wat_meenemen = models.TextField(_("wat neemt u mee"), max_length=500, blank=True)
    trefwoorden = models.JSONField(
        _("zoekwoorden"),
        default=list,
        blank=True,
        help_text=_("Woorden die mensen gebruiken als zij dit zoeken."),
    )
    foto = models.ForeignKey(
        "socialmap.Foto",
        verbose_name=_("foto"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    # Whose it is.
    beherende_gemeente = models.ForeignKey(
        Gemeente,
        verbose_name=_("gemeente die dit beheert"),
        on_delete=models.PROTECT,
        related_name="beheerde_voorzieningen",
    )
    aanbieder = models.ForeignKey(
        "socialmap.Aanbieder",
        verbose_name=_("aanbieder"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="voorzieningen",
    )
    mede_aanbieders = ParentalManyToManyField(
        "socialmap.Aanbieder",
        verbose_name=_("andere aanbieders"),
        blank=True,
        related_name="mede_voorzieningen",
    )
    aanbieder_tekst = models.CharField(
        _("aanbieder in de bron"),
        max_length=500,
        blank=True,
        help_text=_("Letterlijk uit de bron."),
    )
    vorm = models.CharField(_("vorm"), max_length=30, choices=Vorm.choices, default=Vorm.ONBEKEND)
    onderdeel_van = models.ForeignKey(
        "self",
        verbose_name=_("onderdeel van"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="onderdelen",
    )

    # May I use it, what does it cost, how do I sign up.
    toegangstoets = models.CharField(
        _("toegangstoets"),
        max_length=10,
        choices=Toegangstoets.choices,
        default=Toegangstoets.ONBEKEND,
    )
    toetser = models.CharField(_("wie beslist"), max_length=100, blank=True)
    toegangscriterium = models.CharField(_("wanneer mag het"), max_length=300, blank=True)
    eigen_bijdrage = models.CharField(
        _("eigen bijdrage"),
        max_length=10,
        choices=EigenBijdrage.choices,
        default=EigenBijdrage.ONBEKEND,
    )
    bijdrage_soort = models.CharField(
        _("soort bijdrage"), max_length=30, choices=BijdrageSoort.choices, blank=True
    )
    bijdrage_toelichting = models.CharField(_("uitleg bij de kosten"), max_length=300, blank=True)
    aanmelding = models.CharField(
        _("aanmelden"), max_length=25, choices=Aanmelding.choices, default=Aanmelding.ONBEKEND
    )
    aanmelden_bij = models.CharField(_("aanmelden bij"), max_length=200, blank=True)
    na_aanmelding = models.CharField(_("wat gebeurt er daarna"), max_length=300, blank=True)

    # For whom, and about what.
    doelgroepen = ParentalManyToManyField(
        "socialmap.Doelgroep", verbose_name=_("voor wie"), blank=True, related_name="+"
    )
    leeftijd_van = models.PositiveSmallIntegerField(
        _("leeftijd vanaf"), null=True, blank=True, validators=[MaxValueValidator(120)]
    )
    leeftijd_tot = models.PositiveSmallIntegerField(
        _("leeftijd tot en met"), null=True, blank=True, validators=[MaxValueValidator(120)]
    )
    leefgebieden = ParentalManyToManyField(
        "socialmap.Leefgebied", verbose_name=_("onderwerpen"), blank=True, related_name="+"
    )
    talen = ParentalManyToManyField(
        "socialmap.Taal", verbose_name=_("talen"), blank=True, related_name="+"
    )

    # Without going anywhere; where it is offered stands in Werkingsgebied.
    aan_huis = models.BooleanField(_("bij mensen thuis"), default=False)
    online = models.BooleanField(_("online"), default=False)
    telefonisch = models.BooleanField(_("telefonisch"), default=False)

    # When.
    alleen_op_afspraak = models.BooleanField(_("alleen op afspraak"), default=False)
    plek_vrij = models.BooleanField(_("plek vrij"), null=True, blank=True)
    wachttijd_weken = models.PositiveSmallIntegerField(
        _("wachttijd in weken"), null=True, blank=True
    )
    geldig_van = models.DateField(_("te vinden vanaf"), null=True, blank=True)
    geldig_tot = models.DateField(_("te vinden tot en met"), null=True, blank=True)
    mededeling = models.CharField(_("mededeling"), max_length=200, blank=True)
    tijdelijk_gesloten = models.BooleanField(_("tijdelijk gesloten"), default=False)
    mededeling_van = models.DateField(_("mededeling vanaf"), null=True, blank=True)
    mededeling_tot = models.DateField(_("mededeling tot en met"), null=True, blank=True)

    # How sure we are.
    status = models.CharField(
        _("status"), max_length=12, choices=Status.choices, default=Status.BESTAAND
    )
    is_voorbeeld = models.BooleanField(_("verzonnen voorbeeld"), default=False, editable=False)
    bron = models.JSONField(_("bron"), default=dict, blank=True)
    opmerking = models.TextField(_("opmerking van de redactie"), max_length=1000, blank=True)
    laatst_gecontroleerd_op = models.DateField(
        _("laatst gecontroleerd op"), null=True, blank=True, db_index=True
    )
    gecontroleerd_door = models.CharField(
        _("gecontroleerd door"),
        max_length=100,
        blank=True,
        help_text=_("Een organisatie of functie, nooit de naam van een persoon."),
    )
    controle_interval_maanden = models.PositiveSmallIntegerField(
        _("hoe vaak controleren"), choices=Interval.choices, default=Interval.HALFJAAR
    )

    objects = VoorzieningQuerySet.as_manager()

    search_fields = [
        index.SearchField("naam", boost=4),
        index.AutocompleteField("naam"),
        index.FilterField("id"),
        index.FilterField("live"),
        index.FilterField("aanbieder"),
        index.FilterField("beherende_gemeente"),
    ]

    class Meta:
        verbose_name = _("voorziening")
        verbose_name_plural = _("voorzieningen")
        indexes = [
            models.Index(fields=["aanbieder", "-id"], name="voorziening_aanbieder"),
            models.Index(fields=["beherende_gemeente", "-id"], name="voorziening_gemeente"),
            models.Index(fields=["naam", "id"], name="voorziening_naam"),
            models.Index(fields=["live", "id"], name="voorziening_live"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(live=False) | (~Q(naam="") & ~Q(samenvatting="")),
                name="voorziening_live_heeft_tekst",
                violation_error_message=_("Schrijf een naam en een samenvatting."),
            ),
            models.CheckConstraint(
                condition=Q(live=False)
                | ~Q(toegangstoets__in=[Toegangstoets.LICHT, Toegangstoets.INDICATIE])
                | ~Q(toetser=""),
                name="voorziening_live_heeft_toetser",
                violation_error_message=_("Schrijf wie beslist over de toegang."),
            ),
            models.CheckConstraint(
                condition=Q(live=False)
                | Q(leeftijd_van=None)
                | Q(leeftijd_tot=None)
                | Q(leeftijd_van__lte=F("leeftijd_tot")),
                name="voorziening_live_leeftijd",
                violation_error_message=_("De leeftijd vanaf is hoger dan de leeftijd tot en met."),
            ),
            models.CheckConstraint(
                condition=Q(live=False)
                | Q(geldig_van=None)
                | Q(geldig_tot=None)
                | Q(geldig_van__lte=F("geldig_tot")),
                name="voorziening_live_geldig",
                violation_error_message=_("De einddatum ligt voor de begindatum."),
            ),
            models.CheckConstraint(
                condition=Q(live=False)
                | Q(mededeling_van=None)
                | Q(mededeling_tot=None)
                | Q(mededeling_van__lte=F("mededeling_tot")),
                name="voorziening_live_mededeling",
                violation_error_message=_("De mededeling eindigt voordat zij begint."),
            ),
            models.CheckConstraint(
                condition=Q(live=False) | ~Q(eigen_bijdrage="nee") | Q(bijdrage_soort=""),
                name="voorziening_live_gratis_zonder_soort",
                violation_error_message=_("Gratis en een soort bijdrage gaan niet samen."),
            ),
        ]

    def check_publication(self) -> None:
        publicatieregels.check_voorziening(self)

    def after_publication(self, user: Any) -> None:
        publicatie.Publicatie.objects.record(self)

    def after_withdrawal(self) -> None:
        publicatie.Publicatie.objects.record_withdrawal(self)

    def is_valid_on(self, day: date) -> bool:
        """Whether `day` lies within the period in which visitors may find this."""
        return (self.geldig_van is None or self.geldig_van <= day) and (
            self.geldig_tot is None or day <= self.geldig_tot
        )

    def serve_preview(self, request: Any, mode_name: str) -> Any:
        from socialmap.views.voorziening import preview  # The views import the models.

        return preview(self, request)
