"""One line in a list of voorzieningen."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from socialmap.context import gemeente_of, page_url
from socialmap.models.toegang import Bereik
from socialmap.models.voorziening import Voorziening
from socialmap.presentation import place, times
from socialmap.presentation.uitspraken import (
    access_statement,
    cost_statement,
    sign_up_statement,
    stap_for,
    step_label,
)
from socialmap.serialisation import serialise_card


@dataclass(frozen=True, slots=True, kw_only=True)
class CardStap:
    naam: str
    nummer: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What components/voorziening_card.html shows; all texts are ready to print."""

    public_id: str
    url: str
    naam: str
    aanbieder_naam: str
    aanbieder_url: str
    samenvatting: str
    voorbeeld: bool
    historisch: bool
    soort_label: str
    stap: CardStap | None
    toegang_zin: str
    kosten_zin: str
    aanmelden_zin: str
    waar: str
    afstand: str
    zonder_afstand: str
    bereik: list[str]
    wanneer: str
    mededeling: str
    nummer: int
    fragment: str = ""  # of the description, when only there something was found
    waarom: str = ""  # why it was found, when none of its words says so


def card_of(
    voorziening: Voorziening,
    request: HttpRequest,
    *,
    nummer: int = 0,
    km: float | None = None,
    near: bool = False,
) -> Card:
    """Build the card of one voorziening fetched with `for_card()`.

    Args:
        nummer: position in the list, from 1.
        km: distance to the asked place in a straight line, None when unknown.
        near: whether a place was asked, so that a missing distance is explained.
    """
    shape = serialise_card(voorziening)
    gemeente = gemeente_of(request)
    stap = stap_for(shape, gemeente.slug if gemeente else None)
    aanbieder = shape["aanbieder"]
    return Card(
        public_id=shape["public_id"],
        url=page_url(request, "voorziening", slug=shape["slug"]),
        naam=shape["naam"],
        aanbieder_naam=aanbieder["naam"] if aanbieder else "",
        aanbieder_url=page_url(request, "aanbieder", slug=aanbieder["slug"]) if aanbieder else "",
        samenvatting=shape["samenvatting"],
        voorbeeld=shape["is_voorbeeld"],
        historisch=not shape["is_voorbeeld"]
        and (shape["status"] == "historisch" or shape["beherende_gemeente"]["historisch"]),
        soort_label="" if shape["soort"] == "voorziening" else voorziening.get_soort_display(),
        stap=(
            CardStap(naam=stap["naam"], nummer=stap["nummer"], label=step_label(stap))
            if stap
            else None
        ),
        toegang_zin=access_statement(shape).zin,
        kosten_zin=cost_statement(shape).zin,
        aanmelden_zin=sign_up_statement(shape).zin,
        waar=place.where_text(shape),
        afstand=place.distance_text(km),
        zonder_afstand=place.no_distance_text(shape) if near and km is None else "",
        bereik=[str(Bereik(slug).label) for slug in shape["bereik"]],
        wanneer=when_text(shape),
        mededeling=notice_text(shape, timezone.localdate()),
        nummer=nummer,
    )


def when_text(shape: dict[str, Any]) -> str:
    if shape["alleen_op_afspraak"]:
        return _("Alleen op afspraak")
    texts = [times.activity_text(activiteit) for activiteit in shape["activiteiten"]]
    first = next((text for text in texts if text), "")
    return first[:1].upper() + first[1:]


def notice_text(shape: dict[str, Any], today: date) -> str:
    """The dated notice when it applies today, "tijdelijk gesloten" first."""
    mededeling = shape["mededeling"]
    day = today.isoformat()
    if (mededeling["van"] and day < mededeling["van"]) or (
        mededeling["tot"] and day > mededeling["tot"]
    ):
        return ""
    closed = _("Tijdelijk gesloten.") if mededeling["tijdelijk_gesloten"] else ""
    return " ".join(part for part in (closed, mededeling["tekst"]) if part)
