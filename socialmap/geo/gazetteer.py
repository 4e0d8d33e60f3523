"""Finds places and postcodes in our own tables: no request leaves the machine."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from django.db import DatabaseError
from django.db.models import Q
from django.utils.text import slugify

from socialmap.geo.coordinates import distance_km
from socialmap.geo.errors import GeocodingFailed
from socialmap.geo.names import (
    PROVINCIES,
    NameQuery,
    has_house_number,
    parse_name,
    parse_postcode,
)
from socialmap.geo.place import Plek
from socialmap.geo.rows import (
    label_of,
    plek_of_gemeente,
    plek_of_plaats,
    plek_of_point,
    plek_of_postcode,
)
from socialmap.models import Plaats, Postcode
from socialmap.text import fold_name

# Places lie at most some 10 km apart; a wider search would name a place that is not nearby.
REVERSE_DEGREES_LAT: Final = 0.15
REVERSE_DEGREES_LON: Final = 0.25


@dataclass(frozen=True, slots=True, kw_only=True)
class NameMatch:
    """What the table of places says of a name."""

    plek: Plek | None = None
    others: tuple[str, ...] = ()  # other places of the same name, or the place of a known address


class Gazetteer:
    """The tables of places and postcodes as a source of places."""

    def find(self, text: str, *, gemeente_slug: str | None = None) -> Plek | None:
        """Return the postcode or else the place that `text` names, or None.

        Raises:
            GeocodingFailed: the tables could not be read.
        """
        code, rest = parse_postcode(text)
        try:
            if code is not None:
                return self.find_postcode(code)
            if has_house_number(rest):
                return None
            return self.match_name(rest, gemeente_slug=gemeente_slug).plek
        except DatabaseError as error:
            raise GeocodingFailed from error

    def find_postcode(self, code: str) -> Plek | None:
        """Return the point of "9752AB", else that of "9752"; the naam tells which it is."""
        rows = Postcode.objects.filter(code__in={code, code[:4]}).select_related("plaats__gemeente")
        best = max(rows, key=lambda row: len(row.code), default=None)
        return None if best is None else plek_of_postcode(best)

    def match_name(self, text: str, *, gemeente_slug: str | None = None) -> NameMatch:
        """Return the place or gemeente with exactly this name; one query.

        Of several places the one in the gemeente `gemeente_slug` goes first, then the largest.
        """
        query = parse_name(text)
        if not query.namen:
            return NameMatch()
        rows = list(
            Plaats.objects.filter(
                Q(zoeknaam__in=query.namen | {query.toevoeging} - {""})
                | Q(gemeente__slug__in={slugify(naam) for naam in query.namen})
            ).select_related("gemeente")
        )
        rows.sort(key=lambda row: (not _lies_in(row, gemeente_slug), -row.inwoners, row.slug))
        named = [] if query.alleen_gemeente else [r for r in rows if r.zoeknaam in query.namen]
        if query.toevoeging:
            return _narrow(query, named, rows)
        if named:
            return NameMatch(plek=plek_of_plaats(named[0]), others=_labels(named[1:]))
        return NameMatch(plek=_gemeente_plek(query, rows))

    def reverse(self, lat: float, lon: float) -> Plaats | None:
        """Return the place nearest to a point, within some 16 km; its gemeente comes along."""
        rows = Plaats.objects.filter(
            lat__range=(lat - REVERSE_DEGREES_LAT, lat + REVERSE_DEGREES_LAT),
            lon__range=(lon - REVERSE_DEGREES_LON, lon + REVERSE_DEGREES_LON),
        ).select_related("gemeente")
        return min(
            rows, key=lambda row: (distance_km(lat, lon, row.lat, row.lon), row.slug), default=None
        )

    def at_point(self, lat: float, lon: float) -> Plek:
        """Return the plek of a coordinate pair, named after the nearest place.

        Raises:
            ValueError: the point lies outside the Netherlands.
        """
        return plek_of_point(lat, lon, self.reverse(lat, lon))


def _narrow(query: NameQuery, named: list[Plaats], rows: list[Plaats]) -> NameMatch:
    """Choose by the qualifier; one that says nothing to us may be a street, so nothing is chosen.

    "Haren (NB)" and "Glimmen, Haren" find; "Haren, Kerkstraat" only suggests Haren.
    """
    chosen = [row for row in named if query.toevoeging in _whereabouts(row)]
    if not chosen and query.toevoeging in PROVINCIES.values():
        chosen = [row for row in named if not row.provincie]
    if chosen:
        return NameMatch(plek=plek_of_plaats(chosen[0]), others=_labels(chosen[1:]))
    return NameMatch(
        others=_labels(named or [row for row in rows if row.zoeknaam == query.toevoeging])
    )


def _whereabouts(plaats: Plaats) -> set[str]:
    """Return the folded names of the province and gemeente that hold a place."""
    where = {fold_name(plaats.provincie)}
    if plaats.gemeente is not None:
        where |= {fold_name(plaats.gemeente.naam), fold_name(plaats.gemeente.slug)}
    return where


def _lies_in(plaats: Plaats, gemeente_slug: str | None) -> bool:
    return (
        gemeente_slug is not None
        and plaats.gemeente is not None
        and plaats.gemeente.slug == gemeente_slug
    )


def _labels(plaatsen: Iterable[Plaats]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(label_of(plaats) for plaats in plaatsen))[:3]


def _gemeente_plek(query: NameQuery, rows: list[Plaats]) -> Plek | None:
    """Return the gemeente with this name, at its largest place: its middle may be a lake."""
    slugs = {slugify(naam) for naam in query.namen}
    for row in rows:
        if row.gemeente is not None and row.gemeente.slug in slugs:
            return plek_of_gemeente(row.gemeente, row)
    return None
