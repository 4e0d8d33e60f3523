"""The Rotonde of Haren: the question enters at the bottom and drives counter-clockwise.

Exits on the right lead to what people can use at once, in the order of the model; on the left, and
lighter, lies what goes via the gemeente.
"""

from collections.abc import Sequence
from math import atan2, cos, pi, sin

from django.utils.translation import gettext as _

from socialmap.drawings.figuur import Deel, Kaart, Label, Pad, Tekening, TekenStap, stapel

_CX, _BUITEN, _BINNEN, _MIDDEN = 468, 152, 88, 78
_RIJSTROOK = (_BUITEN + _BINNEN) // 2 + 2
_RECHTS, _LINKS_BREED = 672, 290
_KOP = 44  # room for the heading above a column of cards


def rotonde(stappen: Sequence[TekenStap]) -> Tekening:
    """Return the drawing; stappen that are `via_gemeente` stand on the left."""
    rechts = [stap for stap in stappen if not stap.via_gemeente]
    links = [stap for stap in stappen if stap.via_gemeente]
    # The first exit after the entrance is the lowest one.
    rechter_kaarten = stapel(rechts[::-1], x=_RECHTS, y=_KOP, breedte=1000 - _RECHTS)[::-1]
    onder = max((kaart.y + kaart.hoogte for kaart in rechter_kaarten), default=0)
    cy = max(260, (_KOP + onder) // 2 - 20)
    linker_kaarten = stapel(links, x=0, y=0, breedte=_LINKS_BREED, nummer=False)
    hoog = sum(kaart.hoogte for kaart in linker_kaarten)
    top = max(_KOP, cy - 90 - hoog // 2)
    linker_kaarten = stapel(links, x=0, y=top, breedte=_LINKS_BREED, nummer=False)

    delen = [
        Deel(stap=stap, kaart=kaart, lijn=_weg(cy, kaart.x + 20, kaart.midden_y))
        for stap, kaart in zip(rechts, rechter_kaarten, strict=True)
    ]
    delen += [
        Deel(stap=stap, kaart=kaart, lijn=_weg(cy, _LINKS_BREED - 20, kaart.midden_y))
        for stap, kaart in zip(links, linker_kaarten, strict=True)
    ]
    ingang = cy + _BUITEN + 92
    hoeken = sorted(
        (_hoek(cy, deel.kaart) for deel in delen if not deel.stap.via_gemeente), reverse=True
    )
    return Tekening(
        soort="rotonde",
        hoogte=max(onder, ingang + 30) + 6,
        delen=tuple(delen),
        achtergrond=_achtergrond(cy, ingang, hoeken),
        labels=_labels(cy, ingang, top if links else None),
    )


def _weg(cy: int, x: int, y: int) -> str:
    return f"M{_CX} {cy}L{x} {y}"


def _hoek(cy: int, kaart: Kaart) -> float:
    return atan2(kaart.midden_y - cy, kaart.x - _CX)


def _achtergrond(cy: int, ingang: int, hoeken: list[float]) -> tuple[Pad, ...]:
    # An arrow before each exit, one after the last, one on the way back to the entrance.
    grenzen = [pi / 2, *hoeken]
    plaatsen = [(voor + na) / 2 for voor, na in zip(grenzen, grenzen[1:], strict=False)]
    plaatsen += [-pi / 2 - 0.15, -pi - 0.45]
    return (
        Pad("land", _cirkel(cy, 258)),
        Pad("road", f"M{_CX} {cy}V{ingang}"),
        Pad("ring", _cirkel(cy, _BUITEN)),
        Pad("dashes", f"{_cirkel(cy, _RIJSTROOK)}M{_CX} {cy + _BUITEN + 8}V{ingang}"),
        Pad("island", _cirkel(cy, _BINNEN)),
        Pad("heart", _cirkel(cy, _MIDDEN)),
        *(Pad("arrow", _pijl(cy, hoek)) for hoek in plaatsen),
        Pad("entry", _pil(_CX - 110, ingang - 26, 220, 52)),
    )


def _labels(cy: int, ingang: int, links: int | None) -> tuple[Label, ...]:
    labels = [
        Label("heart-text", _CX, cy - 8, _("Wat is")),
        Label("heart-text", _CX, cy + 22, _("uw vraag?")),
        Label("entry-text", _CX, ingang + 7, _("Hier komt u aan")),
        Label("side", _RECHTS, 24, _("Rechts: hier kunt u zo naartoe")),
    ]
    if links is not None:
        labels.append(Label("side", 0, links - 16, _("Links: samen met de gemeente")))
    return tuple(labels)


def _cirkel(cy: int, straal: int) -> str:
    return (
        f"M{_CX - straal} {cy}a{straal} {straal} 0 1 0 {2 * straal} 0"
        f"a{straal} {straal} 0 1 0 {-2 * straal} 0Z"
    )


def _pil(x: int, y: int, breedte: int, hoogte: int) -> str:
    r = hoogte // 2
    recht = breedte - hoogte
    return f"M{x + r} {y}h{recht}a{r} {r} 0 0 1 0 {hoogte}h{-recht}a{r} {r} 0 0 1 0 {-hoogte}Z"


def _pijl(cy: int, hoek: float) -> str:
    """Return an arrow on the outer lane that points counter-clockwise; y grows downwards."""
    straal = (_BUITEN + _RIJSTROOK) // 2
    x, y = _CX + straal * cos(hoek), cy + straal * sin(hoek)
    vooruit = (sin(hoek), -cos(hoek))
    opzij = (cos(hoek), sin(hoek))
    punten = [
        (x + vooruit[0] * a + opzij[0] * b, y + vooruit[1] * a + opzij[1] * b)
        for a, b in ((10, 0), (-7, 8), (-3, 0), (-7, -8))
    ]
    return "M" + "L".join(f"{px:.0f} {py:.0f}" for px, py in punten) + "Z"
