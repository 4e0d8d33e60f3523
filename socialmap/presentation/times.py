"""Opening hours and repetition in words. Times are local (Europe/Amsterdam)."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from socialmap.models.opening import Weekdag

DAYS = {"MO": 0, "TU": 1, "WE": 2, "TH": 3, "FR": 4, "SA": 5, "SU": 6}


def clock(moment: str) -> str:
    """ "09:30" → "9.30 uur", "14:00" → "14.00 uur"."""
    hours, minutes = moment.split(":")
    return _("%(tijd)s uur") % {"tijd": f"{int(hours)}.{minutes}"}


def span(van: str | None, tot: str | None) -> str:
    """ "van 9.30 tot 12.00 uur"; empty without a beginning."""
    if not van:
        return ""
    if not tot:
        return _("om %(van)s") % {"van": clock(van)}
    begin = clock(van).removesuffix(" uur")
    return _("van %(van)s tot %(tot)s") % {"van": begin, "tot": clock(tot)}


def week(openingstijden: list[dict[str, Any]]) -> list[dict[str, str]]:
    """One line per day that is open, Monday first: [{"dag": "maandag", "tijden": "…"}]."""
    lines = []
    for dag in Weekdag:
        rows = [row for row in openingstijden if row["weekdag"] == dag.value]
        if rows:
            texts = [
                span(row["van"], row["tot"])
                + (f" ({row['toelichting']})" if row["toelichting"] else "")
                for row in rows
            ]
            lines.append({"dag": str(dag.label), "tijden": _(" en ").join(texts)})
    return lines


def repetition(rrule: str) -> str:
    """An RRULE in Dutch words; a rule we have no words for is "regelmatig"."""
    parts = dict(part.split("=", 1) for part in rrule.upper().split(";") if "=" in part)
    interval = int(parts.get("INTERVAL", "1"))
    days = [text for text in parts.get("BYDAY", "").split(",") if text]
    frequency = parts.get("FREQ", "")
    if frequency == "DAILY":
        return ngettext("elke dag", "elke %(n)d dagen", interval) % {"n": interval}
    if frequency == "WEEKLY":
        return _weekly(days, interval)
    if frequency == "MONTHLY":
        return _monthly(days, interval)
    if frequency == "YEARLY":
        return ngettext("elk jaar", "elke %(n)d jaar", interval) % {"n": interval}
    return _("regelmatig")


def _weekly(days: list[str], interval: int) -> str:
    names = _(" en ").join(_day(day) for day in days)
    if not names:
        return ngettext("elke week", "elke %(n)d weken", interval) % {"n": interval}
    if interval == 1:
        return _("elke %(dagen)s") % {"dagen": names}
    return _("om de %(n)d weken op %(dagen)s") % {"n": interval, "dagen": names}


def _monthly(days: list[str], interval: int) -> str:
    often = ngettext("van de maand", "van elke %(n)d maanden", interval) % {"n": interval}
    if days and all(len(day) > 2 for day in days):
        which = _(" en ").join(f"{_ordinal(day[:-2])} {_day(day)}" for day in days)
        return _("elke %(welke)s %(vaak)s") % {"welke": which, "vaak": often}
    return ngettext("elke maand", "elke %(n)d maanden", interval) % {"n": interval}


def _day(code: str) -> str:
    number = DAYS.get(code[-2:])
    return str(Weekdag(number).label) if number is not None else code


def _ordinal(position: str) -> str:
    names = {
        "1": _("eerste"),
        "2": _("tweede"),
        "3": _("derde"),
        "4": _("vierde"),
        "5": _("vijfde"),
        "-1": _("laatste"),
    }
    return names.get(position.lstrip("+"), position)


def activity_text(activiteit: dict[str, Any]) -> str:
    """When an activity is: "elke eerste woensdag van de maand, van 10.00 tot 12.00 uur"."""
    when = [
        repetition(activiteit["herhaling"]) if activiteit["herhaling"] else "",
        span(activiteit["van"], activiteit["tot"]),
    ]
    return ", ".join(part for part in when if part)
