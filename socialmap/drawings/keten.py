"""The keten of Westerkwartier: links that hold each other, one after the other."""

from collections.abc import Sequence

from socialmap.drawings.figuur import TUSSEN, Deel, Punt, Tekening, TekenStap, kaart

_SCHAKEL, _DIKTE, _OVERLAP = 118, 16, 34
_KAARTEN = 250


def keten(stappen: Sequence[TekenStap]) -> Tekening:
    """Return the drawing; the chain hangs on the left, each card level with its link."""
    breedte = 1000 - _KAARTEN - 2
    proef = [kaart(stap, x=_KAARTEN, y=0, breedte=breedte) for stap in stappen]
    afstand = max(max(one.hoogte for one in proef) + TUSSEN, 104)
    delen = []
    for i, (stap, maat) in enumerate(zip(stappen, proef, strict=True)):
        midden = i * afstand + afstand // 2 + _OVERLAP // 2
        eigen = kaart(stap, x=_KAARTEN, y=midden - maat.hoogte // 2, breedte=breedte)
        # Links hang turn about a little left and right, as a real chain does.
        x = 80 if i % 2 == 0 else 110
        delen.append(
            Deel(
                stap=stap,
                kaart=eigen,
                vorm=_schakel(x, midden, afstand + _OVERLAP),
                tint=min(i + 1, 4),
                lijn=f"M{x + _SCHAKEL // 2} {midden}H{_KAARTEN}",
                nummer=Punt(x, midden),
            )
        )
    hoogte = len(stappen) * afstand + _OVERLAP + 4
    return Tekening(soort="keten", hoogte=hoogte, delen=tuple(delen))


def _schakel(x: int, midden: int, lengte: int) -> str:
    """Return an open oval: an outer outline and the hole inside it (fill-rule evenodd)."""
    return _ovaal(x, midden, _SCHAKEL, lengte) + _ovaal(
        x, midden, _SCHAKEL - 2 * _DIKTE, lengte - 2 * _DIKTE
    )


def _ovaal(x: int, midden: int, breedte: int, lengte: int) -> str:
    r = breedte // 2
    recht = max(0, lengte - breedte)
    boven = midden - recht // 2
    return f"M{x - r} {boven}a{r} {r} 0 0 1 {2 * r} 0v{recht}a{r} {r} 0 0 1 {-2 * r} 0Z"
