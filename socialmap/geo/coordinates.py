"""Coordinate pairs: reading them, the bounds of the Netherlands, distance in a straight line."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Final

EARTH_RADIUS_KM: Final = 6371.0087714

# Encloses the European Netherlands, with the border strip of Belgium and Germany that comes along.
MIN_LAT: Final = 50.5
MAX_LAT: Final = 53.8
MIN_LON: Final = 3.2
MAX_LON: Final = 7.4

# Three decimals are about 100 m, what the privacy page promises; more finds nothing better.
PAIR_DECIMALS: Final = 3

_NUMBER = r"[+-]?\d{1,3}(?:\.\d{1,12})?"
_DECIMAL_COMMA = r"[+-]?\d{1,3},\d{1,12}"
_PAIR: Final = re.compile(rf"({_NUMBER})\s*[,; ]\s*({_NUMBER})", re.ASCII)
_COMMA_PAIR: Final = re.compile(rf"({_DECIMAL_COMMA})\s*[; ]\s*({_DECIMAL_COMMA})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Pair:
    """A latitude and a longitude as typed; they may lie anywhere on earth."""

    lat: float
    lon: float

    @property
    def on_earth(self) -> bool:
        return abs(self.lat) <= 90 and abs(self.lon) <= 180


def parse_pair(text: str) -> Pair | None:
    """Return the pair in "53.172,6.609" or "53,172 6,609", or None when it is another text.

    The latitude comes first. A pair needs at least one decimal: "9752, 12" is not one.
    """
    match = _COMMA_PAIR.fullmatch(text) or _PAIR.fullmatch(text)
    if match is None:
        return None
    first, second = (part.replace(",", ".") for part in match.groups())
    if "." not in first and "." not in second:
        return None
    return Pair(round(float(first), PAIR_DECIMALS), round(float(second), PAIR_DECIMALS))


def in_netherlands(lat: float, lon: float) -> bool:
    """Tell whether a point lies within the Dutch bounds; NaN does not."""
    return MIN_LAT <= lat <= MAX_LAT and MIN_LON <= lon <= MAX_LON


def distance_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Return the great-circle distance between two points in kilometres (haversine)."""
    half_lat = math.radians(other_lat - lat) / 2
    half_lon = math.radians(other_lon - lon) / 2
    chord = (
        math.sin(half_lat) ** 2
        + math.cos(math.radians(lat)) * math.cos(math.radians(other_lat)) * math.sin(half_lon) ** 2
    )
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(chord)))
