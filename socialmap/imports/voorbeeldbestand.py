"""Reads a file of fictional aanbieders with their locaties and voorzieningen.

The shape is described in socialmap/data/voorbeelden/README.md. Everything read here is marked as an
example, and its contacts can neither be dialled nor exist.
"""

import hashlib
import re
from typing import Any

from socialmap.imports.openingstijden import read_openingstijden
from socialmap.imports.problems import Problem
from socialmap.imports.reader import Reader
from socialmap.imports.records import (
    AanbiederRecord,
    Controle,
    Inhoud,
    LocatieRecord,
    VoorzieningRecord,
)
from socialmap.models import (
    Aanbieder,
    Aanmelding,
    Bereik,
    BijdrageSoort,
    EigenBijdrage,
    Locatie,
    Precisie,
    Prijs,
    Toegangstoets,
    Voorziening,
    Vorm,
    Werkingsgebied,
)
from socialmap.text import fold_name

NIET_TE_BELLEN = re.compile(r"^000-[0-9 ]{6,12}$")
NIET_TE_BESTAAN = re.compile(r"^(https://|[^@\s]+@)[a-z0-9.-]+\.example$")
# A spread of some 400 metres around the point of the village (1 degree north is 111 km).
SPREAD_NORTH, SPREAD_EAST = 0.0036, 0.006


def read_voorbeeldbestand(data: Any, bestand: str, problems: list[Problem]) -> Inhoud:
    """Read everything that can be read; each error goes to `problems`."""
    reader = Reader(data, problems, bestand=bestand)
    gemeente = reader.text("gemeente", required=True)
    inhoud = Inhoud()
    for part in reader.parts("aanbieders"):
        _name(part)
        inhoud.aanbieders.append(_read_aanbieder(part, gemeente))
        for place in part.parts("locaties"):
            inhoud.locaties.append(_read_locatie(place, part.slug, gemeente))
        for entry in part.parts("voorzieningen"):
            _name(entry)
            inhoud.voorzieningen.append(_read_voorziening(entry, part.slug, gemeente))
    return inhoud


def _name(part: Reader) -> None:
    """Let problems of `part` name its own slug."""
    part.slug, part.prefix = part.text("slug", required=True, longest=100), ""


def _read_aanbieder(part: Reader, gemeente: str) -> AanbiederRecord:
    return AanbiederRecord(
        bestand=part.bestand,
        slug=part.slug,
        gemeente=gemeente,
        waarden={
            "naam": part.text("naam", required=True, longest=200),
            "soort": part.choice("soort", Aanbieder.Soort.values),
            "omschrijving": part.text("omschrijving", longest=2000),
            "website": _unreal(part, "website", NIET_TE_BESTAAN),
            "opmerking": "Deze aanbieder is verzonnen, als voorbeeld.",
            "is_voorbeeld": True,
        },
    )


def _read_locatie(part: Reader, aanbieder: str, gemeente: str) -> LocatieRecord:
    _name(part)
    plaats = part.text("plaats", required=True)
    toegang = part.part("toegankelijk")
    return LocatieRecord(
        bestand=part.bestand,
        slug=part.slug,
        aanbieder=aanbieder,
        plaats=f"{gemeente}/{fold_name(plaats)}",
        verplaatsing=_offset(part.slug),
        waarden={
            "naam": part.text("naam", required=True, longest=200),
            "straat": part.text("straat", longest=100),
            "huisnummer": part.text("huisnummer", longest=10),
            "postcode": part.text("postcode", longest=7),
            "prive": part.flag("prive"),
            "precisie": part.choice("precisie", Precisie.values, Precisie.ADRES),
            "toegang_toelichting": part.text("toegang_toelichting", longest=200),
        }
        | {name: toegang.fact(name) for name in Locatie.TOEGANKELIJKHEID},
        openingstijden=read_openingstijden(part),
    )


def _offset(slug: str) -> tuple[float, float]:
    """The same small distance for the same slug, in degrees north and east."""
    digest = hashlib.sha256(slug.encode()).digest()
    north, east = digest[0] / 127.5 - 1, digest[1] / 127.5 - 1
    return north * SPREAD_NORTH, east * SPREAD_EAST


def _read_voorziening(part: Reader, aanbieder: str, gemeente: str) -> VoorzieningRecord:
    toets, aanmelding = part.part("toegangstoets"), part.part("aanmelding")
    bijdrage, controle = part.part("eigen_bijdrage"), part.part("controle")
    bereik = part.words("bereik", Bereik.values)
    waarden: dict[str, Any] = {
        "slug": part.slug,
        "naam": part.text("naam", required=True, longest=200),
        "soort": part.choice("soort", Voorziening.Soort.values, Voorziening.Soort.VOORZIENING),
        "samenvatting": part.text("samenvatting", required=True, longest=300),
        "omschrijving": "".join(f"<p>{text}</p>" for text in part.words("omschrijving")),
        "goed_om_te_weten": part.text("goed_om_te_weten", longest=1000),
        "wat_meenemen": part.text("wat_meenemen", longest=500),
        "trefwoorden": part.words("zoekwoorden"),
        "aanbieder": aanbieder,
        "vorm": part.choice("vorm", Vorm.values, Vorm.ONBEKEND),
        "toegangstoets": toets.choice("code", Toegangstoets.values, Toegangstoets.ONBEKEND),
        "toetser": toets.text("toetser", longest=100),
        "toegangscriterium": toets.text("criterium", longest=300),
        "eigen_bijdrage": bijdrage.choice("code", EigenBijdrage.values, EigenBijdrage.ONBEKEND),
        "bijdrage_soort": bijdrage.choice("soort", BijdrageSoort.values, ""),
        "bijdrage_toelichting": bijdrage.text("uitleg", longest=300),
        "prijzen": [_read_prijs(prijs) for prijs in bijdrage.parts("prijzen")],
        "aanmelding": aanmelding.choice("wijze", Aanmelding.values, Aanmelding.ONBEKEND),
        "aanmelden_bij": aanmelding.text("bij", longest=200),
        "na_aanmelding": aanmelding.text("daarna", longest=300),
        "doelgroepen": sorted(part.words("doelgroepen")),
        "leefgebieden": sorted(part.words("leefgebieden")),
        "talen": sorted(part.words("talen")),
        "leeftijd_van": part.whole("leeftijd_van"),
        "leeftijd_tot": part.whole("leeftijd_tot"),
        "aan_huis": Bereik.AAN_HUIS in bereik,
        "online": Bereik.ONLINE in bereik,
        "telefonisch": Bereik.TELEFOON in bereik,
        "alleen_op_afspraak": part.flag("alleen_op_afspraak"),
        "plek_vrij": part.fact("plek_vrij"),
        "wachttijd_weken": part.whole("wachttijd_weken"),
        "mededeling": part.text("mededeling", longest=200),
        "tijdelijk_gesloten": part.flag("tijdelijk_gesloten"),
        "stappen": [{"stap": f"{gemeente}/{part.text('stap', required=True)}", "afgeleid": False}],
        "werkingsgebieden": _read_werkingsgebieden(part, gemeente),
        "locatiekoppelingen": [
            {"locatie": slug, "toelichting": ""} for slug in part.words("locaties")
        ],
        "contacten": _read_contacten(part),
        "openingstijden": read_openingstijden(part),
        "activiteiten": [_read_activiteit(row) for row in part.parts("activiteiten")],
    }
    return VoorzieningRecord(
        bestand=part.bestand,
        slug=part.slug,
        gemeente=gemeente,
        waarden=waarden,
        is_voorbeeld=True,
        controle=_read_controle(controle) if controle.data else None,
    )


def _read_prijs(part: Reader) -> dict[str, Any]:
    return {
        "bedrag_cents": part.amount("bedrag_eur"),
        "eenheid": part.choice("eenheid", Prijs.Eenheid.values),
        "toelichting": part.text("uitleg", longest=150),
    }


def _read_controle(part: Reader) -> Controle:
    return Controle(
        dagen_geleden=part.whole("dagen_geleden", required=True) or 0,
        door=part.text("door", required=True, longest=100),
    )


def _read_werkingsgebieden(part: Reader, gemeente: str) -> list[dict[str, Any]]:
    """ "gemeente", "landelijk", or a kind and a name: "plaats:Glimmen", "buurt:Oosterhaar"."""
    rows = []
    for text in part.words("werkingsgebied") or ["gemeente"]:
        soort, _, naam = text.partition(":")
        if soort not in Werkingsgebied.Soort.values:
            part.note("werkingsgebied", f"{text!r} kan niet.")
        plaats = naam if soort == Werkingsgebied.Soort.PLAATS else ""
        rows.append(
            {
                "soort": soort,
                "gemeente": None if soort == Werkingsgebied.Soort.LANDELIJK else gemeente,
                "plaats": f"{gemeente}/{fold_name(plaats)}" if plaats else None,
                "omschrijving": naam,
            }
        )
    return rows


def _read_contacten(part: Reader) -> list[dict[str, Any]]:
    contacten = part.part("contacten")
    rows = []
    for soort, pattern in (
        ("telefoon", NIET_TE_BELLEN),
        ("email", NIET_TE_BESTAAN),
        ("website", NIET_TE_BESTAAN),
    ):
        waarde = _unreal(contacten, soort, pattern)
        if waarde:
            uitleg = contacten.text(f"{soort}_uitleg", longest=150)
            rows.append(
                {"soort": soort, "waarde": waarde, "toelichting": uitleg, "historisch": False}
            )
    return rows


def _unreal(part: Reader, veld: str, pattern: re.Pattern[str]) -> str:
    """A contact of an example may not reach anybody."""
    value = part.text(veld, longest=200)
    if value and not pattern.fullmatch(value):
        part.note(veld, f"{value!r} kan echt bestaan. Gebruik 000-… of een adres op .example.")
    return value


def _read_activiteit(part: Reader) -> dict[str, Any]:
    return {
        "naam": part.text("naam", longest=150),
        "herhaling": part.text("herhaling", required=True, longest=200),
        "begint_op": part.day("begint_op"),
        "eindigt_op": part.day("eindigt_op"),
        "van": part.clock("van"),
        "tot": part.clock("tot"),
        "locatie": part.text("locatie") or None,
        "toelichting": part.text("uitleg", longest=200),
    }
