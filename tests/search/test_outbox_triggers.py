"""The triggers survive every migration, and their absence is noticed."""

from typing import Any

import pytest
from django.apps import apps
from django.core import checks
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.core.management.sql import emit_post_migrate_signal, emit_pre_migrate_signal
from django.db import connection
from django.db.migrations import Migration
from django.test import Client

from search.apps import after_migrate, before_migrate
from search.models import Afnemer
from search.outbox import triggers
from tests.search.conftest import Reader
from tests.socialmap.factories import VoorzieningFactory

A_PLAN = [(Migration("0002_example", "search"), False)]


def drop_one(name: str) -> None:
    table = triggers.present()[name]
    with connection.cursor() as cursor:
        on = f" ON {table}" if connection.vendor == "postgresql" else ""
        cursor.execute(f"DROP TRIGGER {name}{on}")


@pytest.mark.django_db
class TestMissingTriggers:
    def test_a_migrated_database_has_every_trigger(self) -> None:
        assert triggers.missing() == []

    def test_the_system_check_names_the_first_that_is_missing(self) -> None:
        drop_one("sk_outbox_prijs_update")

        with pytest.raises(SystemCheckError, match="sk_outbox_prijs_update first"):
            call_command("check", databases=["default"])

    def test_the_system_check_has_an_id_of_its_own(self) -> None:
        drop_one("sk_outbox_prijs_update")

        found = checks.run_checks(tags=["database"], databases=["default"])

        assert [message.id for message in found] == ["search.E002"]

    def test_a_complete_database_passes_the_check(self) -> None:
        assert checks.run_checks(tags=["database"], databases=["default"]) == []

    def test_gezond_answers_503(self, client: Client) -> None:
        drop_one("sk_outbox_prijs_update")

        answer = client.get("/gezond")

        assert answer.status_code == 503
        assert answer.json()["ontbrekende_triggers"] == 1

    def test_migrate_without_anything_to_do_brings_them_back_and_makes_indexes_stale(
        self, reader: Reader
    ) -> None:
        Afnemer.objects.update(verouderd=False)
        drop_one("sk_outbox_prijs_update")

        after_migrate(using="default", plan=[])

        assert triggers.missing() == []
        assert Afnemer.objects.filter(verouderd=True).count() == 1


@pytest.mark.django_db
class TestMigrations:
    def test_a_migration_makes_every_index_stale_and_keeps_the_triggers(
        self, reader: Reader, second_reader: Reader
    ) -> None:
        Afnemer.objects.update(verouderd=False)

        before_migrate(using="default", plan=A_PLAN)
        absent = triggers.present()
        after_migrate(using="default", plan=A_PLAN)

        assert absent == {}
        assert triggers.missing() == []
        assert Afnemer.objects.filter(verouderd=True).count() == 2

    def test_a_migration_that_fails_leaves_every_index_stale(self, reader: Reader) -> None:
        Afnemer.objects.update(verouderd=False)

        before_migrate(using="default", plan=A_PLAN)

        assert Afnemer.objects.get().verouderd

    def test_migrate_without_anything_to_do_leaves_both_alone(self, reader: Reader) -> None:
        Afnemer.objects.update(verouderd=False)

        before_migrate(using="default", plan=[])
        between = triggers.missing()
        after_migrate(using="default", plan=[])

        assert between == []
        assert triggers.missing() == []
        assert not Afnemer.objects.get().verouderd

    def test_the_signals_of_migrate_reach_these_handlers(self, reader: Reader) -> None:
        Afnemer.objects.update(verouderd=False)

        emit_pre_migrate_signal(0, False, "default", plan=A_PLAN, apps=apps)
        between = triggers.present()
        emit_post_migrate_signal(0, False, "default", plan=A_PLAN, apps=apps)

        assert between == {}
        assert triggers.missing() == []
        assert Afnemer.objects.get().verouderd

    def test_a_load_without_triggers_leaves_them_in_place_and_the_index_stale(
        self, reader: Reader
    ) -> None:
        Afnemer.objects.update(verouderd=False)

        with triggers.suspended():
            VoorzieningFactory()

        assert reader.read() == []
        assert triggers.missing() == []
        assert Afnemer.objects.get().verouderd


def test_another_database_is_refused(monkeypatch: Any, db: None) -> None:
    monkeypatch.setattr(connection, "vendor", "oracle")

    with pytest.raises(triggers.UnsupportedDatabase):
        triggers.present()
