"""A CSV of an editor into the table: all rows or none."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from search.models import Synoniem
from search.synonyms.csv_file import CsvFault, CsvRefused, read_csv
from search.synonyms.rows import SynoniemRij
from socialmap.models import Gemeente

COLUMNS = ("richting", "soort", "taal")


@dataclass(slots=True)
class SynoniemenReport:
    dry_run: bool = False
    nieuw: int = 0
    bijgewerkt: int = 0
    gelijk: int = 0

    def __str__(self) -> str:
        head = _("Proef: er is niets opgeslagen.") if self.dry_run else _("Klaar.")
        counts = _("%(nieuw)d nieuw, %(bijgewerkt)d bijgewerkt, %(gelijk)d gelijk.")
        numbers = {"nieuw": self.nieuw, "bijgewerkt": self.bijgewerkt, "gelijk": self.gelijk}
        return f"{head} {counts % numbers}"


def import_csv(
    content: bytes, *, gemeente: Gemeente | None = None, dry_run: bool = False
) -> SynoniemenReport:
    """Add and change synonyms; what the file does not name stays.

    Args:
        content: the file.
        gemeente: whose synonyms may be written; rows without a gemeente become hers. None: any.
        dry_run: store nothing.

    Raises:
        CsvRefused: with every fault; nothing was stored.
    """
    slugs = dict(Gemeente.objects.values_list("slug", "pk"))
    rows = read_csv(content, slugs)
    if gemeente is not None:
        _refuse_others(rows, gemeente)
    report = SynoniemenReport(dry_run=dry_run)
    with transaction.atomic():
        stored = {(row.van, row.naar, row.gemeente_id): row for row in Synoniem.objects.all()}
        for rij in rows:
            pk = slugs[rij.gemeente] if rij.gemeente else gemeente.pk if gemeente else None
            key = rij.van, rij.naar, pk
            # Two rows may come down to one: with the own gemeente named, and without any.
            stored[key] = _save(stored.get(key), rij, pk, report)
        if dry_run:
            transaction.set_rollback(True)
    return report


def _refuse_others(rows: list[SynoniemRij], gemeente: Gemeente) -> None:
    text = _("U mag alleen synoniemen van %(gemeente)s inlezen. Haal deze rij weg.")
    tekst = text % {"gemeente": gemeente.naam}
    others = [row for row in rows if row.gemeente not in ("", gemeente.slug)]
    if others:
        raise CsvRefused([CsvFault(rij=row.rij, tekst=tekst) for row in others])


def _save(
    row: Synoniem | None, rij: SynoniemRij, gemeente: int | None, report: SynoniemenReport
) -> Synoniem:
    values = {name: getattr(rij, name) for name in COLUMNS}
    if row is None:
        report.nieuw += 1
        return Synoniem.objects.create(van=rij.van, naar=rij.naar, gemeente_id=gemeente, **values)
    values |= {"actief": True, "verwijderd": False}
    if all(getattr(row, name) == value for name, value in values.items()):
        report.gelijk += 1
        return row
    for name, value in values.items():
        setattr(row, name, value)
    row.save()
    report.bijgewerkt += 1
    return row
