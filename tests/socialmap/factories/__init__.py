"""Factories of the domain. `VoorzieningFactory(live=True)` goes through the publish gate.

Traits: `GemeenteFactory(historisch=True, met_site=True)`, `LocatieFactory(zonder_punt=True,
toegankelijk=True)`, `GebruikerFactory(beheerder=True)`, `VoorzieningFactory(met_aanbieder=True,
gratis=True, betaald=True, gecontroleerd=True, gesloten=True)`. Children are given as lists:
`leefgebieden=["geld"]`, `locaties=[locatie]`, `prijzen=[(250, "keer")]`,
`contacten=[("telefoon", "000-123 45 67")]`.
"""

from tests.socialmap.factories.aanbieder import (
    AanbiederFactory,
    GebruikerFactory,
    LidmaatschapFactory,
    LocatieFactory,
    RedacteurschapFactory,
)
from tests.socialmap.factories.gemeente import (
    GemeenteFactory,
    OndersteuningsmodelFactory,
    PlaatsFactory,
    PostcodeFactory,
    SiteFactory,
    StapFactory,
)
from tests.socialmap.factories.voorziening import VoorzieningFactory

__all__ = [
    "AanbiederFactory",
    "GebruikerFactory",
    "GemeenteFactory",
    "LidmaatschapFactory",
    "LocatieFactory",
    "OndersteuningsmodelFactory",
    "PlaatsFactory",
    "PostcodeFactory",
    "RedacteurschapFactory",
    "SiteFactory",
    "StapFactory",
    "VoorzieningFactory",
]
