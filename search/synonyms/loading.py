"""The synonyms that ship into the database: a three-way merge with what editors made of them."""

from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from django.db import transaction

from search.models import Synoniem
from search.synonyms.csv_file import read_csv
from search.synonyms.rows import SynoniemRij
from socialmap.imports.merge import merge
from socialmap.models import Gemeente, Herkomst

FILE: Final = Path(__file__).parent / "data" / "synoniemen.csv"
BATCH: Final = 500


@dataclass(slots=True)
class LoadReport:
    """What a load did."""

    dry_run: bool = False
    nieuw: int = 0
    bijgewerkt: int = 0
    weg: int = 0
    gelijk: int = 0
    conflicten: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        lines = [
            f"{'Proef: er is niets opgeslagen.' if self.dry_run else 'Klaar.'} "
            f"Synoniemen: {self.nieuw} nieuw, {self.bijgewerkt} bijgewerkt, {self.weg} weg, "
            f"{self.gelijk} gelijk."
        ]
        if self.conflicten:
            lines.append("Blijft zoals de redactie het maakte, al zegt het bestand iets anders:")
            lines += [f"  {conflict}" for conflict in self.conflicten]
        return "\n".join(lines)


def shipped_rows(gemeenten: Collection[str] | None = None) -> list[SynoniemRij]:
    """Return what ships.

    Args:
        gemeenten: rows of other ones are left out; None keeps all.

    Raises:
        CsvRefused: the file has faults.
    """
    head, *lines = FILE.read_text("utf-8").splitlines()
    named = {line.rpartition(";")[2].strip() for line in lines}
    known = named if gemeenten is None else {"", *gemeenten}
    lines = [line for line in lines if line.rpartition(";")[2].strip() in known]
    return read_csv("\n".join([head, *lines]).encode(), known) if lines else []


def load_synoniemen(*, dry_run: bool = False) -> LoadReport:
    """Bring the database up to the file; all or nothing, and twice is once.

    A synonym that an editor changed, added or removed stays; the others follow.

    Raises:
        CsvRefused: the file has faults.
    """
    report = LoadReport(dry_run=dry_run)
    with transaction.atomic():
        slugs = dict(Gemeente.objects.values_list("slug", "pk"))
        _load(shipped_rows(set(slugs)), slugs, report)
        if dry_run:
            transaction.set_rollback(True)
    return report


def _load(rows: list[SynoniemRij], slugs: dict[str, int], report: LoadReport) -> None:
    names = {pk: slug for slug, pk in slugs.items()}
    stored = list(Synoniem.objects.order_by("pk"))
    shipped = {_key(row.geladen): row for row in stored if row.geladen}
    present = {(row.van, row.naar, names.get(row.gemeente_id or 0, "")): row for row in stored}
    new, changed = [], []
    for rij in rows:
        incoming = _values(rij)
        row = shipped.pop(rij.key, None) or present.get(rij.key)
        if row is None:
            new.append(_made(rij, slugs, incoming))
            continue
        result = merge(row.geladen, _current(row, names), incoming)
        if row.geladen.get("van") and any(row.geladen[n] != incoming[n] for n in result.kept):
            report.conflicten.append(str(row))
        for name, value in result.writes.items():
            if name == "gemeente":
                row.gemeente_id = slugs.get(value)
            else:
                setattr(row, name, value)
        if result.writes or row.geladen != result.base:
            changed.append(row)
            report.bijgewerkt += 1
        else:
            report.gelijk += 1
        # What an editor had first keeps his values, and is then as if it had shipped.
        row.geladen, row.herkomst = {**incoming, **result.base}, Herkomst.MEEGELEVERD
    gone = [row for row in shipped.values() if _current(row, names) == row.geladen]
    gone += [row for row in shipped.values() if row.verwijderd and row not in gone]
    Synoniem.objects.filter(pk__in=[row.pk for row in gone]).delete()
    for row in shipped.values():
        if row not in gone:
            row.geladen, row.herkomst = {}, Herkomst.REDACTIE
            changed.append(row)
            report.conflicten.append(str(row))
    columns = ["van", "naar", "richting", "soort", "taal", "gemeente", "actief"]
    Synoniem.objects.bulk_update(changed, [*columns, "geladen", "herkomst"], batch_size=BATCH)
    Synoniem.objects.bulk_create(new, batch_size=BATCH)
    report.nieuw, report.weg = len(new), len(gone)


def _key(values: dict[str, Any]) -> tuple[str, str, str]:
    return values["van"], values["naar"], values["gemeente"]


def _values(rij: SynoniemRij) -> dict[str, Any]:
    names = (*Synoniem.MERGED[:-1],)
    return {name: getattr(rij, name) for name in names} | {"actief": True}


def _current(row: Synoniem, names: dict[int, str]) -> dict[str, Any]:
    values = {name: getattr(row, name) for name in Synoniem.MERGED if name != "gemeente"}
    return values | {"gemeente": names.get(row.gemeente_id or 0, "")}


def _made(rij: SynoniemRij, slugs: dict[str, int], incoming: dict[str, Any]) -> Synoniem:
    return Synoniem(
        **{name: value for name, value in incoming.items() if name != "gemeente"},
        gemeente_id=slugs.get(rij.gemeente),
        herkomst=Herkomst.MEEGELEVERD,
        geladen=incoming,
    )
