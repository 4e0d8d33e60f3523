"""Fills the table of places: plaatsen.csv first, then the Dutch places of GeoNames."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Final

from django.db import transaction
from django.utils.text import slugify

from socialmap.geo.coordinates import distance_km
from socialmap.geo.geonames import BRON as GEONAMES
from socialmap.geo.geonames import GeonamesPlaats, dutch_places
from socialmap.geo.names import PROVINCIES
from socialmap.models import Gemeente, Plaats, Postcode
from socialmap.text import fold_name

# Marks rows of this loader: only those does it change again, never what somebody else entered.
CSV_BRON: Final = "plaatsen.csv"
SAME_PLACE_KM: Final = 5.0
BATCH: Final = 500

_ABBREVIATIONS: Final = {provincie: code for code, provincie in PROVINCIES.items()}


@dataclass(slots=True)
class LoadReport:
    """How many rows of each table came or changed."""

    plaatsen_nieuw: int = 0
    plaatsen_bijgewerkt: int = 0
    postcodes_nieuw: int = 0
    postcodes_bijgewerkt: int = 0

    def __str__(self) -> str:
        return (
            f"Plaatsen: {self.plaatsen_nieuw} nieuw, {self.plaatsen_bijgewerkt} bijgewerkt. "
            f"Postcodes: {self.postcodes_nieuw} nieuw, {self.postcodes_bijgewerkt} bijgewerkt."
        )


@dataclass(slots=True, kw_only=True)
class _Entry:
    """One place on its way to the table."""

    naam: str
    lat: float
    lon: float
    bron: str
    gemeentecode: str = ""
    postcodes4: str = ""
    provincie: str = ""
    inwoners: int = 0
    slug: str = ""
    namen: frozenset[str] = field(default_factory=frozenset)

    def is_same_as(self, other: GeonamesPlaats) -> bool:
        return distance_km(self.lat, self.lon, other.lat, other.lon) <= SAME_PLACE_KM


@transaction.atomic
def load_plaatsen(*, geonames: bool = True) -> LoadReport:
    """Load the places and the points of their four-digit postcodes; a second run changes nothing.

    Args:
        geonames: also the 1,966 places of GeoNames, behind those of plaatsen.csv.
    """
    own = list(_read_own_places())
    others = _merge(own, dutch_places()) if geonames else []
    _choose_slugs(own, others)
    report = LoadReport()
    _save_plaatsen([*own, *others], report)
    _save_postcodes(own, report)
    return report


def _read_own_places() -> Iterator[_Entry]:
    source = files("socialmap").joinpath("data", "plaatsen.csv")
    with source.open(encoding="utf-8") as stream:
        for row in csv.DictReader(stream):
            other_spelling = row["bron"].partition("(")[2].rstrip(")")
            yield _Entry(
                naam=row["plaats"],
                lat=float(row["lat"]),
                lon=float(row["lon"]),
                gemeentecode=row["gemeentecode"],
                postcodes4=row["postcodes4"],
                bron=f"{CSV_BRON}: {row['bron']}",
                namen=frozenset({fold_name(row["plaats"]), fold_name(other_spelling)} - {""}),
            )


def _merge(own: list[_Entry], places: Iterable[GeonamesPlaats]) -> list[_Entry]:
    """Return the places that are not in `own`; those that are lend it inhabitants and province."""
    known: dict[str, list[_Entry]] = defaultdict(list)
    for entry in own:
        for naam in entry.namen:
            known[naam].append(entry)
    others: list[_Entry] = []
    for place in sorted(places, key=lambda place: (-place.inwoners, place.naam, place.lat)):
        naam = fold_name(place.naam)
        same = next((entry for entry in known[naam] if entry.is_same_as(place)), None)
        if same is not None:
            same.inwoners = same.inwoners or place.inwoners
            same.provincie = same.provincie or place.provincie
            continue
        entry = _Entry(
            naam=place.naam,
            lat=place.lat,
            lon=place.lon,
            bron=GEONAMES,
            provincie=place.provincie,
            inwoners=place.inwoners,
        )
        known[naam].append(entry)
        others.append(entry)
    _fill_provinces(own)
    return others


def _fill_provinces(own: list[_Entry]) -> None:
    """Give places that GeoNames lacks the province of the other places of their gemeente."""
    provinces = {entry.gemeentecode: entry.provincie for entry in own if entry.provincie}
    for entry in own:
        entry.provincie = entry.provincie or provinces.get(entry.gemeentecode, "")


def _choose_slugs(own: list[_Entry], others: list[_Entry]) -> None:
    """Own places keep the bare name; GeoNames' places of one name all carry their province."""
    count: dict[str, int] = defaultdict(int)
    for entry in [*own, *others]:
        count[slugify(entry.naam)] += 1
    taken: set[str] = set()
    for entry in [*own, *others]:
        slug = slugify(entry.naam)
        if entry.bron == GEONAMES and count[slug] > 1:
            slug = f"{slug}-{_ABBREVIATIONS.get(fold_name(entry.provincie), 'nl')}"
        number = 2
        entry.slug = slug
        while entry.slug in taken:
            entry.slug, number = f"{slug}-{number}", number + 1
        taken.add(entry.slug)


def _save_plaatsen(entries: list[_Entry], report: LoadReport) -> None:
    gemeenten = dict(Gemeente.objects.values_list("code", "pk"))
    stored = {plaats.slug: plaats for plaats in Plaats.objects.all()}
    fields = ["naam", "zoeknaam", "gemeente", "provincie", "lat", "lon", "inwoners"]
    fields += ["postcodes4", "bron"]
    new, changed = [], []
    for entry in entries:
        plaats = Plaats(
            slug=entry.slug,
            naam=entry.naam,
            zoeknaam=fold_name(entry.naam),
            gemeente_id=gemeenten.get(entry.gemeentecode),
            provincie=entry.provincie,
            lat=entry.lat,
            lon=entry.lon,
            inwoners=entry.inwoners,
            postcodes4=entry.postcodes4,
            bron=entry.bron,
        )
        existing = stored.get(entry.slug)
        if existing is None:
            new.append(plaats)
        elif _is_loaded(existing.bron):
            plaats.pk = existing.pk
            # GeoNames knows no gemeente: one that a person filled in stays.
            plaats.gemeente_id = plaats.gemeente_id or existing.gemeente_id
            if any(_value(plaats, name) != _value(existing, name) for name in fields):
                changed.append(plaats)
    Plaats.objects.bulk_create(new, batch_size=BATCH)
    Plaats.objects.bulk_update(changed, fields, batch_size=BATCH)
    report.plaatsen_nieuw, report.plaatsen_bijgewerkt = len(new), len(changed)


def _save_postcodes(own: list[_Entry], report: LoadReport) -> None:
    """Give each four-digit postcode the point of its place; a loaded postcode file goes first."""
    plaatsen = dict(
        Plaats.objects.filter(slug__in=[entry.slug for entry in own]).values_list("slug", "pk")
    )
    stored = {row.code: row for row in Postcode.objects.filter(bron__startswith=CSV_BRON)}
    wanted = {
        code: Postcode(
            code=code, lat=entry.lat, lon=entry.lon, plaats_id=plaatsen[entry.slug], bron=entry.bron
        )
        for entry in own
        for code in entry.postcodes4.split()
    }
    fields = ["lat", "lon", "plaats", "bron"]
    changed = []
    for code, existing in stored.items():
        postcode = wanted.pop(code, None)
        if postcode and any(_value(postcode, name) != _value(existing, name) for name in fields):
            postcode.pk = existing.pk
            changed.append(postcode)
    elsewhere = set(Postcode.objects.filter(code__in=wanted).values_list("code", flat=True))
    new = [postcode for code, postcode in wanted.items() if code not in elsewhere]
    Postcode.objects.bulk_create(new, batch_size=BATCH)
    Postcode.objects.bulk_update(changed, fields, batch_size=BATCH)
    report.postcodes_nieuw, report.postcodes_bijgewerkt = len(new), len(changed)


def _is_loaded(bron: str) -> bool:
    return bron == GEONAMES or bron.startswith(CSV_BRON)


def _value(row: Plaats | Postcode, name: str) -> object:
    """Return a column's value; a foreign key by its id, so that no related row is fetched."""
    return row.__dict__.get(f"{name}_id", row.__dict__.get(name))
