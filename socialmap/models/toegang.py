"""May I use it, what does it cost, how do I sign up: the codes behind the three questions.

Source: gemeente Haren, Beleidsnota Sociaal Domein 2017-2020, bijlage 5 (protocol algemene
voorzieningen).
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Vorm(models.TextChoices):
    PUBLIEK = "publiek", _("Van de gemeente")
    PUBLIEK_PRIVAAT = "publiek-privaat", _("Gemeente samen met bedrijven")
    VRIJWILLIGERS = "vrijwilligers-non-profit", _("Vrijwilligers of vereniging")
    MARKT = "markt", _("Bedrijf")
    ONBEKEND = "onbekend", _("Niet bekend")


class Toegangstoets(models.TextChoices):
    GEEN = "geen", _("Geen toets")
    DOELGROEP = "doelgroep", _("Alleen voor een bepaalde groep")
    LICHT = "licht", _("Na een korte toets")
    INDICATIE = "indicatie", _("Alleen met een indicatie")
    ONBEKEND = "onbekend", _("Niet bekend")


class EigenBijdrage(models.TextChoices):
    NEE = "nee", _("Gratis")
    JA = "ja", _("U betaalt mee")
    WISSELEND = "wisselend", _("Verschilt per activiteit")
    ONBEKEND = "onbekend", _("Niet bekend")


class BijdrageSoort(models.TextChoices):
    INKOMENSAFHANKELIJK = "inkomensafhankelijk", _("Hangt af van uw inkomen")
    VAST_BEDRAG = "vast-bedrag", _("Een vast bedrag")
    DEELNEMERSBIJDRAGE = "deelnemersbijdrage", _("Een bijdrage per deelnemer")
    CONTRIBUTIE = "contributie", _("Contributie voor leden")
    KOSTENVERGOEDING = "kostenvergoeding", _("U vergoedt de kosten")
    TARIEF_AANBIEDER = "tarief-aanbieder", _("De aanbieder bepaalt de prijs")
    VRIJWILLIG = "vrijwillig", _("Een vrijwillige bijdrage")
    LAAG_TARIEF = "laag-tarief", _("Een laag bedrag")
    KORTING = "korting-op-tarief", _("Korting op de prijs")
    ABONNEMENT = "abonnementstarief", _("Een vast bedrag per maand")
    PER_ORGANISATIE = "afhankelijk-van-organisatie", _("Verschilt per organisatie")
    NIET_GENOEMD = "niet-genoemd", _("Het bedrag is niet bekend")


class Aanmelding(models.TextChoices):
    DIRECT = "direct", _("Zelf aanmelden")
    VIA_GEMEENTE = "via-gemeente", _("Via de gemeente")
    VIA_VERWIJZER = "via-verwijzer", _("Via een verwijzer")
    NIET_NODIG = "geen-aanmelding-nodig", _("Aanmelden hoeft niet")
    ONBEKEND = "onbekend", _("Niet bekend")


class Bereik(models.TextChoices):
    """Ways to get help without going anywhere."""

    AAN_HUIS = "aan-huis", _("Bij u thuis")
    ONLINE = "online", _("Online")
    TELEFOON = "telefoon", _("Telefonisch")
