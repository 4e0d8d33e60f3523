"""A small table of places, and an adapter that answers in the place of PDOK."""

from __future__ import annotations

import pytest

from socialmap.models import Gemeente, Plaats, Postcode
from tests.socialmap.geo.fake_pdok import FakeAdapter


@pytest.fixture
def haren(db: None) -> Gemeente:
    return Gemeente.objects.create(code="GM0017", slug="haren", naam="Haren")


@pytest.fixture
def oldambt(db: None) -> Gemeente:
    return Gemeente.objects.create(code="GM1895", slug="oldambt", naam="Oldambt")


@pytest.fixture
def plaatsen(haren: Gemeente, oldambt: Gemeente) -> dict[str, Plaats]:
    """Two gemeenten, two places called Haren, one with an apostrophe; two postcodes."""
    rows = [
        Plaats(slug="haren", naam="Haren", gemeente=haren, provincie="Groningen",
               lat=53.17209, lon=6.60931, inwoners=9375, bron="plaatsen.csv: geonames"),
        Plaats(slug="glimmen", naam="Glimmen", gemeente=haren, provincie="Groningen",
               lat=53.13917, lon=6.62917, inwoners=1065, bron="plaatsen.csv: hand"),
        Plaats(slug="haren-nb", naam="Haren", provincie="Noord-Brabant",
               lat=51.80167, lon=5.58472, inwoners=690, bron="geonames"),
        Plaats(slug="winschoten", naam="Winschoten", gemeente=oldambt, provincie="Groningen",
               lat=53.14417, lon=7.03472, inwoners=18506, bron="geonames"),
        Plaats(slug="finsterwolde", naam="Finsterwolde", gemeente=oldambt, provincie="Groningen",
               lat=53.196, lon=7.09, inwoners=0, bron="plaatsen.csv: hand"),
        Plaats(slug="s-hertogenbosch", naam="'s-Hertogenbosch", provincie="Noord-Brabant",
               lat=51.69917, lon=5.30417, inwoners=160783, bron="geonames"),
        Plaats(slug="zeijen", naam="Zeijen", provincie="Drenthe",
               lat=53.0475, lon=6.54583, inwoners=737, bron="geonames"),
        Plaats(slug="feanwalden", naam="Feanwâlden", provincie="Friesland",
               lat=53.2425, lon=5.9897, inwoners=3600, bron="geonames"),
    ]  # fmt: skip
    for row in rows:
        row.save()
    by_slug = {row.slug: row for row in rows}
    Postcode.objects.create(
        code="9752", lat=53.172, lon=6.609, plaats=by_slug["haren"], bron="plaatsen.csv: geonames"
    )
    Postcode.objects.create(
        code="9756AB", lat=53.1392, lon=6.6292, plaats=by_slug["glimmen"], bron="bag"
    )
    return by_slug


@pytest.fixture
def pdok() -> FakeAdapter:
    """The adapter of a geocoder: what it answers next, and the requests it got."""
    return FakeAdapter()
