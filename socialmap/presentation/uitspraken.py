"""The four statements: which step, may I use it, what does it cost, how do I sign up.

Unknown is said as unknown, with whom to ask; never as "nee" or "gratis".
"""

import re
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from socialmap.models.toegang import BijdrageSoort
from socialmap.presentation.money import price_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitspraak:
    """One line and what it means for the visitor."""

    code: str  # stap, toegang, kosten or aanmelden
    kop: str
    zin: str
    betekent: str
    wie: str = ""
    onbekend: bool = False


def uitspraken(shape: dict[str, Any], gemeente_slug: str | None) -> list[Uitspraak]:
    """The statements of one public serialisation, in the order in which people ask."""
    stap = stap_for(shape, gemeente_slug)
    return [
        *([] if stap is None else [step_statement(stap)]),
        access_statement(shape),
        cost_statement(shape),
        sign_up_statement(shape),
    ]


def stap_for(shape: dict[str, Any], gemeente_slug: str | None) -> dict[str, Any] | None:
    """The stap in the model of the context gemeente, else of the gemeente that keeps the entry."""
    stappen: list[dict[str, Any]] = shape["stappen"]
    for slug in (gemeente_slug, shape["beherende_gemeente"]["slug"]):
        for stap in stappen:
            if stap["gemeente"] == slug:
                return stap
    return stappen[0] if stappen else None


def ask_whom(shape: dict[str, Any]) -> str:
    """Whom to ask about what is not known."""
    if shape["aanbieder"]:
        return str(shape["aanbieder"]["naam"])
    return _("de gemeente %(naam)s") % {"naam": shape["beherende_gemeente"]["naam"]}


def step_statement(stap: dict[str, Any]) -> Uitspraak:
    return Uitspraak(
        code="stap",
        kop=_("Welke hulp is dit?"),
        zin=step_label(stap),
        betekent=stap["uitleg"],
        wie=_("de gemeente") if stap["via_gemeente"] else "",
    )


def step_label(stap: dict[str, Any]) -> str:
    return _("%(naam)s (stap %(nummer)s van %(model)s)") % {
        "naam": stap["naam"],
        "nummer": stap["nummer"],
        "model": stap["model"],
    }


def access_statement(shape: dict[str, Any]) -> Uitspraak:
    toets = shape["toegangstoets"]
    code, toetser = toets["code"], toets["toetser"]
    zin, betekent = {
        "geen": (
            _("Iedereen mag dit gebruiken. U heeft geen toets nodig."),
            _("U heeft geen toestemming of verwijzing nodig."),
        ),
        "doelgroep": (
            _("Voor een bepaalde groep mensen. U heeft geen toets nodig."),
            _("Hoort u bij de groep waarvoor dit is? Dan mag u dit gebruiken."),
        ),
        "licht": (
            _("U heeft eerst een korte toets."),
            _("%(wie)s stelt u een paar vragen. Daarna hoort u of u dit mag gebruiken.")
            % {"wie": toetser or _("Iemand")},
        ),
        "indicatie": (
            _("U heeft een indicatie nodig."),
            _("%(wie)s onderzoekt eerst wat u nodig heeft.") % {"wie": toetser or _("De gemeente")},
        ),
        "onbekend": (
            _("Niet bekend of u een toets nodig heeft."),
            _("Vraag aan %(wie)s of u dit mag gebruiken.") % {"wie": ask_whom(shape)},
        ),
    }[code]
    if toets["criterium"] and code != "onbekend":
        betekent = f"{betekent} {toets['criterium'].rstrip('.')}."
    return Uitspraak(
        code="toegang",
        kop=_("Mag u dit gebruiken?"),
        zin=zin,
        betekent=betekent,
        wie=toetser,
        onbekend=code == "onbekend",
    )


def cost_statement(shape: dict[str, Any]) -> Uitspraak:
    bijdrage = shape["eigen_bijdrage"]
    code = bijdrage["code"]
    prices = [
        price_text(prijs) + (f" ({prijs['toelichting']})" if prijs["toelichting"] else "")
        for prijs in bijdrage["prijzen"]
    ]
    soort = str(BijdrageSoort(bijdrage["soort"]).label) if bijdrage["soort"] else ""
    pays = _("U betaalt aan de aanbieder zelf, niet via het CAK.")
    if code == "nee":
        zin, betekent = _("Gratis."), _("U hoeft niets te betalen.")
    elif code == "onbekend":
        zin = _("Niet bekend wat het kost.")
        betekent = _("Vraag het aan %(wie)s voordat u begint.") % {"wie": ask_whom(shape)}
    elif prices:
        zin = _("U betaalt: %(prijzen)s.") % {"prijzen": ", ".join(prices)}
        betekent = pays
    elif code == "wisselend":
        zin, betekent = _("De kosten verschillen per activiteit."), pays
    else:
        zin = _("U betaalt een eigen bijdrage.")
        betekent = f"{soort}. {pays}" if soort and not bijdrage["toelichting"] else pays
    if bijdrage["toelichting"]:
        betekent = f"{bijdrage['toelichting'].rstrip('.')}. {betekent}"
    return Uitspraak(
        code="kosten",
        kop=_("Wat kost het?"),
        zin=zin,
        betekent=betekent,
        onbekend=code == "onbekend",
    )


def sign_up_statement(shape: dict[str, Any]) -> Uitspraak:
    aanmelding = shape["aanmelding"]
    # Sources write "Bij Torion"; the sentence has that word itself.
    bij = re.sub(r"^bij\s+", "", aanmelding["bij"], flags=re.IGNORECASE)
    whom = bij or ask_whom(shape)
    zin, betekent = {
        "direct": (
            _("U meldt zich zelf aan bij %(wie)s.") % {"wie": whom},
            _("U neemt zelf contact op."),
        ),
        "via-gemeente": (
            _("U meldt zich aan via de gemeente%(bij)s.") % {"bij": f": {bij}" if bij else ""},
            _("De gemeente kijkt met u wat past."),
        ),
        "via-verwijzer": (
            _("Iemand verwijst u%(bij)s.") % {"bij": f": {bij}" if bij else ""},
            _("Bijvoorbeeld uw huisarts of iemand van het sociaal team."),
        ),
        "geen-aanmelding-nodig": (
            _("Aanmelden hoeft niet."),
            _("U kunt gewoon komen."),
        ),
        "onbekend": (
            _("Niet bekend hoe u zich aanmeldt."),
            _("Vraag het aan %(wie)s.") % {"wie": whom},
        ),
    }[aanmelding["wijze"]]
    if aanmelding["daarna"]:
        betekent = _("%(eerst)s Daarna: %(dan)s") % {"eerst": betekent, "dan": aanmelding["daarna"]}
    return Uitspraak(
        code="aanmelden",
        kop=_("Hoe meldt u zich aan?"),
        zin=zin,
        betekent=betekent,
        onbekend=aanmelding["wijze"] == "onbekend",
    )
