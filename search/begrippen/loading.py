"""The begrippen that ship into the database: a three-way merge with what editors made of them."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Any, Final

from django.db import transaction

from search.begrippen.files import BegrippenRefused, Regel, read_files
from search.begrippen.words_merge import merge_words
from socialmap.imports.merge import merge
from socialmap.models import Begrip, Begripswoord, Herkomst, Leefgebied, VoorzieningBegrip

__all__ = ["BegrippenRefused", "BegrippenReport", "load_begrippen"]

BATCH: Final = 1000


@dataclass(slots=True)
class BegrippenReport:
    """What a load did."""

    dry_run: bool = False
    begrippen: Counter[str] = field(default_factory=Counter)
    woorden: Counter[str] = field(default_factory=Counter)
    conflicten: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        lines = ["Proef: er is niets opgeslagen." if self.dry_run else "Klaar."]
        for naam, counts in (("Begrippen", self.begrippen), ("Woorden", self.woorden)):
            parts = ("nieuw", "bijgewerkt", "weg", "gelijk")
            lines.append(f"{naam}: " + ", ".join(f"{counts[part]} {part}" for part in parts) + ".")
        if self.conflicten:
            lines.append("Blijft zoals de redactie het maakte, al zegt het bestand iets anders:")
            lines += [f"  {conflict}" for conflict in self.conflicten]
        return "\n".join(lines)


def load_begrippen(*, dry_run: bool = False) -> BegrippenReport:
    """Bring the database up to the files; all or nothing, and twice is once.

    A value, word or begrip that an editor changed, added or removed stays; the others follow.

    Raises:
        BegrippenRefused: the files hold faults.
    """
    report = BegrippenReport(dry_run=dry_run)
    with transaction.atomic():
        leefgebieden = dict(Leefgebied.objects.values_list("slug", "pk"))
        regels = read_files(leefgebieden)
        _load(regels, leefgebieden, report)
        if dry_run:
            transaction.set_rollback(True)
    return report


def _load(regels: list[Regel], leefgebieden: dict[str, int], report: BegrippenReport) -> None:
    stored = {begrip.slug: begrip for begrip in Begrip.objects.all()}
    new = [
        Begrip(
            slug=regel.slug,
            term=regel.waarden["term"],
            leefgebied_id=leefgebieden[regel.waarden["leefgebied"]],
            hulpvraag=regel.waarden["hulpvraag"],
            herkomst=Herkomst.MEEGELEVERD,
        )
        for regel in regels
        if regel.slug not in stored
    ]
    fresh = {begrip.slug for begrip in Begrip.objects.bulk_create(new, batch_size=BATCH)}
    report.begrippen["nieuw"] += len(fresh)
    begrippen = {begrip.slug: begrip for begrip in Begrip.objects.all()}
    slugs = {begrip.pk: begrip.slug for begrip in begrippen.values()}
    terms = {pk: slug for slug, pk in leefgebieden.items()}
    changed: list[Begrip] = []
    for regel in regels:
        begrip = begrippen[regel.slug]
        current = _current(begrip, slugs, terms)
        result = merge(begrip.geladen, current, regel.waarden)
        for naam in result.kept:
            if begrip.geladen.get(naam) != regel.waarden[naam]:
                report.conflicten.append(f"{regel.slug}: {naam}")
        for naam, value in result.writes.items():
            _write(begrip, naam, value, begrippen, leefgebieden)
        if result.writes or result.base != begrip.geladen:
            changed.append(begrip)
        if regel.slug not in fresh:
            report.begrippen["bijgewerkt" if result.writes else "gelijk"] += 1
        begrip.geladen, begrip.herkomst = result.base, Herkomst.MEEGELEVERD
    columns = ["term", "leefgebied", "breder", "hulpvraag", "actief", "geladen", "herkomst"]
    Begrip.objects.bulk_update(changed, columns, batch_size=BATCH // 4)
    merge_words({begrippen[regel.slug].pk: regel for regel in regels}, report)
    _drop_former({regel.slug for regel in regels}, slugs, terms, report)


def _current(begrip: Begrip, slugs: dict[int, str], terms: dict[int, str]) -> dict[str, Any]:
    return {
        "term": begrip.term,
        "leefgebied": terms[begrip.leefgebied_id],
        "breder": slugs.get(begrip.breder_id or 0),
        "hulpvraag": begrip.hulpvraag,
        "actief": begrip.actief,
    }


def _write(
    begrip: Begrip,
    naam: str,
    value: Any,
    begrippen: dict[str, Begrip],
    leefgebieden: dict[str, int],
) -> None:
    if naam == "breder":
        begrip.breder = begrippen[value] if value else None
    elif naam == "leefgebied":
        begrip.leefgebied_id = leefgebieden[value]
    else:
        setattr(begrip, naam, value)


def _drop_former(
    present: set[str], slugs: dict[int, str], terms: dict[int, str], report: BegrippenReport
) -> None:
    """What the files no longer hold goes, unless an editor changed it or an entry carries it."""
    former = Begrip.objects.filter(herkomst=Herkomst.MEEGELEVERD).exclude(slug__in=present)
    pks = [begrip.pk for begrip in former]
    used = set(VoorzieningBegrip.objects.filter(begrip__in=pks).values_list("begrip_id", flat=True))
    own: defaultdict[int, int] = defaultdict(int)
    words = Begripswoord.objects.filter(begrip__in=pks, herkomst=Herkomst.REDACTIE)
    for pk in words.values_list("begrip_id", flat=True):
        own[pk] += 1
    gone: list[int] = []
    for begrip in former:
        changed = _current(begrip, slugs, terms) != begrip.geladen and begrip.actief
        if begrip.pk in used or own[begrip.pk] or changed:
            begrip.herkomst = Herkomst.REDACTIE
            begrip.save(update_fields=["herkomst", "bijgewerkt_op"])
            report.conflicten.append(f"{begrip.slug}: het bestand heeft dit begrip niet meer")
        else:
            gone.append(begrip.pk)
    Begrip.objects.filter(pk__in=gone).delete()
    report.begrippen["weg"] += len(gone)
