"""The words of an entry with how much each says about it, over all its fields."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from search.analysis import analyse
from search.begrippen.phrases import is_filler, keys_of

# How much a word in a field is worth, and how many words the field usually has.
FIELDS: Final[Mapping[str, tuple[float, float]]] = {
    "naam": (4.0, 3.0),
    "trefwoorden": (2.5, 4.0),
    "aanbieder": (0.5, 3.0),
    "tekst": (1.0, 18.0),
    "doelgroepen": (0.8, 4.0),
}
LENGTH: Final = 0.4  # how much less the words of a long field count
SHORTEST: Final = 0.5  # and of a short one no more than twice as much


class Presence(NamedTuple):
    """A stem, or a part of a compound, that an entry holds."""

    weight: float  # of the fields that hold it
    exact: float  # 1 for a whole word, less for a part of a compound
    telling: float  # `weight` without fillers, parts counting less


def presence(texts: Mapping[str, str]) -> dict[str, Presence]:
    """Return each stem and part in `texts` (keys of FIELDS)."""
    present: dict[str, Presence] = {}
    for name, (worth, usual) in FIELDS.items():
        tokens = [token for token in analyse(texts.get(name, "")) if not token.is_stop_word]
        if not tokens:
            continue
        share = worth / max(SHORTEST, 1 + LENGTH * (len(tokens) / usual - 1))
        for token in tokens:
            says = 0.0 if is_filler(token.folded) else share
            for key, exact in keys_of(token):
                known = present.get(key)
                if known is None:
                    present[key] = Presence(share, exact, says * exact)
                else:
                    present[key] = Presence(
                        known.weight + share,
                        exact if exact > known.exact else known.exact,
                        known.telling + says * exact,
                    )
    return present
