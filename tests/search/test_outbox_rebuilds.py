"""A migration that rebuilds a table, on SQLite a new table and a copy, keeps every trigger.

These tests commit: SQLite rebuilds tables only outside a transaction that checks foreign keys.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.db import connection, models
from django.db.utils import OperationalError

from search.apps import after_migrate, before_migrate
from search.models import Afnemer
from search.outbox import sources, triggers
from socialmap.models import Prijs, Stap, Voorziening
from tests.search.conftest import Reader
from tests.search.test_outbox_triggers import A_PLAN
from tests.socialmap.factories import VoorzieningFactory


@pytest.fixture
def committed(transactional_db: None) -> Iterator[Reader]:
    yield Reader("index:een")
    # Before the flush: its deletes would leave rows for a consumer that it deletes too.
    Afnemer.objects.all().delete()
    triggers.install()


def watched_models() -> list[type[models.Model]]:
    every = apps.get_models(include_auto_created=True)
    return [model for model in every if model._meta.db_table in sources.watched_tables()]


def rebuild(model: type[models.Model]) -> None:
    """What AddConstraint and RemoveConstraint do: on SQLite each makes the table anew."""
    constraint = models.CheckConstraint(condition=models.Q(pk__gt=0), name="tijdelijk")
    with connection.schema_editor() as editor:
        editor.add_constraint(model, constraint)
        editor.remove_constraint(model, constraint)


def test_every_watched_table_can_be_rebuilt_and_keeps_all_triggers(committed: Reader) -> None:
    made = VoorzieningFactory(live=True, werkingsgebieden=["landelijk"])
    rebuilt = set()

    for model in watched_models():
        Afnemer.objects.update(verouderd=False)
        before_migrate(using="default", plan=A_PLAN)
        rebuild(model)
        after_migrate(using="default", plan=A_PLAN)
        rebuilt.add(model._meta.db_table)
        committed.read()
        Voorziening.objects.filter(pk=made.pk).update(naam=f"Na {model.__name__}")

        assert triggers.missing() == []
        assert Afnemer.objects.get().verouderd
        assert committed.read() == [str(made.public_id)]

    assert rebuilt == sources.watched_tables()


@pytest.mark.sqlite
def test_sqlite_would_drop_the_triggers_of_a_rebuilt_table(committed: Reader) -> None:
    """Why they are dropped and installed around each migration: nothing else notices this."""
    rebuild(Prijs)

    assert triggers.missing() == [
        "sk_outbox_prijs_delete",
        "sk_outbox_prijs_insert",
        "sk_outbox_prijs_update",
    ]


@pytest.mark.sqlite
def test_sqlite_would_refuse_to_rebuild_a_table_that_a_trigger_of_another_reads(
    committed: Reader,
) -> None:
    with pytest.raises(OperationalError, match="error in trigger"):
        rebuild(Voorziening)


def test_a_new_column_keeps_all_triggers(committed: Reader) -> None:
    field: Any = models.CharField(max_length=5, default="", null=True)
    field.set_attributes_from_name("tijdelijk")

    before_migrate(using="default", plan=A_PLAN)
    with connection.schema_editor() as editor:
        editor.add_field(Stap, field)
        editor.remove_field(Stap, field)
    after_migrate(using="default", plan=A_PLAN)

    assert triggers.missing() == []
