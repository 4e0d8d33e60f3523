"""The words of one side of a begrip, as somebody writes them: one a line."""

from collections.abc import Iterable

from django.db import transaction

from socialmap.models import Begrip, Begripswoord, Herkomst


def shown_words(begrip: Begrip, kant: str, taal: str = "nl") -> list[str]:
    """Return the words as an editor sees them, in order."""
    rows = begrip.woorden.filter(kant=kant, taal=taal, verwijderd=False)
    return list(rows.order_by("volgorde", "pk").values_list("tekst", flat=True))


def set_words(begrip: Begrip, kant: str, teksten: Iterable[str], taal: str = "nl") -> None:
    """Make `teksten` the words of one side of a begrip; blanks and doubles are left out.

    A word that shipped and is left out is marked, so that the next version does not bring it back.
    """
    wanted = list(dict.fromkeys(clean for tekst in teksten if (clean := " ".join(tekst.split()))))
    with transaction.atomic():
        rows = {row.tekst: row for row in begrip.woorden.filter(kant=kant, taal=taal)}
        for tekst, row in rows.items():
            if tekst not in wanted:
                _drop(row)
        kept = [row for tekst in wanted if (row := rows.get(tekst)) and row.verwijderd]
        Begripswoord.objects.filter(pk__in=[row.pk for row in kept]).update(verwijderd=False)
        Begripswoord.objects.bulk_create(
            Begripswoord(begrip=begrip, kant=kant, taal=taal, tekst=tekst)
            for tekst in wanted
            if tekst not in rows
        )


def _drop(row: Begripswoord) -> None:
    if row.herkomst == Herkomst.REDACTIE:
        row.delete()
    elif not row.verwijderd:
        Begripswoord.objects.filter(pk=row.pk).update(verwijderd=True)
