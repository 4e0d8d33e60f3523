"""The PDOK Locatieserver as a source of places."""

from __future__ import annotations

from typing import Any, Final

from geopy.exc import (
    GeocoderAuthenticationFailure,
    GeocoderInsufficientPrivileges,
    GeocoderQueryError,
    GeocoderQuotaExceeded,
    GeocoderTimedOut,
    GeocoderUnavailable,
    GeopyError,
)
from geopy.location import Location

from socialmap.geo.coordinates import distance_km
from socialmap.geo.errors import (
    GeocodingFailed,
    GeocodingRefused,
    GeocodingTimedOut,
    QuestionRefused,
)
from socialmap.geo.names import PROVINCIES, parse_name
from socialmap.geo.pdok import ATTRIBUTIE, PdokLocatieserver
from socialmap.geo.place import Plek, Precisie
from socialmap.models import Gemeente, Plaats
from socialmap.text import fold_name

BRON: Final = "pdok"

PRECISIES: Final = {
    "adres": Precisie.ADRES,
    "postcode": Precisie.POSTCODE,
    "weg": Precisie.POSTCODE,  # the middle of a street
    "woonplaats": Precisie.PLAATS,
    "gemeente": Precisie.PLAATS,
}

# A street name stands in many places: enough answers to find the one in the gemeente of the page.
CANDIDATES: Final = 10
# A woonplaats is one of our plaatsen when the name is the same and the point is about there.
SAME_PLACE_KM: Final = 15.0

_WITHOUT_MEANING: Final = frozenset({"gemeente", "nederland", "in", "te", *PROVINCIES})
_REFUSALS: Final = (
    GeocoderAuthenticationFailure,
    GeocoderInsufficientPrivileges,
    GeocoderQuotaExceeded,
)


class PdokPlaces:
    """Asks PDOK, and knows how its answer relates to our own plaatsen and gemeenten."""

    def __init__(self, geocoder: PdokLocatieserver) -> None:
        """Take a geocoder with a synchronous adapter."""
        self._geocoder = geocoder

    def find(self, text: str, *, gemeente_slug: str | None = None) -> Plek | None:
        """Return the address, street, postcode or place of `text`, or None.

        The middle of a place is no answer to a question for a street in it.

        Raises:
            GeocodingFailed: PDOK did not answer, refused, or answered what cannot be read.
        """
        try:
            locations = self._geocoder.geocode(text, exactly_one=False, limit=CANDIDATES)
        except (GeopyError, OSError, ValueError) as error:  # the last two slip through adapters
            raise failure_of(error) from error
        usable = [place for place in locations or () if _answers(text, place.raw)]
        if not usable:
            return None
        return _plek_of(usable, gemeente_slug)


def failure_of(error: Exception) -> GeocodingFailed:
    """Return our error for one of geopy's or of its adapters."""
    if isinstance(error, GeocoderTimedOut | GeocoderUnavailable):
        return GeocodingTimedOut()
    if isinstance(error, GeocoderQueryError):
        return QuestionRefused()
    if isinstance(error, _REFUSALS):
        return GeocodingRefused()
    return GeocodingFailed()


def _answers(text: str, doc: dict[str, Any]) -> bool:
    """Tell whether a document is what was asked, and not just the place it would lie in."""
    precisie = PRECISIES.get(str(doc.get("type")))
    if precisie is not Precisie.PLAATS:
        return precisie is not None
    asked = set(fold_name(text).split()) - _WITHOUT_MEANING
    names = ("weergavenaam", "woonplaatsnaam", "gemeentenaam", "provincienaam")
    known = {word for name in names for word in fold_name(str(doc.get(name, ""))).split()}
    return bool(asked) and asked <= known


def _plek_of(locations: list[Location], gemeente_slug: str | None) -> Plek:
    """Return the best answer: the first one, or one as exact in the gemeente of the page."""
    best = locations[0]
    equal = [place for place in locations if place.raw["type"] == best.raw["type"]]
    plaatsen, gemeenten = _own_names(equal)
    pleks = [_to_plek(place, plaatsen, gemeenten) for place in equal]
    if gemeente_slug is not None:
        for plek in pleks:
            if plek.gemeente_slug == gemeente_slug:
                return plek
    return pleks[0]


def _own_names(locations: list[Location]) -> tuple[list[Plaats], dict[str, str]]:
    """Return our plaatsen with the names of these answers, and the slugs of gemeenten by code."""
    names = {naam for place in locations for naam in _spellings_of(place.raw)}
    codes = {_gemeente_code(place.raw) for place in locations} - {None}
    plaatsen = list(Plaats.objects.filter(zoeknaam__in=names).select_related("gemeente"))
    gemeenten = dict(Gemeente.objects.filter(code__in=codes).values_list("code", "slug"))
    return plaatsen, gemeenten


def _to_plek(place: Location, plaatsen: list[Plaats], gemeenten: dict[str, str]) -> Plek:
    doc, spellings = place.raw, _spellings_of(place.raw)
    plaats = min(
        (row for row in plaatsen if row.zoeknaam in spellings and _is_near(row, place)),
        key=lambda row: distance_km(row.lat, row.lon, place.latitude, place.longitude),
        default=None,
    )
    code = _gemeente_code(doc)
    slug = gemeenten.get(code) if code else None
    if plaats is not None and plaats.gemeente is not None:
        # Our gemeente may be one that has since merged, with its own ondersteuningsmodel.
        code, slug = plaats.gemeente.code, plaats.gemeente.slug
    return Plek(
        naam=place.address,
        lat=place.latitude,
        lon=place.longitude,
        precisie=PRECISIES[doc["type"]],
        bron=BRON,
        attributie=ATTRIBUTIE,
        plaats_slug=None if plaats is None else plaats.slug,
        gemeente_code=code,
        gemeente_slug=slug,
    )


def _is_near(plaats: Plaats, place: Location) -> bool:
    return distance_km(plaats.lat, plaats.lon, place.latitude, place.longitude) <= SAME_PLACE_KM


def _spellings_of(doc: dict[str, Any]) -> frozenset[str]:
    """Return the names under which we may store the woonplaats of a document ("Haren Gn")."""
    return parse_name(str(doc.get("woonplaatsnaam", ""))).namen


def _gemeente_code(doc: dict[str, Any]) -> str | None:
    """Return the CBS code of the gemeente; PDOK leaves out "GM"."""
    code = doc.get("gemeentecode")
    return f"GM{code}" if code else None
