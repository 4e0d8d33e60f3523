"""What goes public or leaves by the clock: publications and expiries that were planned.

Wagtail's `publish_scheduled` stops at the first entry that may not be published; this goes on.
"""

import logging
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.models import DraftStateMixin, Page, Revision

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleReport:
    """How many went public, left, and could not go public."""

    published: int = 0
    expired: int = 0
    refused: int = 0


def apply_schedule(now: datetime) -> ScheduleReport:
    """Publish and withdraw what is due at `now`, each in its own transaction.

    A version that breaks a rule by now stays a draft, and loses its plan.
    """
    expired = sum(_expire(instance) for model in _models() for instance in _due(model, now))
    published = refused = 0
    for revision in Revision.objects.filter(approved_go_live_at__lte=now).order_by(
        "approved_go_live_at"
    ):
        try:
            with transaction.atomic():
                revision.publish(log_action="wagtail.publish.scheduled")
            published += 1
        except ValidationError:
            Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=None)
            logger.warning("A planned publication was refused: revision %s", revision.pk)
            refused += 1
    return ScheduleReport(published=published, expired=expired, refused=refused)


def _models() -> list[Any]:
    return [
        model
        for model in apps.get_models()
        if issubclass(model, DraftStateMixin) and (model is Page or not issubclass(model, Page))
    ]


def _due(model: Any, now: datetime) -> list[Any]:
    return list(model._default_manager.filter(live=True, expire_at__lte=now))


def _expire(instance: Any) -> int:
    with transaction.atomic():
        instance.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    return 1
