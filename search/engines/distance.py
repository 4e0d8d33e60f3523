"""Straight-line distances, the same to the last digit on every engine."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

EARTH_RADIUS_KM: Final = 6371.0087714  # as Lucene's, so that Elasticsearch agrees
# Distances count to the centimetre, so that two ways to compute them never differ in order.
DECIMALS: Final = 5

Values = NDArray[np.float64]


def kilometres(lat: float, lon: float, lats: Values, lons: Values) -> Values:
    """Return the distance (haversine, km) from one point to many; degrees WGS 84, NaN stays NaN."""
    phi, phis = np.radians(lat), np.radians(lats)
    half_lat, half_lon = (phis - phi) / 2, np.radians(lons - lon) / 2
    chord = np.sin(half_lat) ** 2 + np.cos(phi) * np.cos(phis) * np.sin(half_lon) ** 2
    distances: Values = 2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(np.clip(chord, 0.0, 1.0)))
    return np.round(distances, DECIMALS)


def box_around(lat: float, lon: float, km: float) -> tuple[float, float, float, float] | None:
    """Return minlon, minlat, maxlon, maxlat of a box that holds the circle.

    None when the circle crosses a pole or the date line: then no box limits it.
    """
    degrees = np.degrees(km / EARTH_RADIUS_KM) * 1.000001 + 1e-6
    if abs(lat) + degrees >= 90:
        return None
    # The widest point of a circle lies nearer the pole than its centre.
    reach = np.degrees(np.arcsin(np.sin(np.radians(degrees)) / np.cos(np.radians(lat)))) + 1e-6
    if abs(lon) + reach >= 180:
        return None
    return float(lon - reach), float(lat - degrees), float(lon + reach), float(lat + degrees)
