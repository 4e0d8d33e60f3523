"""Gemeenten, their models, aanbieders and locaties: made when missing, else left to people.

These rows have no ImportStand: what a file says differently is reported, never written.
"""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model

from socialmap.imports.keys import Keys, UnknownKey
from socialmap.imports.problems import Problem, problems_of
from socialmap.imports.records import (
    AanbiederRecord,
    GemeenteRecord,
    LocatieRecord,
    public_id_of,
)
from socialmap.imports.report import ImportReport
from socialmap.imports.sites import site_of
from socialmap.models import (
    Aanbieder,
    Gemeente,
    Locatie,
    LocatieOpening,
    Ondersteuningsmodel,
    Plaats,
    Stap,
)
from socialmap.models.opening import Openingstijd


class Foundation:
    """Applies the records that voorzieningen stand on."""

    def __init__(self, keys: Keys, report: ImportReport, problems: list[Problem]) -> None:
        self.keys, self.report, self.problems = keys, report, problems

    def save_gemeente(self, record: GemeenteRecord) -> None:
        gemeente = Gemeente.objects.filter(slug=record.slug).first()
        if gemeente is None:
            gemeente = Gemeente(slug=record.slug)
        elif gemeente.code != record.waarden["code"]:
            self._note(record, "code", f"Deze gemeente heeft hier de code {gemeente.code}.")
            return
        bare = not Ondersteuningsmodel.objects.filter(gemeente=gemeente.pk).exists()
        if not bare:
            self._keep(gemeente, record.waarden, f"gemeente {record.slug}", "gemeenten")
            self._save_stappen(gemeente.ondersteuningsmodel, record)
            return
        for name, value in record.waarden.items():
            setattr(gemeente, name, value)
        gemeente.zichtbaar = True
        if record.opvolger:
            gemeente.opvolger = self._opvolger(record.opvolger)
        if self._save(gemeente, record, "gemeenten"):
            model = Ondersteuningsmodel(gemeente=gemeente, **record.model)
            model.full_clean()
            model.save()
            self._save_stappen(model, record)
            if record.host and gemeente.site is None:
                gemeente.site = site_of(record.host, gemeente.naam)
                gemeente.save(update_fields=["site"])

    def save_aanbieder(self, record: AanbiederRecord) -> None:
        public_id = public_id_of("aanbieder", record.slug)
        stored = Aanbieder.objects.filter(public_id=public_id).first()
        if stored is not None:
            # Two gemeenten may name one organisation: the first that did decides.
            own = stored.gemeente_id == self.keys.pk_of("gemeente", record.gemeente)
            waarden = record.waarden if own else {}
            self._keep(stored, waarden, f"aanbieder {record.slug}", "aanbieders")
            self.keys.add("aanbieder", record.slug, stored.pk)
            return
        aanbieder = Aanbieder(
            public_id=public_id,
            slug=record.slug,
            gemeente_id=self.keys.pk_of("gemeente", record.gemeente),
            **record.waarden,
        )
        if self._save(aanbieder, record, "aanbieders"):
            aanbieder.save_revision(clean=False).publish()
            self.keys.add("aanbieder", record.slug, aanbieder.pk)

    def save_locatie(self, record: LocatieRecord) -> None:
        public_id = public_id_of("locatie", record.slug)
        stored = Locatie.objects.filter(public_id=public_id).first()
        if stored is not None:
            self._keep(stored, record.waarden, f"locatie {record.slug}", "locaties")
            return
        try:
            plaats = Plaats.objects.get(pk=self.keys.pk_of("plaats", record.plaats))
        except UnknownKey:
            self._note(record, "plaats", "Deze plaats staat niet in de lijst van plaatsen.")
            return
        north, east = record.verplaatsing
        locatie = Locatie(
            public_id=public_id,
            slug=record.slug,
            aanbieder_id=self.keys.pk_of("aanbieder", record.aanbieder),
            plaats=plaats,
            lat=round(plaats.lat + north, 5),
            lon=round(plaats.lon + east, 5),
            **record.waarden,
        )
        locatie.openingstijden.set([_opening(row) for row in record.openingstijden])
        if self._save(locatie, record, "locaties"):
            locatie.save_revision(clean=False).publish()
            self.keys.add("locatie", record.slug, locatie.pk)

    def _save_stappen(self, model: Ondersteuningsmodel, record: GemeenteRecord) -> None:
        stored = {stap.slug: stap for stap in model.stappen.all()}
        for values in record.stappen:
            where = f"stap {record.slug}/{values['slug']}"
            if values["slug"] in stored:
                self._keep(stored[values["slug"]], values, where, "stappen")
            else:
                self._save(Stap(ondersteuningsmodel=model, **values), record, "stappen")

    def _opvolger(self, values: dict[str, str]) -> Gemeente:
        """The gemeente that took over; unseen by visitors until its own data are loaded."""
        return Gemeente.objects.get_or_create(
            code=values["code"],
            defaults={"slug": values["slug"], "naam": values["naam"], "zichtbaar": False},
        )[0]

    def _save(self, row: Model, record: Any, soort: str) -> bool:
        try:
            row.full_clean()
        except ValidationError as error:
            self.problems += problems_of(error, bestand=record.bestand, slug=record.slug)
            return False
        row.save()
        self.report.aangemaakt[soort] += 1
        return True

    def _keep(self, row: Model, waarden: dict[str, Any], where: str, soort: str) -> None:
        """Leave what exists and report where the file says something else."""
        self.report.ongewijzigd[soort] += 1
        other = tuple(name for name, value in waarden.items() if getattr(row, name) != value)
        if other:
            self.report.behouden[where] = other

    def _note(self, record: Any, veld: str, tekst: str) -> None:
        self.problems.append(
            Problem(bestand=record.bestand, slug=record.slug, veld=veld, tekst=tekst)
        )


def _opening(row: dict[str, Any]) -> Openingstijd:
    opening = LocatieOpening(**row)
    # Text becomes a time, as a form would do it.
    opening.clean_fields(exclude=["locatie"])
    return opening
