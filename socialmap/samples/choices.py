"""Facet values of invented listings, unknown about as often as in the 183 real ones."""

import random
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from socialmap.samples.world import read_json

if TYPE_CHECKING:
    from socialmap.samples.listings import Listing

Shares = Sequence[tuple[str, int]]

VORMEN: Final[Shares] = (
    ("publiek", 40),
    ("vrijwilligers-non-profit", 30),
    ("markt", 10),
    ("publiek-privaat", 8),
    ("onbekend", 12),
)
TOETSEN: Final[Shares] = (("geen", 33), ("doelgroep", 27), ("licht", 6), ("onbekend", 34))
BIJDRAGEN: Final[Shares] = (("onbekend", 50), ("ja", 26), ("nee", 19), ("wisselend", 5))
BIJDRAGE_SOORTEN: Final[Shares] = (
    ("deelnemersbijdrage", 40),
    ("vast-bedrag", 20),
    ("contributie", 10),
    ("kostenvergoeding", 15),
    ("vrijwillig", 15),
)
EENHEDEN: Final[Shares] = (("keer", 60), ("maand", 15), ("cursus", 10), ("uur", 10), ("jaar", 5))
AANMELDINGEN: Final[Shares] = (
    ("onbekend", 40),
    ("direct", 32),
    ("geen-aanmelding-nodig", 22),
    ("via-verwijzer", 6),
)
TALEN: Final = ("en", "ar", "tr", "pl", "uk", "ti", "fy", "nds", "de", "so", "fa", "es", "fr")
DAGEN: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
LEEFTIJDEN: Final = {
    "kinderen": (4, 12),
    "jongeren": (12, 23),
    "ouderen": (55, None),
    "werkzoekenden": (18, 67),
}


def weighted(source: random.Random, shares: Shares) -> str:
    return source.choices([value for value, _ in shares], [share for _, share in shares])[0]


def some(source: random.Random, values: Sequence[str]) -> list[str]:
    """At least one of `values`, most often all."""
    if len(values) == 1 or source.random() < 0.7:
        return list(values)
    return sorted(source.sample(list(values), source.randint(1, len(values) - 1)))


def doelgroepen(source: random.Random, values: Sequence[str]) -> list[str]:
    roll = source.random()
    if roll < 0.12:
        return []
    return ["alle-inwoners"] if roll < 0.3 else some(source, values)


def talen(source: random.Random) -> list[str]:
    if source.random() < 0.7:
        return []
    return ["nl", *source.sample(TALEN, source.randint(0, 3))]


def fill_access(made: "Listing", source: random.Random, niveau: int) -> None:
    """Help on purpose goes through the gemeente, after an indicatie."""
    woorden = read_json("woorden.json")
    made.toegangstoets = "indicatie" if niveau == 3 else weighted(source, TOETSEN)
    made.aanmelding = "via-gemeente" if niveau == 3 else weighted(source, AANMELDINGEN)
    if made.toegangstoets in ("licht", "indicatie"):
        made.toetser = source.choice(woorden["toetsers"])
        made.toegangscriterium = source.choice(woorden["criteria"])


def fill_costs(made: "Listing", source: random.Random, soort: str) -> None:
    made.eigen_bijdrage = "nee" if soort == "informatiepunt" else weighted(source, BIJDRAGEN)
    if made.eigen_bijdrage not in ("ja", "wisselend"):
        return
    made.bijdrage_soort = weighted(source, BIJDRAGE_SOORTEN)
    if made.bijdrage_soort != "vrijwillig" and source.random() < 0.7:
        cents = source.choice((150, 200, 250, 300, 500, 750, 1000, 1500, 2500, 4000))
        made.prijzen = [(cents, weighted(source, EENHEDEN))]


def fill_reach(made: "Listing", source: random.Random, waar: str) -> None:
    bereik = set()
    if waar in ("thuis", "beide"):
        bereik.add("aan-huis")
    if waar == "telefoon" or source.random() < 0.12:
        bereik.add("telefoon")
    if waar == "online" or source.random() < 0.1:
        bereik.add("online")
    made.bereik = frozenset(bereik)
    roll = source.random()
    if waar in ("online", "telefoon") and roll < 0.3:
        made.gebied = "landelijk"
    elif waar == "locatie" and roll < 0.45:
        made.gebied = "plaats"


def fill_times(made: "Listing", source: random.Random, ritme: str) -> None:
    hour = source.choice((9, 10, 13, 14, 19))
    if ritme == "week":
        day = source.choice(DAGEN)
        rule = source.choice((f"FREQ=WEEKLY;BYDAY={day}", f"FREQ=MONTHLY;BYDAY=2{day}"))
        made.herhaling = (rule, f"{hour:02}:00", f"{hour + 2:02}:00")
    elif ritme == "open" and source.random() < 0.7:
        days = sorted(source.sample(range(5), source.randint(1, 5)))
        made.openingstijden = [(day, f"{hour:02}:00", f"{hour + 3:02}:30") for day in days]


def fill_rest(made: "Listing", source: random.Random) -> None:
    """Ages, contacts that cannot exist, places left, when it was checked."""
    for doelgroep in made.doelgroepen[:1]:
        made.leeftijd_van, made.leeftijd_tot = LEEFTIJDEN.get(doelgroep, (None, None))
    if source.random() < 0.7:
        made.telefoon = f"000-{source.randint(100, 999)} {source.randint(10, 99)} 00"
    if source.random() < 0.6:
        made.website = f"https://www.{made.slug[:60].strip('-')}.example"
    made.plek_vrij = source.choice((True, False, None, None))
    if made.plek_vrij is False:
        made.wachttijd_weken = source.randint(1, 26)
    if source.random() < 0.6:
        made.gecontroleerd_dagen = source.randint(0, 600)
