"""Moderation: one task for all gemeenten, whose scope follows the entry."""

from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Q, QuerySet
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _
from wagtail.models import Task, TaskState
from wagtail.permissions import policy_registry

MODERATED = ("voorziening", "aanbieder", "locatie")


class GemeenteModeratieTask(Task):
    """Who may publish the stored entry may approve it: the redactie of its gemeente.

    One row, never one per gemeente: wagtail joins the moderators of every task into one query.
    """

    class Meta:
        verbose_name = _("controle door de gemeente")
        verbose_name_plural = _("controles door de gemeente")

    def may_moderate(self, instance: Any, user: Any) -> bool:
        policy = policy_registry.get(instance)
        allowed: bool = policy.user_has_permission_for_instance(user, "publish", instance)
        return allowed

    def get_actions(self, obj: Any, user: Any) -> list[tuple[str, Any, bool]]:
        if not self.may_moderate(obj, user):
            return []
        return [
            ("reject", _("Terug naar de aanbieder"), True),
            ("approve", _("Goedkeuren"), False),
            ("approve", _("Goedkeuren met een opmerking"), True),
        ]

    def user_can_access_editor(self, obj: Any, user: Any) -> bool:
        return self.may_moderate(obj, user)

    def user_can_lock(self, obj: Any, user: Any) -> bool:
        return self.may_moderate(obj, user)

    def user_can_unlock(self, obj: Any, user: Any) -> bool:
        return self.may_moderate(obj, user)

    def locked_for_user(self, obj: Any, user: Any) -> bool:
        """The aanbieder may keep writing while the redactie looks."""
        return False

    def get_task_states_user_can_moderate(self, user: Any, **kwargs: Any) -> QuerySet[Any]:
        waiting = TaskState.objects.filter(task=self, status=TaskState.STATUS_IN_PROGRESS)
        if user.is_superuser:
            return waiting
        mine = Q(pk__in=[])
        for name in MODERATED:
            model = apps.get_model("socialmap", name)
            rows = policy_registry.get_by_type(model).instances_user_has_permission_for(
                user, "publish"
            )
            keys = rows.annotate(key=Cast("pk", CharField())).values("key")
            mine |= Q(
                workflow_state__base_content_type=ContentType.objects.get_for_model(model),
                workflow_state__object_id__in=keys,
            )
        return waiting.filter(mine)

    @classmethod
    def get_description(cls) -> str:
        return str(_("De redactie van de gemeente kijkt mee voordat het op de site komt."))
