"""Where something is, and for people of where it is meant, in words."""

from typing import Any

from django.utils.translation import gettext as _

from socialmap.models.toegang import Bereik


def distance_text(km: float | None) -> str:
    """A straight line: 0.4 → "minder dan 1 km", 2.34 → "2,3 km", 31.2 → "31 km"."""
    if km is None:
        return ""
    if km < 1:
        return _("minder dan 1 km")
    rounded = f"{km:.1f}".replace(".", ",") if km < 9.95 else f"{km:.0f}"
    return _("%(km)s km") % {"km": rounded}


def where_text(shape: dict[str, Any]) -> str:
    """One line: the first location, else how it comes to you, else the area."""
    if shape["locaties"]:
        first = shape["locaties"][0]
        parts = [first["naam"], first["plaats"]]
        line = ", ".join(part for part in parts if part)
        more = len(shape["locaties"]) - 1
        return _("%(plek)s en nog %(meer)d") % {"plek": line, "meer": more} if more else line
    if shape["bereik"]:
        labels = [str(Bereik(slug).label) for slug in shape["bereik"]]
        return _(" of ").join(labels).capitalize()
    return ""


def no_distance_text(shape: dict[str, Any]) -> str:
    """Why no distance is shown, for entries that come without one."""
    if shape["bereik"]:
        return _("u hoeft er niet heen")
    return _("de precieze plek is niet bekend")


def area_text(shape: dict[str, Any]) -> str:
    """For people of where it is meant, as one sentence."""
    names = []
    for gebied in shape["werkingsgebieden"]:
        if gebied["soort"] == "landelijk":
            names.append(_("heel Nederland"))
        elif gebied["omschrijving"]:
            names.append(gebied["omschrijving"])
        elif gebied["plaats_naam"]:
            names.append(gebied["plaats_naam"])
        elif gebied["gemeente_naam"]:
            names.append(_("gemeente %(naam)s") % {"naam": gebied["gemeente_naam"]})
    if not names:
        return ""
    return _("Voor mensen uit: %(gebieden)s.") % {"gebieden": ", ".join(dict.fromkeys(names))}
