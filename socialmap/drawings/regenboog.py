"""The regenboog of Oldambt: what is nearest to people is the inner arch."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from socialmap.drawings.figuur import Deel, Label, Pad, Punt, Tekening, TekenStap, stapel

_CX, _BUITEN, _BINNEN = 300, 296, 92
_KAARTEN = 640


def regenboog(stappen: Sequence[TekenStap]) -> Tekening:
    """Return the drawing; the first stap is the inner arch and the lowest card."""
    kaarten = stapel(stappen[::-1], x=_KAARTEN, y=2, breedte=1000 - _KAARTEN - 2)[::-1]
    hoogte = max(_BUITEN + 40, kaarten[0].y + kaarten[0].hoogte + 2)
    grond = (hoogte + _BUITEN) // 2
    dikte = (_BUITEN - _BINNEN) / len(stappen)
    delen = []
    for i, (stap, kaart) in enumerate(zip(stappen, kaarten, strict=True)):
        binnen = round(_BINNEN + i * dikte + 3)
        buiten = round(_BINNEN + (i + 1) * dikte - 3)
        delen.append(
            Deel(
                stap=stap,
                kaart=kaart,
                vorm=_boog(grond, binnen, buiten),
                tint=min(i + 1, 4),
                nummer=Punt(_CX, grond - (binnen + buiten) // 2),
            )
        )
    return Tekening(
        soort="regenboog",
        hoogte=hoogte,
        delen=tuple(delen),
        achtergrond=(
            Pad("ground", f"M0 {grond}H{2 * _CX}"),
            Pad("heart", _boog(grond, 0, _BINNEN - 6)),
        ),
        labels=(
            Label("heart-text", _CX, grond - 42, _("Wat is")),
            Label("heart-text", _CX, grond - 14, _("uw vraag?")),
        ),
    )


def _boog(grond: int, binnen: int, buiten: int) -> str:
    return (
        f"M{_CX - buiten} {grond}A{buiten} {buiten} 0 0 1 {_CX + buiten} {grond}"
        f"H{_CX + binnen}A{binnen} {binnen} 0 0 0 {_CX - binnen} {grond}Z"
    )
