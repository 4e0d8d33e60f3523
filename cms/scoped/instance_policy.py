"""A policy that answers model-level questions for one row."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model


class InstancePolicy:
    """Wraps a RowPolicy: "may they change voorzieningen?" becomes "may they change this one?"."""

    def __init__(self, policy: Any, instance: Model) -> None:
        self._policy = policy
        self._instance = instance
        self._answers: dict[tuple[Any, str], bool] = {}

    def user_has_permission(self, user: Any, action: str) -> bool:
        key = (user.pk, action)
        if key not in self._answers:
            self._answers[key] = self._policy.user_has_permission_for_instance(
                user, action, self._instance
            )
        return self._answers[key]

    def user_has_any_permission(self, user: Any, actions: Iterable[str]) -> bool:
        return any(self.user_has_permission(user, action) for action in actions)

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Model) -> bool:
        if instance.pk == self._instance.pk and instance.pk is not None:
            return self.user_has_permission(user, action)
        answer: bool = self._policy.user_has_permission_for_instance(user, action, instance)
        return answer

    def __getattr__(self, name: str) -> Any:
        return getattr(self._policy, name)
