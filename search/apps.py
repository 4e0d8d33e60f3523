from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = "Zoeken"

    def ready(self) -> None:
        from search.outbox import checks  # noqa: F401

        pre_migrate.connect(before_migrate, sender=self, dispatch_uid="search_drop_triggers")
        post_migrate.connect(after_migrate, sender=self, dispatch_uid="search_install_triggers")


def before_migrate(*, using: str, plan: list[Any], **kwargs: Any) -> None:
    """A migration may rebuild tables; triggers would be lost or stand in its way."""
    from search.outbox import triggers

    if plan:
        triggers.drop(using)


def after_migrate(*, using: str, plan: list[Any], **kwargs: Any) -> None:
    """Install the triggers; after a migration that did something every index is stale."""
    from django.db import connections

    from search.models import Afnemer
    from search.outbox import triggers

    tables = connections[using].introspection.table_names()
    if Afnemer._meta.db_table not in tables:
        return
    triggers.install(using)
    if plan:
        Afnemer.objects.using(using).update(verouderd=True)
