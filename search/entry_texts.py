"""The words of a voorziening by field, from its public serialisation."""

import html
import re
from collections.abc import Iterator
from typing import Any, Final

from django.utils.html import strip_tags

_BLOCK_END: Final = re.compile(r"</(p|li|h[1-6]|div)>|<br ?/?>")
_BETWEEN: Final = " . "  # no phrase runs on from one text into the next


def plain_text(rich: str) -> str:
    """Rich text without tags, with a space where a block ended."""
    return html.unescape(strip_tags(_BLOCK_END.sub(" ", rich)))


def searched_texts(shape: dict[str, Any]) -> dict[str, str]:
    """Return what search looks in: keys TEXT_FIELDS."""
    aanbieders = [shape["aanbieder"], *shape["mede_aanbieders"]]
    return {
        "naam": shape["naam"],
        "trefwoorden": _BETWEEN.join(shape["trefwoorden"]),
        "aanbieder": _BETWEEN.join(
            [
                *(aanbieder["naam"] for aanbieder in aanbieders if aanbieder),
                shape["aanbieder_tekst"],
            ]
        ),
        "tekst": _BETWEEN.join(part for part in _body(shape) if part),
    }


def telling_texts(shape: dict[str, Any]) -> dict[str, str]:
    """Return what says what the entry is about: not who refers or what to bring."""
    texts = searched_texts(shape)
    texts["tekst"] = _BETWEEN.join(
        [
            shape["samenvatting"],
            plain_text(shape["omschrijving"]),
            *(activiteit["naam"] for activiteit in shape["activiteiten"]),
        ]
    )
    texts["doelgroepen"] = _BETWEEN.join(
        term["naam"] for term in shape["doelgroepen"] if not term["voor_iedereen"]
    )
    return texts


def _body(shape: dict[str, Any]) -> Iterator[str]:
    yield shape["samenvatting"]
    yield plain_text(shape["omschrijving"])
    yield shape["goed_om_te_weten"]
    yield shape["wat_meenemen"]
    yield shape["toegangstoets"]["criterium"]
    yield shape["aanmelding"]["bij"]
    for term in (*shape["leefgebieden"], *shape["doelgroepen"]):
        yield term["naam"]
    for activiteit in shape["activiteiten"]:
        yield activiteit["naam"]
        yield activiteit["toelichting"]
    for locatie in shape["locaties"]:
        yield locatie["naam"]
        yield locatie["plaats"]
    for gebied in shape["werkingsgebieden"]:
        yield gebied["plaats_naam"] or ""
