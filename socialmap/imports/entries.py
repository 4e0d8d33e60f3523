"""Voorzieningen through the same gate as everybody: revision, publish rules, snapshot."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import chain
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone

from socialmap.imports.fields import (
    CHILDREN,
    MANY,
    ROW_FIELDS,
    WrongValues,
    read_fields,
    write_field,
    write_fields,
)
from socialmap.imports.keys import Keys
from socialmap.imports.merge import merge
from socialmap.imports.problems import Problem, problems_of
from socialmap.imports.records import VoorzieningRecord, public_id_of
from socialmap.imports.report import ImportReport
from socialmap.models import ImportStand, Publicatie, Voorziening

SOORT = "voorzieningen"


class Entries:
    """Makes new entries and merges into existing ones; unchanged ones cost no write."""

    def __init__(self, keys: Keys, report: ImportReport, problems: list[Problem]) -> None:
        self.keys, self.report, self.problems = keys, report, problems

    def save_all(self, records: Sequence[VoorzieningRecord]) -> None:
        """A verzamelrij goes before its parts, which point to it."""
        ordered = sorted(records, key=lambda record: bool(record.waarden.get("onderdeel_van")))
        stored = self._stored(ordered)
        slugs_taken = self._slugs_of_others(ordered)
        failed: set[str] = set()
        for record in ordered:
            if record.waarden.get("onderdeel_van") in failed:
                # The whole import fails on that one; its parts need no second message.
                record = replace(record, waarden=record.waarden | {"onderdeel_van": None})
            problems = self._save(record, stored, slugs_taken)
            if problems:
                failed.add(record.slug)
                self.problems += problems

    def _save(
        self, record: VoorzieningRecord, stored: dict[Any, Voorziening], slugs_taken: set[str]
    ) -> list[Problem]:
        """Save one entry; return what is wrong with it."""
        public_id = public_id_of("voorziening", record.slug)
        voorziening = stored.get(public_id)
        where = {"bestand": record.bestand, "slug": record.slug}
        try:
            if voorziening is not None:
                self._merge(voorziening, record)
            elif record.slug in slugs_taken:
                tekst = "Een andere voorziening heeft deze slug al."
                return [Problem(**where, veld="slug", tekst=tekst)]
            elif self._was_removed(public_id):
                self.report.verwijderd.append(record.slug)
            else:
                self._create(record)
        except WrongValues as error:
            groups = [
                problems_of(one.errors, **where, prefix=one.veld, namen=record.namen)
                for one in error.found
            ]
            return list(chain.from_iterable(groups))
        except ValidationError as error:
            return problems_of(error, **where, namen=record.namen)
        return []

    def _stored(self, records: Sequence[VoorzieningRecord]) -> dict[Any, Voorziening]:
        ids = [public_id_of("voorziening", record.slug) for record in records]
        rows = (
            Voorziening.objects.filter(public_id__in=ids)
            .select_related("importstand")
            .prefetch_related(*CHILDREN, *MANY)
        )
        return {row.public_id: row for row in rows}

    def _slugs_of_others(self, records: Sequence[VoorzieningRecord]) -> set[str]:
        ids = [public_id_of("voorziening", record.slug) for record in records]
        slugs = [record.slug for record in records]
        others = Voorziening.objects.filter(slug__in=slugs).exclude(public_id__in=ids)
        return set(others.values_list("slug", flat=True))

    def _was_removed(self, public_id: Any) -> bool:
        """Snapshots outlive their entry: one without an entry means that a person removed it."""
        return Publicatie.objects.filter(public_id=public_id, voorziening=None).exists()

    def _create(self, record: VoorzieningRecord) -> None:
        voorziening = Voorziening(
            public_id=public_id_of("voorziening", record.slug),
            beherende_gemeente_id=self.keys.pk_of("gemeente", record.gemeente),
            is_voorbeeld=record.is_voorbeeld,
        )
        write_fields(voorziening, record.waarden, self.keys)
        if record.controle:
            today = timezone.localdate()
            days = timedelta(days=record.controle.dagen_geleden)
            voorziening.laatst_gecontroleerd_op = today - days
            voorziening.gecontroleerd_door = record.controle.door
        voorziening.full_clean()
        voorziening.check_publication()
        voorziening.save()
        voorziening.save_revision(clean=False).publish()
        ImportStand.objects.create(
            voorziening=voorziening, bestand=record.bestand, waarden=record.waarden
        )
        self.keys.add("voorziening", record.slug, voorziening.pk)
        self.report.aangemaakt[SOORT] += 1

    def _merge(self, row: Voorziening, record: VoorzieningRecord) -> None:
        stand = getattr(row, "importstand", None)
        base = stand.waarden if stand else {}
        waiting = row.has_unpublished_changes or not row.live
        version = row.get_latest_revision_as_object() if waiting else row
        current = read_fields(version, record.waarden, self.keys)
        result = merge(base, current, record.waarden)
        if result.kept:
            self.report.behouden[f"voorziening {record.slug}"] = result.kept
        if result.writes and (row.locked or (waiting and row.workflow_in_progress)):
            self.report.vastgezet.append(record.slug)
            return
        if result.writes:
            self._write(row, result.writes)
        if result.writes and waiting:
            # The base stays until this draft is published, else dropping it looks like an edit.
            self.report.concept_wacht.append(record.slug)
            self.report.bijgewerkt[SOORT] += 1
            return
        if result.base != base:
            ImportStand.objects.update_or_create(
                voorziening=row, defaults={"bestand": record.bestand, "waarden": result.base}
            )
        counts = self.report.bijgewerkt if result.writes else self.report.ongewijzigd
        counts[SOORT] += 1

    def _write(self, row: Voorziening, writes: dict[str, Any]) -> None:
        """Add a revision on top of the latest; publish it unless an older draft waits."""
        waiting = row.has_unpublished_changes or not row.live
        for name in ROW_FIELDS:
            if name in writes:
                write_field(row, name, writes[name], self.keys)
                Voorziening.objects.filter(pk=row.pk).update(
                    **{f"{name}_id": getattr(row, f"{name}_id")}
                )
        draft = Voorziening.objects.get(pk=row.pk).get_latest_revision_as_object()
        write_fields(draft, writes, self.keys)
        revision = draft.save_revision()
        if not waiting:
            revision.publish()
