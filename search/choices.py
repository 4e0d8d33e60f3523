"""The values of each facet with their labels, in the order in which they are shown.

Labels that editors change come from the database and are kept for a few seconds per process.
"""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from search.begrippen.terms import begrip_terms
from search.query import ONBEKEND
from socialmap.models import (
    Aanmelding,
    Bereik,
    Doelgroep,
    EigenBijdrage,
    Gemeente,
    Leefgebied,
    Stap,
    Taal,
    Toegangstoets,
    Voorziening,
    Vorm,
)

KEEP_SECONDS = 5.0
UNKNOWN_LABEL = _("Niet bekend")

LABELS: Final = {
    "gemeente": _("Gemeente"),
    "stap": _("Soort hulp"),
    "lijn": _("Soort hulp"),
    "soort": _("Wat is het"),
    "toegangstoets": _("Mag ik het gebruiken"),
    "eigen_bijdrage": _("Kosten"),
    "vorm": _("Wie biedt het aan"),
    "aanmelding": _("Aanmelden"),
    "doelgroep": _("Voor wie"),
    "leefgebied": _("Onderwerp"),
    "begrip": _("Waar het om gaat"),
    "taal": _("Taal"),
    "toegankelijk": _("Toegankelijk gebouw"),
    "bereik": _("Zonder te reizen"),
}
HELP: Final = {
    "stap": _("De stappen van het ondersteuningsmodel van uw gemeente."),
    "toegangstoets": _("Soms kijkt iemand eerst of dit bij u past. Dat heet een toegangstoets."),
    "eigen_bijdrage": _("Wat u zelf betaalt, heet een eigen bijdrage."),
}
UNKNOWN_ABOUT: Final = {
    "vorm": _("wie het aanbiedt"),
    "toegangstoets": _("of u een toets nodig heeft"),
    "eigen_bijdrage": _("wat het kost"),
    "aanmelding": _("hoe u zich aanmeldt"),
    "doelgroep": _("voor wie het is"),
    "leefgebied": _("waar het over gaat"),
    "taal": _("in welke taal het is"),
    "toegankelijk": _("of u er goed binnen kunt"),
}
ACCESSIBLE: Final = {
    "rolstoel": _("Rolstoel kan naar binnen"),
    "toilet": _("Toilet voor rolstoel"),
    "lift": _("Lift of gelijkvloers"),
    "parkeerplek": _("Parkeerplek dichtbij"),
    "ringleiding": _("Ringleiding voor gehoor"),
}
SORT_LABELS: Final = {
    "relevantie": _("Past het best"),
    "afstand": _("Afstand"),
    "naam": _("Naam"),
}

Labels = Mapping[str, str]


@dataclass(slots=True)
class _Kept:
    labels: dict[str, str]
    until: float


_kept: dict[tuple[str, str], _Kept] = {}


def choices(facet: str) -> Labels:
    """Return {slug: label} of `facet`, "onbekend" last where it is a value."""
    key = (facet, get_language() or "nl")
    kept = _kept.get(key)
    if kept is None or kept.until < time.monotonic():
        kept = _Kept(labels=SOURCES[facet](), until=time.monotonic() + KEEP_SECONDS)
        _kept[key] = kept
    return kept.labels


def forget() -> None:
    """Read again at the next call; for tests."""
    _kept.clear()


def _with_unknown(labels: dict[str, str]) -> dict[str, str]:
    return {**labels, ONBEKEND: str(UNKNOWN_LABEL)}


def _gemeenten() -> dict[str, str]:
    return dict(Gemeente.objects.shown().values_list("slug", "naam"))


def _stappen() -> dict[str, str]:
    rows = Stap.objects.filter(ondersteuningsmodel__gemeente__zichtbaar=True).values_list(
        "ondersteuningsmodel__gemeente__slug", "slug", "naam"
    )
    return {f"{gemeente}:{slug}": naam for gemeente, slug, naam in rows}


def _enum(labels: Sequence[tuple[str, object]]) -> dict[str, str]:
    return {value: str(label) for value, label in labels}


SOURCES: Final[Mapping[str, Callable[[], dict[str, str]]]] = {
    "gemeente": _gemeenten,
    "stap": _stappen,
    "lijn": lambda: _enum(Stap.Lijn.choices),
    "soort": lambda: _enum(Voorziening.Soort.choices),
    "toegangstoets": lambda: _enum(Toegangstoets.choices),
    "eigen_bijdrage": lambda: _enum(EigenBijdrage.choices),
    "vorm": lambda: _enum(Vorm.choices),
    "aanmelding": lambda: _enum(Aanmelding.choices),
    "doelgroep": lambda: _with_unknown(dict(Doelgroep.objects.values_list("slug", "naam"))),
    "leefgebied": lambda: _with_unknown(dict(Leefgebied.objects.values_list("slug", "naam"))),
    "begrip": begrip_terms,
    "taal": lambda: _with_unknown(dict(Taal.objects.values_list("slug", "naam"))),
    "toegankelijk": lambda: _with_unknown({slug: str(text) for slug, text in ACCESSIBLE.items()}),
    "bereik": lambda: _enum(Bereik.choices),
}
