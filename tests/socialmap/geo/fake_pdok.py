"""Stands in for the network: answers with documents in the shape of the Locatieserver 3.1."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

from geopy.adapters import BaseSyncAdapter

from socialmap.geo.pdok import PdokLocatieserver
from socialmap.geo.pdok_places import PdokPlaces

# Documents as /free gives them for the fields that we ask; the addresses are of no one.
ADRES = {
    "id": "adr-0123456789abcdef",
    "type": "adres",
    "weergavenaam": "Voorbeeldlaan 1, 9752XX Haren",
    "straatnaam": "Voorbeeldlaan",
    "postcode": "9752XX",
    "woonplaatsnaam": "Haren",
    "gemeentenaam": "Groningen",
    "gemeentecode": "0014",
    "provincienaam": "Groningen",
    "centroide_ll": "POINT(6.61012345 53.17312345)",
    "score": 11.2,
}
ADRES_BRABANT = ADRES | {
    "id": "adr-fedcba9876543210",
    "weergavenaam": "Voorbeeldlaan 1, 5368XX Haren",
    "postcode": "5368XX",
    "gemeentenaam": "Oss",
    "gemeentecode": "0828",
    "provincienaam": "Noord-Brabant",
    "centroide_ll": "POINT(5.5847 51.8016)",
    "score": 11.9,
}
WEG = ADRES | {
    "id": "weg-0123",
    "type": "weg",
    "weergavenaam": "Voorbeeldlaan, Haren, Groningen",
    "centroide_ll": "POINT(6.6111 53.1733)",
}
WOONPLAATS = {
    "id": "wpl-0123",
    "type": "woonplaats",
    "weergavenaam": "Haren, Groningen, Groningen",
    "woonplaatsnaam": "Haren",
    "gemeentenaam": "Groningen",
    "gemeentecode": "0014",
    "provincienaam": "Groningen",
    "centroide_ll": "POINT(6.6093 53.1721)",
    "score": 9.1,
}
GEMEENTE = {
    "id": "gem-0123",
    "type": "gemeente",
    "weergavenaam": "Gemeente Eemsdelta",
    "gemeentenaam": "Eemsdelta",
    "gemeentecode": "1979",
    "provincienaam": "Groningen",
    "centroide_ll": "POINT(6.8662 53.3208)",
    "score": 8.0,
}


def answer(*docs: dict[str, Any]) -> dict[str, Any]:
    """Return the envelope of PDOK around documents."""
    return {
        "response": {
            "numFound": len(docs),
            "start": 0,
            "maxScore": max((doc.get("score", 0.0) for doc in docs), default=0.0),
            "numFoundExact": True,
            "docs": list(docs),
        },
        "highlighting": {},
        "spellcheck": {},
    }


class FakeAdapter(BaseSyncAdapter):
    """An adapter of geopy that never opens a connection."""

    def __init__(self, *, proxies: object = None, ssl_context: object = None) -> None:
        super().__init__(proxies=proxies, ssl_context=ssl_context)
        self.answer: Any = answer()
        self.error: Exception | None = None
        self.urls: list[str] = []
        self.timeouts: list[float] = []
        self.headers: list[dict[str, str]] = []

    def get_json(self, url: str, *, timeout: float, headers: dict[str, str]) -> Any:
        self.urls.append(url)
        self.timeouts.append(timeout)
        self.headers.append(headers)
        if self.error is not None:
            raise self.error
        return self.answer

    def get_text(self, url: str, *, timeout: float, headers: dict[str, str]) -> str:
        raise AssertionError("The Locatieserver is asked for JSON.")

    @property
    def params(self) -> dict[str, str]:
        """The parameters of the last request."""
        return {name: values[0] for name, values in parse_qs(urlsplit(self.urls[-1]).query).items()}

    def factory(self) -> Callable[..., FakeAdapter]:
        return lambda *, proxies, ssl_context: self

    def geocoder(self) -> PdokLocatieserver:
        return PdokLocatieserver(
            timeout=1.5, user_agent="sociale-kaart-test", adapter_factory=self.factory()
        )

    def source(self) -> PdokPlaces:
        return PdokPlaces(self.geocoder())
