"""From plain listings to rows of the models, with keys chosen beforehand."""

import datetime
import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Model
from django.utils import timezone

from socialmap.models import (
    Aanbieder,
    Activiteit,
    Contact,
    Locatie,
    Prijs,
    Publicatie,
    Voorziening,
    VoorzieningLocatie,
    VoorzieningOpening,
    VoorzieningStap,
    Werkingsgebied,
)
from socialmap.samples.listings import Listing
from socialmap.samples.organisations import FACTS, Organisatie
from socialmap.samples.reference import Reference
from socialmap.serialisation import serialise

Rows = dict[type[Model], list[Any]]

# m2m field → its table and the column of the term.
MANY: dict[str, tuple[Any, str]] = {
    "doelgroepen": (Voorziening.doelgroepen.through, "doelgroep"),
    "leefgebieden": (Voorziening.leefgebieden.through, "leefgebied"),
    "talen": (Voorziening.talen.through, "taal"),
}
RELATION_OF: dict[type[Model], str] = {
    VoorzieningStap: "stappen",
    Werkingsgebied: "werkingsgebieden",
    VoorzieningLocatie: "locatiekoppelingen",
    Contact: "contacten",
    Prijs: "prijzen",
    VoorzieningOpening: "openingstijden",
    Activiteit: "activiteiten",
}
RELATIONS = (*RELATION_OF.values(), *MANY, "mede_aanbieders")
FIRST_DAY = datetime.date(2026, 1, 5)
OWNERS: tuple[type[Model], ...] = (Aanbieder, Locatie, Voorziening)
# In an order in which each row finds the rows it points to.
TABLES = (*OWNERS, *RELATION_OF, *(through for through, _ in MANY.values()), Publicatie)


class Builder:
    """Turns listings into rows; an organisation is made with the first listing that has it."""

    def __init__(self, reference: Reference, seed: int) -> None:
        self.reference, self.seed = reference, seed
        self.now, self.today = timezone.now(), timezone.localdate()
        self.next_pk = {model: reference.first_free(model) for model in TABLES}
        self._organisatie: uuid.UUID | None = None
        self._aanbieder: Any = None
        self._locatie: Any = None

    def rows(self, listings: Iterable[Listing]) -> Rows:
        rows: Rows = defaultdict(list)
        for listing in listings:
            self._add(listing, rows)
        return rows

    def snapshots(self, rows: Rows) -> list[Publicatie]:
        """What visitors see of each voorziening, as publishing one stores it."""
        return [
            Publicatie(
                pk=self._take(Publicatie),
                voorziening_id=voorziening.pk,
                public_id=voorziening.public_id,
                slug=voorziening.slug,
                gepubliceerd_op=self.now,
                inhoud=serialise(voorziening),
            )
            for voorziening in rows[Voorziening]
        ]

    def _add(self, listing: Listing, rows: Rows) -> None:
        if listing.organisatie:
            self._choose(listing.organisatie, rows)
        voorziening = self._voorziening(listing)
        rows[Voorziening].append(voorziening)
        children: dict[str, list[Any]] = {name: [] for name in RELATIONS}
        for model, values in self._children(listing):
            row = self._append(rows, model, voorziening_id=voorziening.pk, **values)
            children[RELATION_OF[model]].append(row)
        for name, (through, column) in MANY.items():
            for slug in getattr(listing, name):
                term = self.reference.term(name, slug)
                self._append(rows, through, voorziening_id=voorziening.pk, **{column: term})
                children[name].append(term)
            children[name].sort(key=lambda term: (term.volgorde, term.naam))
        # What modelcluster keeps of an unsaved family: the serialisation reads it, without queries.
        voorziening._cluster_related_objects = children

    def _children(self, listing: Listing) -> Iterator[tuple[type[Model], dict[str, Any]]]:
        stap = self.reference.stap(listing.dorp.gemeente.slug, listing.stap)
        yield VoorzieningStap, {"stap": stap}
        yield Werkingsgebied, self._area(listing)
        if listing.op_locatie and listing.organisatie:
            yield VoorzieningLocatie, {"locatie": self._locatie}
        if listing.telefoon:
            yield Contact, {"soort": "telefoon", "waarde": listing.telefoon, "sort_order": 0}
        if listing.website:
            yield Contact, {"soort": "website", "waarde": listing.website, "sort_order": 1}
        for cents, eenheid in listing.prijzen:
            yield Prijs, {"bedrag_cents": cents, "eenheid": eenheid}
        for number, (day, van, tot) in enumerate(listing.openingstijden):
            clocks = {"van": _clock(van), "tot": _clock(tot)}
            yield VoorzieningOpening, {"weekdag": day, "sort_order": number, **clocks}
        if listing.herhaling:
            rule, van, tot = listing.herhaling
            clocks = {"van": _clock(van), "tot": _clock(tot)}
            yield Activiteit, {"herhaling": rule, "begint_op": FIRST_DAY, **clocks}

    def _append(self, rows: Rows, model: type[Model], **values: Any) -> Any:
        row = model(pk=self._take(model), **values)
        rows[model].append(row)
        return row

    def _take(self, model: type[Model]) -> int:
        pk = self.next_pk[model]
        self.next_pk[model] = pk + 1
        return pk

    def _choose(self, organisatie: Organisatie, rows: Rows) -> None:
        """Make the aanbieder with its locatie, or find them when an earlier run did."""
        if self._organisatie == organisatie.public_id:
            return
        self._organisatie = organisatie.public_id
        self._aanbieder = Aanbieder.objects.filter(public_id=organisatie.public_id).first()
        if self._aanbieder is not None:
            self._locatie = Locatie.objects.select_related("plaats").get(
                public_id=organisatie.plek.public_id
            )
            return
        self._aanbieder = self._append(
            rows,
            Aanbieder,
            public_id=organisatie.public_id,
            slug=organisatie.slug,
            naam=organisatie.naam,
            soort=organisatie.soort,
            gemeente=self.reference.gemeente(organisatie.dorp.gemeente.slug),
            is_voorbeeld=True,
            **self._published(),
        )
        plek = organisatie.plek
        self._locatie = self._append(
            rows,
            Locatie,
            public_id=plek.public_id,
            slug=f"{organisatie.slug}-plek",
            naam=plek.naam,
            aanbieder=self._aanbieder,
            straat="Voorbeeldstraat",
            huisnummer=plek.huisnummer,
            postcode="0000 AA",
            plaats=self.reference.plaats(organisatie.dorp),
            lat=plek.lat,
            lon=plek.lon,
            precisie="adres",
            **dict(zip(FACTS, plek.toegang, strict=True)),
            **self._published(),
        )
        self._locatie._cluster_related_objects = {"openingstijden": []}

    def _published(self) -> dict[str, Any]:
        moments = ("aangemaakt_op", "bijgewerkt_op", "first_published_at", "last_published_at")
        return {
            "live": True,
            "has_unpublished_changes": False,
            **dict.fromkeys(moments, self.now),
        }

    def _voorziening(self, listing: Listing) -> Voorziening:
        dagen = listing.gecontroleerd_dagen
        checked = None if dagen is None else self.today - datetime.timedelta(days=dagen)
        return Voorziening(
            pk=self._take(Voorziening),
            public_id=listing.public_id,
            slug=listing.slug,
            naam=listing.naam,
            soort=listing.soort,
            samenvatting=listing.samenvatting,
            omschrijving=listing.omschrijving,
            goed_om_te_weten=listing.goed_om_te_weten,
            wat_meenemen=listing.wat_meenemen,
            trefwoorden=listing.trefwoorden,
            beherende_gemeente=self.reference.gemeente(listing.dorp.gemeente.slug),
            aanbieder=self._aanbieder if listing.organisatie else None,
            vorm=listing.vorm,
            toegangstoets=listing.toegangstoets,
            toetser=listing.toetser,
            toegangscriterium=listing.toegangscriterium,
            eigen_bijdrage=listing.eigen_bijdrage,
            bijdrage_soort=listing.bijdrage_soort,
            aanmelding=listing.aanmelding,
            leeftijd_van=listing.leeftijd_van,
            leeftijd_tot=listing.leeftijd_tot,
            aan_huis="aan-huis" in listing.bereik,
            online="online" in listing.bereik,
            telefonisch="telefoon" in listing.bereik,
            plek_vrij=listing.plek_vrij,
            wachttijd_weken=listing.wachttijd_weken,
            is_voorbeeld=True,
            bron={"verzonnen": True, "reeks": self.seed, "nummer": listing.nummer},
            laatst_gecontroleerd_op=checked,
            gecontroleerd_door="De aanbieder" if checked else "",
            **self._published(),
        )

    def _area(self, listing: Listing) -> dict[str, Any]:
        gemeente = self.reference.gemeente(listing.dorp.gemeente.slug)
        plaats = self.reference.plaats(listing.dorp)
        if listing.gebied == "landelijk":
            return {"soort": "landelijk"}
        if listing.gebied == "plaats" and plaats is not None:
            return {"soort": "plaats", "gemeente": gemeente, "plaats": plaats}
        return {"soort": "gemeente", "gemeente": gemeente}


def _clock(text: str) -> datetime.time:
    return datetime.time.fromisoformat(text)
