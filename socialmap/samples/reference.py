"""Rows that listings point to: synthetic gemeenten with their stappen, places, fixed lists."""

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.db.models import Max, Model

from socialmap.geo.geonames import BRON as GEONAMES
from socialmap.geo.loading import load_plaatsen
from socialmap.imports.starting import start_gemeente
from socialmap.models import Doelgroep, Gemeente, Leefgebied, Plaats, Stap, Taal
from socialmap.samples.world import Dorp, World


class Reference:
    """Rows by slug; makes what is missing first."""

    def __init__(self, world: World) -> None:
        self._gemeenten: dict[str, Gemeente] = {}
        self._stappen: dict[tuple[str, str], Stap] = {}
        self._plaatsen: dict[tuple[str, float, float], Plaats] = {}
        self._terms: dict[tuple[str, str], Model] = {}
        with transaction.atomic():
            _make_gemeenten(world)
            if not Plaats.objects.filter(bron=GEONAMES).exists():
                load_plaatsen()
            self._read()
            self._link_plaatsen(world)

    def gemeente(self, slug: str) -> Gemeente:
        return self._gemeenten[slug]

    def stap(self, gemeente: str, slug: str) -> Stap:
        return self._stappen[gemeente, slug]

    def term(self, name: str, slug: str) -> Model:
        return self._terms[name, slug]

    def plaats(self, dorp: Dorp) -> Plaats | None:
        """None for the few places that our own list spells differently."""
        return self._plaatsen.get((dorp.naam, dorp.lat, dorp.lon))

    def first_free(self, model: type[Model]) -> int:
        highest: int | None = model._default_manager.aggregate(highest=Max("pk"))["highest"]
        return (highest or 0) + 1

    def _read(self) -> None:
        self._gemeenten = {row.slug: row for row in Gemeente.objects.all()}
        for stap in Stap.objects.select_related("ondersteuningsmodel__gemeente"):
            self._stappen[stap.ondersteuningsmodel.gemeente.slug, stap.slug] = stap
        self._plaatsen = {(row.naam, row.lat, row.lon): row for row in Plaats.objects.all()}
        lists: dict[str, Any] = {
            "doelgroepen": Doelgroep,
            "leefgebieden": Leefgebied,
            "talen": Taal,
        }
        for name, model in lists.items():
            for row in model.objects.all():
                self._terms[name, row.slug] = row

    def _link_plaatsen(self, world: World) -> None:
        """Put places that belong to no gemeente in the synthetic one around them."""
        linked = []
        for dorp in world.dorpen:
            row = self.plaats(dorp)
            if row is not None and row.gemeente_id is None:
                row.gemeente = self._gemeenten[dorp.gemeente.slug]
                linked.append(row)
        Plaats.objects.bulk_update(linked, ["gemeente"], batch_size=500)


def _make_gemeenten(world: World) -> None:
    present = set(Gemeente.objects.values_list("code", flat=True))
    make: Callable[..., Any] = start_gemeente
    for deel in world.gemeenten:
        if deel.code not in present:
            make(deel.code, deel.naam, slug=deel.slug, model=deel.vorm)
