"""The one public serialisation of a voorziening: page, index, snapshot, API and embed read it.

Only what visitors may see goes in: no drafts, no private addresses, no names of persons.
Use `Voorziening.objects.for_serialisation()`, else every part costs a query.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from socialmap.models.aanbieder import Aanbieder
    from socialmap.models.locatie import Locatie
    from socialmap.models.ondersteuningsmodel import Stap
    from socialmap.models.opening import Openingstijd
    from socialmap.models.voorziening import Voorziening

VERSION = 1


def serialise(voorziening: "Voorziening") -> dict[str, Any]:
    """Return the whole public shape: JSON types only, dates as ISO 8601, money in cents."""
    return {
        **serialise_card(voorziening),
        "locaties": [
            _locatie(koppeling.locatie, koppeling.toelichting)
            | {"openingstijden": _openingstijden(koppeling.locatie.openingstijden.all())}
            for koppeling in voorziening.locatiekoppelingen.all()
            if koppeling.locatie.live
        ],
        "omschrijving": voorziening.omschrijving,
        "goed_om_te_weten": voorziening.goed_om_te_weten,
        "wat_meenemen": voorziening.wat_meenemen,
        "trefwoorden": list(voorziening.trefwoorden),
        "aanbieder_tekst": voorziening.aanbieder_tekst,
        "foto_id": voorziening.foto_id,
        "mede_aanbieders": [
            _aanbieder(aanbieder)
            for aanbieder in voorziening.mede_aanbieders.all()
            if aanbieder.live
        ],
        "onderdeel_van_id": voorziening.onderdeel_van_id,
        "doelgroepen": [
            {"slug": term.slug, "naam": term.naam, "voor_iedereen": term.voor_iedereen}
            for term in voorziening.doelgroepen.all()
        ],
        "leefgebieden": _terms(voorziening.leefgebieden.all()),
        "talen": _terms(voorziening.talen.all()),
        "contacten": [
            {
                "soort": contact.soort,
                "waarde": contact.waarde,
                "toelichting": contact.toelichting,
                "href": contact.href,
            }
            for contact in voorziening.contacten.all()
        ],
        "openingstijden": _openingstijden(voorziening.openingstijden.all()),
        "werkingsgebieden": [
            {
                "soort": gebied.soort,
                "gemeente": gebied.gemeente.slug if gebied.gemeente else None,
                "gemeente_naam": gebied.gemeente.naam if gebied.gemeente else None,
                "plaats": gebied.plaats.slug if gebied.plaats else None,
                "plaats_naam": gebied.plaats.naam if gebied.plaats else None,
                "omschrijving": gebied.omschrijving,
            }
            for gebied in voorziening.werkingsgebieden.all()
        ],
        "begrippen": [
            {"slug": row.begrip.slug, "naam": row.begrip.term}
            for row in sorted(voorziening.begrippen.all(), key=lambda row: row.begrip.slug)
            if row.begrip.actief and row.status == row.Status.BEVESTIGD
        ],
        "plek_vrij": voorziening.plek_vrij,
        "wachttijd_weken": voorziening.wachttijd_weken,
        "geldig_van": _iso(voorziening.geldig_van),
        "geldig_tot": _iso(voorziening.geldig_tot),
        "bron": dict(voorziening.bron),
        "opmerking": voorziening.opmerking,
        "gecontroleerd_op": _iso(voorziening.laatst_gecontroleerd_op),
        "gecontroleerd_door": voorziening.gecontroleerd_door,
    }


def serialise_card(voorziening: "Voorziening") -> dict[str, Any]:
    """Return the part that a line in a list shows; `for_card()` fetches what it needs."""
    return {
        "versie": VERSION,
        "public_id": str(voorziening.public_id),
        "slug": voorziening.slug,
        "soort": voorziening.soort,
        "naam": voorziening.naam,
        "samenvatting": voorziening.samenvatting,
        "status": voorziening.status,
        "is_voorbeeld": voorziening.is_voorbeeld,
        "beherende_gemeente": {
            "slug": voorziening.beherende_gemeente.slug,
            "naam": voorziening.beherende_gemeente.naam,
            "historisch": voorziening.beherende_gemeente.historisch,
        },
        "aanbieder": (
            _aanbieder(voorziening.aanbieder)
            if voorziening.aanbieder and voorziening.aanbieder.live
            else None
        ),
        "vorm": voorziening.vorm,
        "stappen": [_stap(koppeling.stap) for koppeling in voorziening.stappen.all()],
        "toegangstoets": {
            "code": voorziening.toegangstoets,
            "toetser": voorziening.toetser,
            "criterium": voorziening.toegangscriterium,
        },
        "eigen_bijdrage": {
            "code": voorziening.eigen_bijdrage,
            "soort": voorziening.bijdrage_soort,
            "toelichting": voorziening.bijdrage_toelichting,
            "prijzen": [
                {
                    "bedrag_cents": prijs.bedrag_cents,
                    "eenheid": prijs.eenheid,
                    "toelichting": prijs.toelichting,
                }
                for prijs in voorziening.prijzen.all()
            ],
        },
        "aanmelding": {
            "wijze": voorziening.aanmelding,
            "bij": voorziening.aanmelden_bij,
            "daarna": voorziening.na_aanmelding,
        },
        "leeftijd_van": voorziening.leeftijd_van,
        "leeftijd_tot": voorziening.leeftijd_tot,
        "bereik": bereik(voorziening),
        "alleen_op_afspraak": voorziening.alleen_op_afspraak,
        "locaties": [
            _locatie(koppeling.locatie, koppeling.toelichting)
            for koppeling in voorziening.locatiekoppelingen.all()
            if koppeling.locatie.live
        ],
        "activiteiten": [
            {
                "public_id": str(activiteit.public_id),
                "naam": activiteit.naam,
                "herhaling": activiteit.herhaling,
                "begint_op": _iso(activiteit.begint_op),
                "eindigt_op": _iso(activiteit.eindigt_op),
                "van": _clock(activiteit.van),
                "tot": _clock(activiteit.tot),
                "toelichting": activiteit.toelichting,
            }
            for activiteit in voorziening.activiteiten.all()
        ],
        "mededeling": {
            "tekst": voorziening.mededeling,
            "tijdelijk_gesloten": voorziening.tijdelijk_gesloten,
            "van": _iso(voorziening.mededeling_van),
            "tot": _iso(voorziening.mededeling_tot),
        },
    }


def bereik(voorziening: "Voorziening") -> list[str]:
    """The ways to get help without going anywhere."""
    flags = (
        ("aan-huis", voorziening.aan_huis),
        ("online", voorziening.online),
        ("telefoon", voorziening.telefonisch),
    )
    return [slug for slug, chosen in flags if chosen]


def _aanbieder(aanbieder: "Aanbieder") -> dict[str, Any]:
    return {
        "slug": aanbieder.slug,
        "naam": aanbieder.naam,
        "is_voorbeeld": aanbieder.is_voorbeeld,
    }


def _stap(stap: "Stap") -> dict[str, Any]:
    model = stap.ondersteuningsmodel
    return {
        "gemeente": model.gemeente.slug,
        "slug": stap.slug,
        "naam": stap.naam,
        "nummer": stap.volgorde,
        "lijn": stap.lijn,
        "via_gemeente": stap.via_gemeente,
        "uitleg": stap.uitleg,
        "model": model.naam,
    }


def _locatie(locatie: "Locatie", toelichting: str) -> dict[str, Any]:
    """A private address shows its place only, without a point."""
    shown = locatie.on_map
    street = " ".join(part for part in (locatie.straat, locatie.huisnummer) if part)
    return {
        "public_id": str(locatie.public_id),
        "naam": "" if locatie.prive else locatie.naam,
        "adres": "" if locatie.prive else street,
        "postcode": "" if locatie.prive else locatie.postcode,
        "plaats": locatie.plaats.naam if locatie.plaats else "",
        "lat": locatie.lat if shown else None,
        "lon": locatie.lon if shown else None,
        "precisie": locatie.precisie if shown else "geen",
        "toelichting": toelichting,
        "toegankelijk": {name: getattr(locatie, name) for name in locatie.TOEGANKELIJKHEID},
        "toegang_toelichting": locatie.toegang_toelichting,
    }


def _openingstijden(openingstijden: Iterable[Any]) -> list[dict[str, Any]]:
    ordered: list[Openingstijd] = sorted(openingstijden, key=lambda row: (row.weekdag, row.van))
    return [
        {
            "weekdag": row.weekdag,
            "van": _clock(row.van),
            "tot": _clock(row.tot),
            "toelichting": row.toelichting,
        }
        for row in ordered
    ]


def _terms(terms: Any) -> list[dict[str, str]]:
    return [{"slug": term.slug, "naam": term.naam} for term in terms]


def _iso(day: Any) -> str | None:
    return day.isoformat() if day else None


def _clock(moment: Any) -> str | None:
    return f"{moment:%H:%M}" if moment else None
