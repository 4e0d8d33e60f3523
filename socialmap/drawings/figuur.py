"""The values that a drawing is made of, and the card that every stap gets."""

from collections.abc import Sequence
from dataclasses import dataclass

from socialmap.drawings.regels import breek, hele_zinnen

BREEDTE = 1000
RAND = 18  # between the edge of a card and its text
TUSSEN = 22  # between two cards
_TITEL, _UITLEG, _TELLING = 22, 17, 18  # font sizes, as in frontend/css/model.css


@dataclass(frozen=True, slots=True, kw_only=True)
class TekenStap:
    """What a drawing needs to know of a stap; `url` leads to its voorzieningen."""

    naam: str
    nummer: int
    uitleg: str
    url: str
    aantal: int
    via_gemeente: bool = False


@dataclass(frozen=True, slots=True)
class Regel:
    """One line of text; y is the baseline."""

    x: int
    y: int
    tekst: str


@dataclass(frozen=True, slots=True)
class Punt:
    x: int
    y: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Kaart:
    """The box of a stap. `telling` and `loket` are places, the template has their words."""

    x: int
    y: int
    breedte: int
    hoogte: int
    nummer: Punt | None
    titel: tuple[Regel, ...]
    uitleg: tuple[Regel, ...]
    telling: Punt
    loket: Punt | None

    @property
    def midden_y(self) -> int:
        return self.y + self.hoogte // 2


@dataclass(frozen=True, slots=True)
class Pad:
    """Decoration: the `d` of an SVG path and the last part of its class sk-model__…"""

    klasse: str
    d: str


@dataclass(frozen=True, slots=True)
class Label:
    """A text of the drawing itself, with the last part of its class."""

    klasse: str
    x: int
    y: int
    tekst: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Deel:
    """One stap in the drawing: its own shape ("" when it has none), its number there, its card."""

    stap: TekenStap
    kaart: Kaart
    vorm: str = ""
    tint: int = 1  # 1 is the full colour, 4 the palest
    lijn: str = ""
    nummer: Punt | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tekening:
    soort: str
    hoogte: int
    delen: tuple[Deel, ...]
    achtergrond: tuple[Pad, ...] = ()
    labels: tuple[Label, ...] = ()
    breedte: int = BREEDTE


def kaart(stap: TekenStap, *, x: int, y: int, breedte: int, nummer: bool = True) -> Kaart:
    """Lay out the card of `stap`, top left corner at (x, y); the height follows the text."""
    links = x + RAND
    inspringing = 46 if nummer else 0
    ruimte = breedte - 2 * RAND
    titel = breek(stap.naam, ruimte - inspringing, _TITEL, vet=True)
    uitleg = hele_zinnen(stap.uitleg, ruimte, _UITLEG, hoogstens=3)
    lijn = y + RAND + 20
    titelregels = _regels(titel, links + inspringing, lijn, 27)
    lijn += 27 * len(titel) + 3
    uitlegregels = _regels(uitleg, links, lijn, 22)
    lijn += 22 * len(uitleg) + 5
    telling = Punt(links, lijn)
    loket = Punt(links, lijn + 24) if stap.via_gemeente else None
    onder = loket.y if loket else telling.y
    return Kaart(
        x=x,
        y=y,
        breedte=breedte,
        hoogte=onder + RAND - y,
        nummer=Punt(links + 16, y + RAND + 13) if nummer else None,
        titel=titelregels,
        uitleg=uitlegregels,
        telling=telling,
        loket=loket,
    )


def stapel(
    stappen: Sequence[TekenStap], *, x: int, y: int, breedte: int, nummer: bool = True
) -> list[Kaart]:
    """Return the cards of `stappen` under each other, the first one on top."""
    kaarten = []
    for stap in stappen:
        kaarten.append(kaart(stap, x=x, y=y, breedte=breedte, nummer=nummer))
        y += kaarten[-1].hoogte + TUSSEN
    return kaarten


def _regels(teksten: Sequence[str], x: int, y: int, hoogte: int) -> tuple[Regel, ...]:
    return tuple(Regel(x, y + hoogte * i, tekst) for i, tekst in enumerate(teksten))
