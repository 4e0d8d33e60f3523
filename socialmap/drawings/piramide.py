"""The piramide of Tynaarlo: the broad base carries most, the top is for the few."""

from collections.abc import Sequence

from socialmap.drawings.figuur import TUSSEN, Deel, Punt, Tekening, TekenStap, kaart

_TOP_X, _HALF = 280, 276
_KAARTEN = 610


def piramide(stappen: Sequence[TekenStap]) -> Tekening:
    """Return the drawing; the first stap is the base, each card stands level with its layer."""
    breedte = 1000 - _KAARTEN - 2
    proef = [kaart(stap, x=_KAARTEN, y=0, breedte=breedte) for stap in stappen]
    laag = max(one.hoogte for one in proef) + TUSSEN
    hoogte = laag * len(stappen)
    delen = []
    for i, (stap, maat) in enumerate(zip(stappen, proef, strict=True)):
        onder = hoogte - i * laag - 4
        boven = hoogte - (i + 1) * laag + 4
        midden = (onder + boven) // 2
        eigen = kaart(stap, x=_KAARTEN, y=midden - maat.hoogte // 2, breedte=breedte)
        delen.append(
            Deel(
                stap=stap,
                kaart=eigen,
                vorm=_laag(boven, onder, hoogte),
                tint=min(i + 1, 4),
                lijn=f"M{_TOP_X + _half(midden, hoogte)} {midden}H{_KAARTEN}",
                # Low in its layer, where the top has room for it.
                nummer=Punt(_TOP_X, midden + (18 if i == len(stappen) - 1 else 0)),
            )
        )
    return Tekening(soort="piramide", hoogte=hoogte, delen=tuple(delen))


def _half(y: int, hoogte: int) -> int:
    """Return half the width of the triangle at height `y`."""
    return round(_HALF * max(0, y) / hoogte)


def _laag(boven: int, onder: int, hoogte: int) -> str:
    smal, breed = _half(boven - 4, hoogte), _half(onder, hoogte)
    return f"M{_TOP_X - smal} {boven}H{_TOP_X + smal}L{_TOP_X + breed} {onder}H{_TOP_X - breed}Z"
