"""Loads files in one transaction: all or nothing."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from django.db import transaction

from socialmap.geo.loading import CSV_BRON, load_plaatsen
from socialmap.imports.begrippen import add_begrippen, drop_unknown
from socialmap.imports.entries import Entries
from socialmap.imports.foundation import Foundation
from socialmap.imports.gemeentebestand import read_gemeentebestand
from socialmap.imports.keys import Keys, UnknownKey
from socialmap.imports.problems import ImportRefused, Problem
from socialmap.imports.records import Inhoud
from socialmap.imports.report import ImportReport
from socialmap.imports.voorbeeldbestand import read_voorbeeldbestand
from socialmap.models import Plaats, Werkingsgebied

DATA = Path(__file__).resolve().parent.parent / "data"
DEMO_GEMEENTEN = ("haren", "oldambt", "tynaarlo", "westerkwartier")

Read = Callable[[Any, str, list[Problem]], Inhoud]


def demo_files(folder: str) -> list[Path]:
    """The files of the four demo gemeenten in `folder` ("gemeenten" or "voorbeelden")."""
    return [DATA / folder / f"{slug}.json" for slug in DEMO_GEMEENTEN]


def load_gemeenten(
    paths: Sequence[Path], *, dry_run: bool = False, confirmed: bool = True
) -> ImportReport:
    """Load files of gemeenten with their voorzieningen.

    Args:
        confirmed: give entries of the demo their confirmed begrippen.

    Raises:
        ImportRefused: with every error of every file; nothing was stored.
    """
    return _load(paths, read_gemeentebestand, dry_run=dry_run, confirmed=confirmed)


def load_voorbeelden(paths: Sequence[Path], *, dry_run: bool = False) -> ImportReport:
    """Load files of fictional aanbieders; their gemeenten must be there.

    Raises:
        ImportRefused: with every error of every file; nothing was stored.
    """
    return _load(paths, read_voorbeeldbestand, dry_run=dry_run)


def _load(
    paths: Sequence[Path], read: Read, *, dry_run: bool, confirmed: bool = False
) -> ImportReport:
    problems: list[Problem] = []
    inhoud = Inhoud()
    for path in paths:
        data = _parse(path, problems)
        if data is not None:
            _add(inhoud, read(data, path.name, problems))
    _note_doubles(inhoud, problems)
    if confirmed:
        add_begrippen(inhoud.voorzieningen)
    if problems:
        raise ImportRefused(problems)
    report = ImportReport(bestanden=len(paths), dry_run=dry_run)
    with transaction.atomic():
        _apply(inhoud, report, problems)
        if problems:
            raise ImportRefused(problems)
        if dry_run:
            transaction.set_rollback(True)
    return report


def _apply(inhoud: Inhoud, report: ImportReport, problems: list[Problem]) -> None:
    keys = Keys()
    foundation = Foundation(keys, report, problems)
    for gemeente in inhoud.gemeenten:
        foundation.save_gemeente(gemeente)
    if problems:
        return
    keys.load_terms()
    keys.load_gemeenten(_gemeenten_of(inhoud))
    if _unknown_gemeenten(inhoud, keys, problems):
        return
    _load_plaatsen(inhoud, keys, report)
    keys.load_owned(inhoud)
    for aanbieder in inhoud.aanbieders:
        foundation.save_aanbieder(aanbieder)
    for locatie in inhoud.locaties:
        foundation.save_locatie(locatie)
    drop_unknown(inhoud.voorzieningen, keys, report)
    if not problems:
        Entries(keys, report, problems).save_all(inhoud.voorzieningen)


def _gemeenten_of(inhoud: Inhoud) -> set[str]:
    return {
        *(row.slug for row in inhoud.gemeenten),
        *(row.gemeente for row in inhoud.aanbieders),
        *(row.gemeente for row in inhoud.voorzieningen),
    }


def _unknown_gemeenten(inhoud: Inhoud, keys: Keys, problems: list[Problem]) -> bool:
    for aanbieder in inhoud.aanbieders:
        try:
            keys.pk_of("gemeente", aanbieder.gemeente)
        except UnknownKey:
            problems.append(
                Problem(
                    bestand=aanbieder.bestand,
                    slug=aanbieder.slug,
                    veld="gemeente",
                    tekst=f"De gemeente {aanbieder.gemeente!r} is nog niet ingelezen.",
                )
            )
    return bool(problems)


def _load_plaatsen(inhoud: Inhoud, keys: Keys, report: ImportReport) -> None:
    """Find the places that the files name; the list of places is read when one is missing."""
    wanted: dict[str, set[str]] = defaultdict(set)
    areas = [
        (voorziening, gebied)
        for voorziening in inhoud.voorzieningen
        for gebied in voorziening.waarden["werkingsgebieden"]
    ]
    for _, gebied in areas:
        _add_plaats(wanted, gebied["plaats"])
    for locatie in inhoud.locaties:
        _add_plaats(wanted, locatie.plaats)
    keys.load_plaatsen(wanted)
    known = all(keys.knows("plaats", f"{slug}/{naam}") for slug in wanted for naam in wanted[slug])
    # Places that were loaded before their gemeente was there belong to none yet.
    loose = Plaats.objects.filter(gemeente=None, bron__startswith=CSV_BRON)
    if not known or (report.aangemaakt["gemeenten"] and loose.exists()):
        load_plaatsen(geonames=True)
        keys.load_plaatsen(wanted)
    for voorziening, gebied in areas:
        if gebied["plaats"] and not keys.knows("plaats", gebied["plaats"]):
            report.opmerkingen.append(_widen(voorziening.slug, gebied))


def _widen(slug: str, gebied: dict[str, Any]) -> str:
    """Keep an area whose place no list knows in words; returns what the report says of it.

    The entry is then found as offered in the gemeente: never lost, only less precise.
    """
    naam = gebied["plaats"].partition("/")[2]
    gebied["omschrijving"] = gebied["omschrijving"] or naam.capitalize()
    if gebied["soort"] == Werkingsgebied.Soort.PLAATS:
        gebied["soort"] = Werkingsgebied.Soort.BUURT
    gebied["plaats"] = None
    return f"{slug}: wij kennen de plaats {naam} niet; het gebied staat er nu alleen in woorden"


def _add_plaats(wanted: dict[str, set[str]], key: str | None) -> None:
    if key:
        gemeente, _, naam = key.partition("/")
        wanted[gemeente].add(naam)


def _parse(path: Path, problems: list[Problem]) -> Any:
    """Return the JSON of a file, or None with a problem."""
    tekst = ""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except OSError:
        tekst = "Dit bestand kan niet worden gelezen."
    except UnicodeDecodeError:
        tekst = "Dit bestand is geen UTF-8."
    except json.JSONDecodeError as error:
        tekst = f"Dit is geen goede JSON: regel {error.lineno}, teken {error.colno}."
    problems.append(Problem(bestand=path.name, slug="", veld="", tekst=tekst))
    return None


def _add(inhoud: Inhoud, part: Inhoud) -> None:
    inhoud.gemeenten += part.gemeenten
    inhoud.aanbieders += part.aanbieders
    inhoud.locaties += part.locaties
    inhoud.voorzieningen += part.voorzieningen


def _note_doubles(inhoud: Inhoud, problems: list[Problem]) -> None:
    """Note entries and gemeenten that stand in two files."""
    groups: Iterable[Iterable[Any]] = (inhoud.gemeenten, inhoud.voorzieningen, inhoud.locaties)
    for rows in groups:
        seen: dict[str, str] = {}
        for row in rows:
            first = seen.setdefault(row.slug, row.bestand)
            if first != row.bestand:
                problems.append(
                    Problem(
                        bestand=row.bestand,
                        slug=row.slug,
                        veld="slug",
                        tekst=f"Deze slug staat ook in {first}.",
                    )
                )
