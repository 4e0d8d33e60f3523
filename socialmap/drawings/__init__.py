"""Pictures of the four ondersteuningsmodellen, as plain geometry for one SVG template.

`teken` turns the stappen of a gemeente into shapes, cards and lines of text; templates/components/
model.html only prints them. Each stap is one real link, so keyboard, screen reader and print work.
All numbers are in units of the picture, which is 1000 wide.
"""

from collections.abc import Callable, Sequence

from socialmap.drawings.figuur import Tekening, TekenStap
from socialmap.drawings.keten import keten
from socialmap.drawings.piramide import piramide
from socialmap.drawings.regenboog import regenboog
from socialmap.drawings.rotonde import rotonde

__all__ = ["TekenStap", "Tekening", "teken"]

_VORMEN: dict[str, Callable[[Sequence[TekenStap]], Tekening]] = {
    "rotonde": rotonde,
    "regenboog": regenboog,
    "piramide": piramide,
    "keten": keten,
}


def teken(soort: str, stappen: Sequence[TekenStap]) -> Tekening:
    """Return the picture of a model; an unknown `soort` is drawn as a keten.

    Args:
        soort: rotonde, regenboog, piramide or keten.
        stappen: in the order of the model, at least one.
    """
    return _VORMEN.get(soort, keten)(stappen)
