"""Breaking text into lines, which SVG does not do by itself."""

import re

# Widths in Source Sans 3, as a share of the font size, measured on its latin letters.
_SMAL, _BREED, _HOOFD, _GEWOON = 0.27, 0.80, 0.58, 0.50
_VET = 1.07


def hele_zinnen(tekst: str, ruimte: float, grootte: int, *, hoogstens: int) -> list[str]:
    """Break `tekst` as `breek` does, but leave out the sentences that do not fit any more."""
    zinnen = re.split(r"(?<=[.!?])\s+", tekst.strip())
    for aantal in range(len(zinnen), 1, -1):
        regels = breek(" ".join(zinnen[:aantal]), ruimte, grootte)
        if len(regels) <= hoogstens:
            return regels
    return breek(zinnen[0], ruimte, grootte, hoogstens=hoogstens)


def breek(
    tekst: str, ruimte: float, grootte: int, *, vet: bool = False, hoogstens: int = 9
) -> list[str]:
    """Break `tekst` into lines that fit in `ruimte`, at spaces; the last line may end in "…".

    Args:
        ruimte: width of a line, in the unit of `grootte`.
        grootte: the font size.
        hoogstens: the number of lines after which the rest is cut off.
    """
    regels = [""]
    for woord in tekst.split():
        langer = f"{regels[-1]} {woord}".strip()
        if regels[-1] and breedte(langer, grootte, vet=vet) > ruimte:
            regels.append(woord)
        else:
            regels[-1] = langer
    if len(regels) > hoogstens:
        regels = [*regels[: hoogstens - 1], regels[hoogstens - 1].rstrip(".,") + " …"]
    return regels


def breedte(tekst: str, grootte: int, *, vet: bool = False) -> float:
    """Return about how wide `tekst` is; a few per cent too wide rather than too narrow."""
    deel = sum(map(_letter, tekst))
    return deel * grootte * (_VET if vet else 1.0)


def _letter(teken: str) -> float:
    if teken in "iljtfrI.,:;'!|() ":
        return _SMAL
    if teken in "mwMW@":
        return _BREED
    return _HOOFD if teken.isupper() else _GEWOON
