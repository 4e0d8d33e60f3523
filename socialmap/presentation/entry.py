"""The page of one voorziening: its public serialisation in the words of the template."""

from dataclasses import asdict
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail.rich_text import expand_db_html

from socialmap.context import gemeente_of, page_url
from socialmap.models.contact import Contact
from socialmap.models.locatie import Locatie, Precisie
from socialmap.models.voorziening import Voorziening
from socialmap.presentation import place, times
from socialmap.presentation.card import card_of, notice_text
from socialmap.presentation.money import price_text
from socialmap.presentation.uitspraken import uitspraken
from socialmap.serialisation import serialise


def entry(voorziening: Voorziening, request: HttpRequest, today: date) -> dict[str, Any]:
    """Return `v` of socialmap/voorziening.html for an entry fetched with `for_serialisation()`.

    It also serves the preview of a draft, whose children exist in memory only.
    """
    shape = serialise(voorziening)
    gemeente = gemeente_of(request)
    return {
        **asdict(card_of(voorziening, request)),
        "uitspraken": uitspraken(shape, gemeente.slug if gemeente else None),
        "omschrijving": SafeString(expand_db_html(shape["omschrijving"])),
        "goed_om_te_weten": shape["goed_om_te_weten"],
        "meenemen": shape["wat_meenemen"],
        "foto": _photo(voorziening),
        "prijzen": [
            {"bedrag": price_text(prijs), "eenheid": "", "toelichting": prijs["toelichting"]}
            for prijs in shape["eigen_bijdrage"]["prijzen"]
        ],
        "doelgroepen": _filter_links(request, "doelgroep", shape["doelgroepen"]),
        "leefgebieden": _filter_links(request, "leefgebied", shape["leefgebieden"]),
        "talen": _filter_links(request, "taal", shape["talen"]),
        "leeftijd": age_text(shape["leeftijd_van"], shape["leeftijd_tot"]),
        "locaties": [_location(locatie) for locatie in shape["locaties"]],
        "werkingsgebied_zin": place.area_text(shape),
        "wanneer": _("Alleen op afspraak") if shape["alleen_op_afspraak"] else "",
        "activiteiten": [
            {
                "naam": row["naam"],
                "wanneer": times.activity_text(row),
                "locatie": row["toelichting"],
            }
            for row in shape["activiteiten"]
        ],
        "openingstijden": times.week(shape["openingstijden"]),
        "contacten": [
            {
                "soort": row["soort"],
                "label": row["toelichting"] or str(Contact.Soort(row["soort"]).label),
                "waarde": row["waarde"],
                "href": row["href"],
            }
            for row in shape["contacten"]
        ],
        "gecontroleerd": _checked(shape),
        "gewijzigd_op": (
            date_format(voorziening.last_published_at, "j F Y")
            if voorziening.last_published_at
            else ""
        ),
        "bron": _source(shape),
        "aanbieder": _provider(shape["aanbieder"], request),
        "mede_aanbieders": [_provider(row, request) for row in shape["mede_aanbieders"]],
        "onderdeel_van": _whole(voorziening, request),
        "onderdelen": _parts(voorziening, request),
        "mededeling": _notice(shape, today),
        "plek_vrij": shape["plek_vrij"],
        "wachttijd_weken": shape["wachttijd_weken"],
    }


def age_text(van: int | None, tot: int | None) -> str:
    if van is not None and tot is not None:
        return _("%(van)d tot en met %(tot)d jaar") % {"van": van, "tot": tot}
    if van is not None:
        return _("vanaf %(van)d jaar") % {"van": van}
    if tot is not None:
        return _("tot en met %(tot)d jaar") % {"tot": tot}
    return ""


def _filter_links(
    request: HttpRequest, facet: str, terms: list[dict[str, Any]]
) -> list[dict[str, str]]:
    path = page_url(request, "zoeken")
    return [
        {"label": term["naam"], "url": f"{path}?{urlencode({facet: term['slug']})}"}
        for term in terms
    ]


def _photo(voorziening: Voorziening) -> dict[str, str] | None:
    if voorziening.foto is None:
        return None
    rendition = voorziening.foto.get_rendition("fill-960x540")
    return {"url": rendition.url, "alt": voorziening.foto.default_alt_text}


def _location(locatie: dict[str, Any]) -> dict[str, Any]:
    labels = {name: Locatie._meta.get_field(name).verbose_name for name in locatie["toegankelijk"]}
    facts = locatie["toegankelijk"].items()
    known = any(value is not None for _name, value in facts)
    return {
        "naam": locatie["naam"],
        "adres": locatie["adres"],
        "plaats": " ".join(part for part in (locatie["postcode"], locatie["plaats"]) if part),
        "precisie_label": (
            ""
            if locatie["precisie"] in (Precisie.ADRES, Precisie.GEEN)
            else str(Precisie(locatie["precisie"]).label)
        ),
        "toegankelijkheid": (
            [{"label": str(labels[name]).capitalize(), "ja": value} for name, value in facts]
            if known
            else []
        ),
        "openingstijden": times.week(locatie["openingstijden"]),
        "lat": locatie["lat"],
        "lon": locatie["lon"],
    }


def _checked(shape: dict[str, Any]) -> dict[str, str] | None:
    if not shape["gecontroleerd_op"]:
        return None
    day = date.fromisoformat(shape["gecontroleerd_op"])
    return {
        "op": date_format(day, "j F Y"),
        "door": shape["gecontroleerd_door"] or _("de redactie"),
    }


def _source(shape: dict[str, Any]) -> dict[str, Any] | None:
    bron = shape["bron"]
    if not bron.get("titel"):
        return None
    return {
        "titel": bron["titel"],
        "periode": bron.get("periode", ""),
        "regels": bron.get("regels", ""),
        "historisch": shape["status"] == "historisch",
    }


def _provider(aanbieder: dict[str, Any] | None, request: HttpRequest) -> dict[str, Any] | None:
    if aanbieder is None:
        return None
    return {
        "naam": aanbieder["naam"],
        "url": page_url(request, "aanbieder", slug=aanbieder["slug"]),
        "voorbeeld": aanbieder["is_voorbeeld"],
    }


def _whole(voorziening: Voorziening, request: HttpRequest) -> dict[str, str] | None:
    whole = voorziening.onderdeel_van
    return None if whole is None or not whole.live else _named(whole, request)


def _parts(voorziening: Voorziening, request: HttpRequest) -> list[dict[str, str]]:
    if voorziening.pk is None:
        return []
    parts = Voorziening.objects.live().filter(onderdeel_van_id=voorziening.pk).order_by("naam")
    return [_named(part, request) for part in parts[:50]]


def _named(voorziening: Voorziening, request: HttpRequest) -> dict[str, str]:
    return {
        "naam": voorziening.naam,
        "url": page_url(request, "voorziening", slug=voorziening.slug),
    }


def _notice(shape: dict[str, Any], today: date) -> dict[str, str] | None:
    text = notice_text(shape, today)
    if not text:
        return None
    until = shape["mededeling"]["tot"]
    return {
        "soort": "gesloten" if shape["mededeling"]["tijdelijk_gesloten"] else "mededeling",
        "tekst": text,
        "tot": date_format(date.fromisoformat(until), "j F Y") if until else "",
    }
