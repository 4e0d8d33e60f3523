"""Reads what an entry costs: a code, a kind, an explanation and a price."""

import re
from typing import Any

from socialmap.imports.reader import Reader
from socialmap.models import BijdrageSoort, EigenBijdrage, Prijs

# "Ja, afhankelijk van inkomen" says nothing new with its first word; a bare "Nee" nothing at all.
_ANSWER = re.compile(r"^(ja|nee)\b[,.]?\s*", re.IGNORECASE)


def read_bijdrage(part: Reader) -> dict[str, Any]:
    code = part.choice("code", EigenBijdrage.values, EigenBijdrage.ONBEKEND)
    cents, eenheid = part.amount("bedrag_eur"), part.text("eenheid").removeprefix("per ")
    prijzen = []
    if cents is not None:
        if eenheid not in Prijs.Eenheid.values:
            part.note("eenheid", f"{eenheid!r} kan niet. Kies uit: {', '.join(Prijs.Eenheid)}.")
        prijzen = [{"bedrag_cents": cents, "eenheid": eenheid, "toelichting": ""}]
    gratis = code == EigenBijdrage.NEE
    uitleg = "" if gratis else _ANSWER.sub("", part.text("tekst", longest=300))
    return {
        "eigen_bijdrage": code,
        "bijdrage_soort": part.choice("soort", BijdrageSoort.values, ""),
        "bijdrage_toelichting": uitleg[:1].upper() + uitleg[1:],
        "prijzen": prijzen,
    }
