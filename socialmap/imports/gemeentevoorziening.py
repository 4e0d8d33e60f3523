"""One voorziening out of a file of a gemeente: from policy text to fields of the model."""

from typing import Any

from socialmap.imports.begrippen import VELD, confirmed_rows
from socialmap.imports.bijdrage import read_bijdrage
from socialmap.imports.reader import Reader
from socialmap.imports.records import GemeenteRecord, VoorzieningRecord
from socialmap.models import Aanmelding, Toegangstoets, Voorziening, Vorm, Werkingsgebied
from socialmap.text import fold_name

NAMEN = {
    "trefwoorden": "zoekwoorden",
    "onderdeel_van": "verzamelrij_van",
    "toegangstoets": "toegangstoets.code",
    "toetser": "toegangstoets.toetser",
    "toegangscriterium": "toegangstoets.criterium",
    "eigen_bijdrage": "eigen_bijdrage.code",
    "bijdrage_soort": "eigen_bijdrage.soort",
    "bijdrage_toelichting": "eigen_bijdrage.tekst",
    "prijzen": "eigen_bijdrage.bedrag_eur",
    "aanmelding": "aanmelding.wijze",
    "aanmelden_bij": "aanmelding.bij",
    "stappen": "model_stap",
    "werkingsgebieden": "plaats",
    "contacten": "website",
    "activiteiten": "frequentie",
}


class Entry:
    """One voorziening of a gemeentebestand on its way to a record."""

    def __init__(
        self,
        part: Reader,
        gemeente: GemeenteRecord,
        aanbieders: set[str],
        rijen: dict[int, Any],
    ) -> None:
        self.part, self.gemeente = part, gemeente
        self.aanbieders, self.rijen = aanbieders, rijen

    def read(self) -> VoorzieningRecord:
        part = self.part
        toets, aanmelding = part.part("toegangstoets"), part.part("aanmelding")
        waarden: dict[str, Any] = {
            "slug": part.slug,
            "naam": part.text("naam", required=True, longest=200),
            "soort": part.choice("soort", Voorziening.Soort.values, Voorziening.Soort.VOORZIENING),
            "samenvatting": part.text("samenvatting", required=True, longest=300),
            "trefwoorden": part.words("zoekwoorden"),
            "aanbieder": self._aanbieder(),
            "mede_aanbieders": sorted(part.words("mede_aanbieders", self.aanbieders)),
            "aanbieder_tekst": part.text("aanbieder_tekst", longest=500),
            "vorm": part.choice("vorm", Vorm.values, Vorm.ONBEKEND),
            "onderdeel_van": self._verzamelrij(),
            "toegangstoets": toets.choice("code", Toegangstoets.values, Toegangstoets.ONBEKEND),
            "toetser": toets.text("toetser", longest=100),
            "toegangscriterium": toets.text("criterium", longest=300),
            "aanmelding": aanmelding.choice("wijze", Aanmelding.values, Aanmelding.ONBEKEND),
            "aanmelden_bij": aanmelding.text("bij", longest=200),
            "doelgroepen": sorted(part.words("doelgroepen")),
            "leefgebieden": sorted(part.words("leefgebieden")),
            "status": part.choice("status", Voorziening.Status.values, Voorziening.Status.BESTAAND),
            "opmerking": part.text("opmerking", longest=1000),
            "stappen": self._stappen(),
            "werkingsgebieden": self._werkingsgebieden(),
            "contacten": [
                {"soort": "website", "waarde": adres, "toelichting": "", "historisch": True}
                for adres in part.words("website")
            ],
            "activiteiten": self._activiteiten(),
            "bron": self._bron(),
        }
        waarden |= read_bijdrage(part.part("eigen_bijdrage"))
        if VELD in part.data:
            waarden[VELD] = confirmed_rows(part.words(VELD))
        return VoorzieningRecord(
            bestand=part.bestand,
            slug=part.slug,
            gemeente=self.gemeente.slug,
            waarden=waarden,
            namen=NAMEN,
        )

    def _aanbieder(self) -> str | None:
        slug = self.part.text("aanbieder")
        if slug and slug not in self.aanbieders:
            self.part.note("aanbieder", f"{slug!r} staat niet bij de aanbieders van dit bestand.")
        return slug or None

    def _verzamelrij(self) -> str | None:
        """The entry of which this is a split part, by the number of its row in the source."""
        number = self.part.whole("verzamelrij_van")
        if number is None:
            return None
        if number not in self.rijen:
            self.part.note("verzamelrij_van", f"Er is geen voorziening met volgnummer {number}.")
            return None
        return str(self.rijen[number])

    def _stappen(self) -> list[dict[str, Any]]:
        slug = self.part.text("model_stap", required=True)
        if slug and slug not in {stap["slug"] for stap in self.gemeente.stappen}:
            self.part.note("model_stap", f"{slug!r} is geen stap van {self.gemeente.slug}.")
        afgeleid = self.part.choice("model_stap_bron", ("seed", "afgeleid"), "seed") == "afgeleid"
        return [{"stap": f"{self.gemeente.slug}/{slug}", "afgeleid": afgeleid}]

    def _werkingsgebieden(self) -> list[dict[str, Any]]:
        gebied, plaats = self.part.part("werkingsgebied"), self.part.text("plaats")
        soort = gebied.choice("soort", Werkingsgebied.Soort.values)
        if plaats and plaats not in self.gemeente.plaatsen:
            self.part.note("plaats", f"{plaats!r} staat niet bij de plaatsen van de gemeente.")
        if soort == Werkingsgebied.Soort.PLAATS and not plaats:
            self.part.note("plaats", "Schrijf de plaats waarvoor dit is.")
        return [
            {
                "soort": soort,
                "gemeente": self.gemeente.slug,
                "plaats": f"{self.gemeente.slug}/{fold_name(plaats)}" if plaats else None,
                "omschrijving": gebied.text("omschrijving", longest=200),
            }
        ]

    def _activiteiten(self) -> list[dict[str, Any]]:
        herhaling = self.part.text("frequentie", longest=200)
        if not herhaling:
            return []
        return [
            {
                "naam": "",
                "herhaling": herhaling,
                "begint_op": None,
                "eindigt_op": None,
                "van": None,
                "tot": None,
                "locatie": None,
                "toelichting": "",
            }
        ]

    def _bron(self) -> dict[str, Any]:
        """Where it was read, and what the source says literally."""
        data, bron = self.part.data, self.part.part("bron")
        seed = bron.text("seed")
        bronnen = [row for row in self.gemeente.waarden["bronnen"] if isinstance(row, dict)]
        titels = {row.get("seed"): row for row in bronnen}
        document = titels.get(seed, {})
        toets = self.part.part("toegangstoets").data
        bijdrage = self.part.part("eigen_bijdrage").data
        facts = {
            "seed": seed,
            "titel": document.get("titel"),
            "periode": document.get("periode"),
            "regels": bron.text("regels"),
            "soort": data.get("bron_soort"),
            "naam": data.get("naam_bron"),
            "volgnummer": data.get("volgnummer"),
            "verzamelrij_van": data.get("verzamelrij_van"),
            "stap_bron": data.get("model_stap_bron"),
            "vorm_bron": data.get("vorm_bron"),
            "toegangstoets_bron": toets.get("bron"),
            "toegangstoets_tekst": toets.get("tekst"),
            "eigen_bijdrage_tekst": bijdrage.get("tekst"),
        }
        return {name: value for name, value in facts.items() if value not in (None, "")}
