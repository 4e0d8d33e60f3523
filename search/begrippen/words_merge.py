"""The words of the begrippen in the files, merged with those that editors made of them."""

from collections import Counter, defaultdict
from typing import Any, Final, Protocol

from search.begrippen.files import Regel, Woord
from socialmap.models import Begripswoord, Herkomst

BATCH: Final = 1000
Key = tuple[str, str, str]  # kant, taal, text


class Report(Protocol):
    woorden: Counter[str]
    conflicten: list[str]


def merge_words(regels: dict[int, Regel], report: Report) -> None:
    """Bring the words of each begrip up to its file.

    Args:
        regels: primary key of a begrip → what its file says.
        report: gets the counts, and what stays other than in the file.
    """
    stored: defaultdict[int, list[Begripswoord]] = defaultdict(list)
    for word in Begripswoord.objects.filter(begrip__in=regels).order_by("pk").iterator():
        stored[word.begrip_id].append(word)
    changes = _Changes(report)
    for pk, regel in regels.items():
        changes.collect(pk, regel, stored[pk])
    changes.apply()


class _Changes:
    def __init__(self, report: Report) -> None:
        self.report = report
        self.new: list[Begripswoord] = []
        self.changed: list[Begripswoord] = []
        self.gone: list[int] = []

    def collect(self, pk: int, regel: Regel, rows: list[Begripswoord]) -> None:
        wanted = {woord.key: woord for woord in regel.woorden}
        shipped = {_shipped_key(row): row for row in rows if row.geladen_tekst}
        texts = {(row.kant, row.taal, row.tekst): row for row in rows}
        for key, row in shipped.items():
            if key not in wanted:
                self._former(regel.slug, row)
        for key, woord in wanted.items():
            same = shipped.get(key) or texts.get(key)
            if same is None or same.pk in self.gone:
                self.new.append(_made(pk, woord))
            elif key in shipped:
                self._follow(same, volgorde=woord.volgorde)
            elif not same.geladen_tekst:
                # An editor had it first.
                self._follow(
                    same,
                    herkomst=Herkomst.MEEGELEVERD,
                    geladen_tekst=woord.tekst,
                    volgorde=woord.volgorde,
                )

    def _former(self, slug: str, row: Begripswoord) -> None:
        """The file dropped the word: it goes, unless an editor wrote something else instead."""
        if row.tekst == row.geladen_tekst or row.verwijderd:
            self.gone.append(row.pk)
            return
        self._follow(row, herkomst=Herkomst.REDACTIE, geladen_tekst="")
        self.report.conflicten.append(f"{slug}: het woord {row.tekst!r}")

    def _follow(self, row: Begripswoord, **values: Any) -> None:
        if any(getattr(row, naam) != value for naam, value in values.items()):
            for naam, value in values.items():
                setattr(row, naam, value)
            self.changed.append(row)
        else:
            self.report.woorden["gelijk"] += 1

    def apply(self) -> None:
        Begripswoord.objects.filter(pk__in=self.gone).delete()
        Begripswoord.objects.bulk_update(
            self.changed, ["herkomst", "geladen_tekst", "volgorde"], batch_size=BATCH // 4
        )
        Begripswoord.objects.bulk_create(self.new, batch_size=BATCH)
        self.report.woorden["nieuw"] += len(self.new)
        self.report.woorden["bijgewerkt"] += len(self.changed)
        self.report.woorden["weg"] += len(self.gone)


def _shipped_key(row: Begripswoord) -> Key:
    return row.kant, row.taal, row.geladen_tekst


def _made(pk: int, woord: Woord) -> Begripswoord:
    return Begripswoord(
        begrip_id=pk,
        tekst=woord.tekst,
        kant=woord.kant,
        taal=woord.taal,
        nagekeken=woord.kant != Begripswoord.Kant.VERTALING,
        herkomst=Herkomst.MEEGELEVERD,
        geladen_tekst=woord.tekst,
        volgorde=woord.volgorde,
    )
