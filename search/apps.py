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
    """A migration may rebuild tables; triggers would be lost or stand in its way.

    Every index is stale from here on, also when the migration fails and nothing follows.
    """
    from search.outbox import triggers

    if plan:
        triggers.drop(using)
        _make_stale(using)


def after_migrate(*, using: str, plan: list[Any] | None = None, **kwargs: Any) -> None:
    """Install the triggers; what changed without them is in no index: those are stale."""
    from search.outbox import triggers

    if not _has_outbox(using):
        return
    lost = triggers.missing(using)
    triggers.install(using)
    if plan or lost:
        _make_stale(using)


def _has_outbox(using: str) -> bool:
    from django.db import connections

    return "search_afnemer" in connections[using].introspection.table_names()


def _make_stale(using: str) -> None:
    from search.models import Afnemer

    if _has_outbox(using):
        Afnemer.objects.using(using).update(verouderd=True)
