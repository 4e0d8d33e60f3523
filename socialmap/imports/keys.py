"""Keys of a file ↔ rows of the database."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from django.db.models import Model, Q

from socialmap.imports.records import Inhoud, public_id_of
from socialmap.models import (
    Aanbieder,
    Begrip,
    Doelgroep,
    Gemeente,
    Leefgebied,
    Locatie,
    Plaats,
    Stap,
    Taal,
    Voorziening,
)
from socialmap.text import fold_name

TERMS: Final[dict[str, type[Model]]] = {
    "begrip": Begrip,
    "doelgroep": Doelgroep,
    "leefgebied": Leefgebied,
    "taal": Taal,
}


class UnknownKey(Exception):
    """No row belongs to this key."""


class Keys:
    """Translates both ways; a row that no file names has the key "#<pk>", equal to no other."""

    def __init__(self) -> None:
        self._pks: dict[str, dict[str, int]] = defaultdict(dict)
        self._keys: dict[str, dict[int, str]] = defaultdict(dict)

    def add(self, soort: str, key: str, pk: int) -> None:
        self._pks[soort][key] = pk
        self._keys[soort][pk] = key

    def pk_of(self, soort: str, key: str) -> int:
        """Raises UnknownKey when no row belongs to `key`."""
        try:
            return self._pks[soort][key]
        except KeyError as error:
            raise UnknownKey(f"{key!r} kennen wij niet.") from error

    def knows(self, soort: str, key: str) -> bool:
        return key in self._pks[soort]

    def has_any(self, soort: str) -> bool:
        return bool(self._pks[soort])

    def key_of(self, soort: str, pk: int | None) -> str | None:
        return None if pk is None else self._keys[soort].get(pk, f"#{pk}")

    def load_terms(self) -> None:
        for soort, model in TERMS.items():
            for slug, pk in model._default_manager.values_list("slug", "pk"):
                self.add(soort, slug, pk)

    def load_gemeenten(self, slugs: Iterable[str]) -> None:
        """The gemeenten with their stappen."""
        for slug, pk in Gemeente.objects.filter(slug__in=slugs).values_list("slug", "pk"):
            self.add("gemeente", slug, pk)
        stappen = Stap.objects.filter(ondersteuningsmodel__gemeente__slug__in=slugs)
        for gemeente, slug, pk in stappen.values_list(
            "ondersteuningsmodel__gemeente__slug", "slug", "pk"
        ):
            self.add("stap", f"{gemeente}/{slug}", pk)

    def load_plaatsen(self, namen: dict[str, set[str]]) -> None:
        """`namen` per slug of a gemeente; a place of that gemeente goes before one of none."""
        folded = {fold_name(naam) for group in namen.values() for naam in group}
        places = defaultdict(list)
        for plaats in Plaats.objects.filter(zoeknaam__in=folded).order_by("-inwoners", "pk"):
            places[plaats.zoeknaam].append(plaats)
        for slug, group in namen.items():
            gemeente = self.pk_of("gemeente", slug)
            for naam in map(fold_name, group):
                own = [row for row in places[naam] if row.gemeente_id == gemeente]
                loose = [row for row in places[naam] if row.gemeente_id is None]
                for row in (own or loose)[:1]:
                    self.add("plaats", f"{slug}/{naam}", row.pk)

    def load_owned(self, inhoud: Inhoud) -> None:
        """The aanbieders, locaties and voorzieningen that earlier imports of these slugs made."""
        for soort, model, rows in (
            ("aanbieder", Aanbieder, inhoud.aanbieders),
            ("locatie", Locatie, inhoud.locaties),
            ("voorziening", Voorziening, inhoud.voorzieningen),
        ):
            slugs = {public_id_of(soort, row.slug): row.slug for row in rows}
            stored = model._default_manager.filter(Q(public_id__in=slugs))
            for public_id, pk in stored.values_list("public_id", "pk"):
                self.add(soort, slugs[public_id], pk)
