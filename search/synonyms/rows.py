"""One synonym as a plain value, and the words that stand for its choices in a file."""

from dataclasses import dataclass
from typing import Final

from search.models import Synoniem

COLUMNS: Final = ("van", "naar", "richting", "soort", "taal", "gemeente")
RICHTINGEN: Final = {
    "tweezijdig": Synoniem.Richting.TWEE.value,
    "eenzijdig": Synoniem.Richting.EEN.value,
}
SOORTEN: Final = {
    "alledaags": Synoniem.Soort.ALLEDAAGS.value,
    "jargon": Synoniem.Soort.JARGON.value,
    "afkorting": Synoniem.Soort.AFKORTING.value,
    "andere taal": Synoniem.Soort.TAAL.value,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SynoniemRij:
    """Values of the model, but for the gemeente: its slug, "" for everywhere."""

    rij: int  # in the file, the header being 1
    van: str
    naar: str
    richting: str
    soort: str
    taal: str
    gemeente: str

    @property
    def key(self) -> tuple[str, str, str]:
        return self.van, self.naar, self.gemeente
