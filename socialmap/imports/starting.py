"""Sets up a real gemeente: a model to begin with, a web address, and no data."""

import json
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.text import slugify

from socialmap.imports.problems import Problem, problems_of
from socialmap.imports.sites import site_of
from socialmap.models import Gemeente, Ondersteuningsmodel, Stap
from socialmap.models.gemeente import CODE, KLEUR


class StartRefused(Exception):
    """The gemeente cannot be set up like this; the message says why, in Dutch."""


@dataclass(slots=True)
class StartReport:
    naam: str
    gedaan: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        if not self.gedaan:
            return f"{self.naam} stond al klaar. Er is niets veranderd."
        return f"{self.naam}: {', '.join(self.gedaan)}."


def start_gemeente(
    code: str,
    naam: str,
    *,
    slug: str = "",
    kleur: str = "",
    model: str = Ondersteuningsmodel.Vorm.ROTONDE,
    host: str = "",
) -> StartReport:
    """Make what is missing; a second run changes nothing.

    Raises:
        StartRefused: a code, name, slug or colour that cannot be, or that belongs to another.
    """
    slug = slug or slugify(naam)
    _check(code, naam, kleur)
    report = StartReport(naam=naam)
    with transaction.atomic():
        gemeente = _gemeente(code, naam, slug, kleur, report)
        if not Ondersteuningsmodel.objects.filter(gemeente=gemeente).exists():
            _make_model(gemeente, model, report)
        if host and gemeente.site is None:
            gemeente.site = site_of(host, naam)
            gemeente.save(update_fields=["site"])
            report.gedaan.append(f"webadres {host} gekoppeld")
    return report


def _check(code: str, naam: str, kleur: str) -> None:
    try:
        CODE(code)
        if kleur:
            KLEUR(kleur)
    except ValidationError as error:
        raise StartRefused(error.messages[0]) from error
    if not naam.strip():
        raise StartRefused("Schrijf de naam van de gemeente.")


def _gemeente(code: str, naam: str, slug: str, kleur: str, report: StartReport) -> Gemeente:
    stored = Gemeente.objects.filter(code=code).first()
    if stored is not None:
        if stored.naam != naam:
            raise StartRefused(f"De code {code} is al van de gemeente {stored.naam}.")
        if not stored.zichtbaar and not hasattr(stored, "ondersteuningsmodel"):
            # It was only known as the successor of another gemeente.
            stored.zichtbaar = True
            stored.save(update_fields=["zichtbaar"])
            report.gedaan.append("zichtbaar gemaakt")
        return stored
    gemeente = Gemeente(code=code, naam=naam, slug=slug)
    if kleur:
        gemeente.kleur = kleur
    try:
        gemeente.full_clean()
    except ValidationError as error:
        problems: list[Problem] = problems_of(error, bestand="", slug=slug)
        texts = [f"{problem.veld}: {problem.tekst}" for problem in problems]
        raise StartRefused(" ".join(texts)) from error
    gemeente.save()
    report.gedaan.append("gemeente aangemaakt")
    return gemeente


def _make_model(gemeente: Gemeente, vorm: str, report: StartReport) -> None:
    source = files("socialmap").joinpath("data", "modellen.json")
    modellen: dict[str, Any] = json.loads(source.read_text(encoding="utf-8"))
    if vorm not in modellen:
        raise StartRefused(f"Het model {vorm!r} is er niet. Kies uit: {', '.join(modellen)}.")
    data = modellen[vorm]
    model = Ondersteuningsmodel.objects.create(
        gemeente=gemeente, naam=data["naam"], vorm=vorm, inleiding=data["inleiding"]
    )
    for volgorde, values in enumerate(data["stappen"], 1):
        stap = Stap(ondersteuningsmodel=model, volgorde=volgorde, **values)
        stap.full_clean()
        stap.save()
    report.gedaan.append(f"model {data['naam']} met {len(data['stappen'])} stappen aangemaakt")
