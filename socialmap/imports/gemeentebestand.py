"""Reads a file of one gemeente with its model, aanbieders and voorzieningen out of policy texts.

The shape is described in socialmap/data/gemeenten/README.md.
"""

import re
from typing import Any

from django.core.exceptions import ValidationError

from socialmap.imports.gemeentevoorziening import Entry
from socialmap.imports.problems import Problem
from socialmap.imports.reader import Reader
from socialmap.imports.records import (
    AanbiederRecord,
    GemeenteRecord,
    Inhoud,
)
from socialmap.models import (
    Aanbieder,
    Gemeente,
    Ondersteuningsmodel,
    Stap,
)
from socialmap.models.gemeente import CODE, KLEUR

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
DEFAULT_KLEUR = "#0b5563"


def read_gemeentebestand(data: Any, bestand: str, problems: list[Problem]) -> Inhoud:
    """Read everything that can be read; each error goes to `problems`."""
    reader = Reader(data, problems, bestand=bestand)
    gemeente = _read_gemeente(reader.part("gemeente"), bestand)
    inhoud = Inhoud(gemeenten=[gemeente])
    for number, part in enumerate(reader.parts("aanbieders"), 1):
        part.slug, part.prefix = _slug(part, f"aanbieders[{number}]"), ""
        inhoud.aanbieders.append(
            AanbiederRecord(
                bestand=bestand,
                slug=part.slug,
                gemeente=gemeente.slug,
                waarden={
                    "naam": part.text("naam", required=True, longest=200),
                    "soort": part.choice("soort", Aanbieder.Soort.values, Aanbieder.Soort.OVERIG),
                    "opmerking": part.text("opmerking", longest=300),
                },
            )
        )
    parts = list(reader.parts("voorzieningen"))
    rijen = {
        part.data["volgnummer"]: part.data.get("slug")
        for part in parts
        if isinstance(part.data.get("volgnummer"), int)
    }
    for number, part in enumerate(parts, 1):
        part.slug, part.prefix = _slug(part, f"voorzieningen[{number}]"), ""
        record = Entry(part, gemeente, {aanbieder.slug for aanbieder in inhoud.aanbieders}, rijen)
        inhoud.voorzieningen.append(record.read())
    _note_doubles(inhoud, problems)
    return inhoud


def _read_gemeente(part: Reader, bestand: str) -> GemeenteRecord:
    part.slug = slug = _slug(part, "gemeente")
    part.prefix = "gemeente"
    waarden = {
        "code": part.text("code", required=True),
        "naam": part.text("naam", required=True, longest=100),
        "status": part.choice("status", Gemeente.Status.values, Gemeente.Status.BESTAAND),
        "kleur": part.text("kleur") or DEFAULT_KLEUR,
        "melding": part.text("melding", longest=300),
        "loket_naam": part.text("loket_naam", longest=100),
        "loket_uitleg": part.text("loket_uitleg", longest=300),
        "bronnen": part.items("bronnen"),
    }
    for veld, check in (("code", CODE), ("kleur", KLEUR)):
        try:
            check(waarden[veld])
        except ValidationError as error:
            part.note(veld, error.messages[0])
    model = part.part("ondersteuningsmodel")
    if not model.items("stappen"):
        model.note("stappen", "Het ondersteuningsmodel heeft minstens een stap nodig.")
    opvolger = part.part("opvolger").data
    return GemeenteRecord(
        bestand=bestand,
        slug=slug,
        waarden=waarden,
        model={
            "naam": model.text("naam", required=True, longest=100),
            "vorm": model.choice(
                "vorm", Ondersteuningsmodel.Vorm.values, Ondersteuningsmodel.Vorm.KETEN
            ),
            "inleiding": model.text("inleiding", longest=300),
        },
        stappen=[_read_stap(stap) for stap in model.parts("stappen")],
        plaatsen=part.words("plaatsen"),
        opvolger=opvolger or None,
        host=part.text("host"),
    )


def _read_stap(part: Reader) -> dict[str, Any]:
    return {
        "slug": part.text("slug", required=True, longest=80),
        "naam": part.text("naam", required=True, longest=100),
        "volgorde": part.whole("volgorde", required=True),
        "zijde": part.choice("zijde", Stap.Zijde.values, ""),
        "lijn": part.choice("lijn", Stap.Lijn.values),
        "uitleg": part.text("uitleg", required=True, longest=500),
        "term_oud": part.text("term_oud", longest=100),
        "synoniemen": part.words("synoniemen"),
        "bron": part.text("bron", longest=200),
    }


def _slug(part: Reader, where: str) -> str:
    value = part.data.get("slug")
    if not isinstance(value, str) or not SLUG.fullmatch(value) or len(value) > 100:
        part.slug, part.prefix = str(value or where), ""
        part.note("slug", "Schrijf kleine letters, cijfers en streepjes, hoogstens 100 tekens.")
        return str(value or where)
    return value


def _note_doubles(inhoud: Inhoud, problems: list[Problem]) -> None:
    """Note slugs that stand in the file twice."""
    for rows in (inhoud.aanbieders, inhoud.voorzieningen):
        seen: set[str] = set()
        for row in rows:
            if row.slug in seen:
                problems.append(
                    Problem(
                        bestand=row.bestand,
                        slug=row.slug,
                        veld="slug",
                        tekst="Deze slug staat twee keer in het bestand.",
                    )
                )
            seen.add(row.slug)
