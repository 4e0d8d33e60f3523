"""A geopy geocoder for the PDOK Locatieserver 3.1: addresses, postcodes, streets and places.

Contract: README and wiki of PDOK/locatieserver. Data from BAG and the administrative borders.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Iterable, Mapping
from functools import partial
from typing import Any, Final, TypeVar
from urllib.parse import urlencode

from geopy.adapters import AdapterHTTPError
from geopy.exc import GeocoderParseError, GeocoderQueryError
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from geopy.point import Point

from socialmap.geo.coordinates import in_netherlands

T = TypeVar("T")

DOMAIN: Final = "api.pdok.nl/bzk/locatieserver/search/v3_1"
ATTRIBUTIE: Final = "Kadaster, BAG via PDOK"

TYPES: Final = ("adres", "postcode", "weg", "woonplaats", "gemeente")
# `centroide_ll` is not among the fields that come unasked.
FIELDS: Final = (
    "id",
    "type",
    "weergavenaam",
    "score",
    "centroide_ll",
    "straatnaam",
    "postcode",
    "woonplaatsnaam",
    "gemeentenaam",
    "gemeentecode",
    "provincienaam",
)
# Version 3.1 refuses a request with a parameter that it does not know.
PARAMETERS: Final = {
    "free": frozenset({"q", "fq", "fl", "rows"}),
    "suggest": frozenset({"q", "fq", "fl", "rows"}),
    "reverse": frozenset({"lat", "lon", "type", "distance", "fl", "rows"}),
}

_SOLR_SPECIAL: Final = re.compile(r'([+\-!(){}\[\]^"~*?:\\/&|])')
_SOLR_WORDS: Final = re.compile(r"\b(AND|OR|NOT|TO)\b")
# WKT puts longitude first: "POINT(6.6093 53.1721)".
_POINT: Final = re.compile(r"POINT ?\((-?\d+(?:\.\d+)?) (-?\d+(?:\.\d+)?)\)")


def escape_solr(text: str) -> str:
    """Return `text` so that Solr reads every character of it as text."""
    return _SOLR_SPECIAL.sub(r"\\\1", _SOLR_WORDS.sub(lambda word: word[0].lower(), text))


class PdokLocatieserver(Geocoder):
    """Geocoder, typeahead and reverse geocoder of the Dutch government; no key needed.

    Works with every adapter of geopy, asynchronous ones included. No result is `None`.
    """

    def __init__(
        self,
        *,
        scheme: str | None = None,
        timeout: object = DEFAULT_SENTINEL,
        proxies: object = DEFAULT_SENTINEL,
        domain: str = DOMAIN,
        user_agent: str | None = None,
        ssl_context: object = DEFAULT_SENTINEL,
        adapter_factory: Callable[..., object] | None = None,
    ) -> None:
        """Take geopy's usual arguments; `domain` is host and path without scheme."""
        super().__init__(
            scheme=scheme,
            timeout=timeout,
            proxies=proxies,
            user_agent=user_agent,
            ssl_context=ssl_context,
            adapter_factory=adapter_factory,
        )
        self.domain = domain.strip("/")

    def geocode(
        self,
        query: str,
        *,
        exactly_one: bool = True,
        timeout: object = DEFAULT_SENTINEL,
        limit: int | None = None,
        types: Iterable[str] = TYPES,
    ) -> Any:
        """Return the point of an address, postcode, street or place.

        Returns:
            A Location, or a list of them unless `exactly_one`; None without results. `raw` holds
            the document of PDOK with the fields FIELDS; its `type` tells how exact the point is.
        """
        params = self._query_params(query, 1 if exactly_one else limit, types)
        return self._ask("free", params, partial(_read_locations, exactly_one=exactly_one), timeout)

    def suggest(
        self,
        query: str,
        *,
        timeout: object = DEFAULT_SENTINEL,
        limit: int | None = None,
        types: Iterable[str] = TYPES,
    ) -> Any:
        """Return the names that fit what somebody is typing, as a list of texts."""
        params = self._query_params(query, limit, types) | {"fl": "id,type,weergavenaam,score"}
        return self._ask("suggest", params, _read_names, timeout)

    def reverse(
        self,
        query: object,
        *,
        exactly_one: bool = True,
        timeout: object = DEFAULT_SENTINEL,
        limit: int | None = None,
        distance: int | None = None,
        type: str = "adres",
    ) -> Any:
        """Return what lies nearest to a point, at most `distance` metres away.

        Args:
            query: a geopy Point, (latitude, longitude), or "latitude, longitude".
        """
        point = query if isinstance(query, Point) else Point(query)
        params: dict[str, object] = {
            "lat": point.latitude,
            "lon": point.longitude,
            "type": type,
            "fl": ",".join((*FIELDS, "afstand")),
        }
        if exactly_one or limit:
            params["rows"] = 1 if exactly_one else limit
        if distance is not None:
            params["distance"] = distance
        read = partial(_read_locations, exactly_one=exactly_one)
        return self._ask("reverse", params, read, timeout)

    def _query_params(
        self, query: str, limit: int | None, types: Iterable[str]
    ) -> dict[str, object]:
        params: dict[str, object] = {
            "q": escape_solr(query),
            "fq": f"type:({' OR '.join(types)})",
            "fl": ",".join(FIELDS),
        }
        if limit:
            params["rows"] = limit
        return params

    def _ask(
        self,
        endpoint: str,
        params: Mapping[str, object],
        read: Callable[[Any], T],
        timeout: object,
    ) -> T | None | Awaitable[T | None]:
        if unknown := params.keys() - PARAMETERS[endpoint]:
            raise GeocoderQueryError(f"The Locatieserver does not know {sorted(unknown)}.")
        # Unlike geopy's own geocoders this one does not log the address: it holds what was asked.
        url = f"{self.scheme}://{self.domain}/{endpoint}?{urlencode(params)}"
        return self._call_geocoder(url, read, timeout=timeout)

    def _adapter_error_handler(self, error: Exception) -> object:
        if isinstance(error, AdapterHTTPError):
            error.text = None  # Solr repeats the question in its errors, and geopy logs the body.
        return super()._adapter_error_handler(error)


def _read_docs(answer: Any) -> list[Mapping[str, Any]]:
    try:
        docs = answer["response"]["docs"]
    except (KeyError, TypeError) as error:
        raise GeocoderParseError("The answer has no list of documents.") from error
    if not isinstance(docs, list) or not all(isinstance(doc, Mapping) for doc in docs):
        raise GeocoderParseError("The answer has no list of documents.")
    return docs


def _read_locations(answer: Any, *, exactly_one: bool) -> Location | list[Location] | None:
    locations = [_read_location(doc) for doc in _read_docs(answer) if doc.get("centroide_ll")]
    if not locations:
        return None
    return locations[0] if exactly_one else locations


def _read_location(doc: Mapping[str, Any]) -> Location:
    match = _POINT.fullmatch(str(doc["centroide_ll"]))
    if match is None:
        raise GeocoderParseError("A document has a point that is not a point.")
    lon, lat = float(match[1]), float(match[2])
    if not in_netherlands(lat, lon):
        raise GeocoderParseError("A document has a point outside the Netherlands.")
    return Location(str(doc.get("weergavenaam", "")), (lat, lon), dict(doc))


def _read_names(answer: Any) -> list[str]:
    names = (doc.get("weergavenaam") for doc in _read_docs(answer))
    return [str(name) for name in names if name]
