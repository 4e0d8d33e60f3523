"""The one policy class for rows that belong to somebody."""

from collections.abc import Callable, Iterable
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Model, Q, QuerySet
from wagtail.permission_policies import ModelPermissionPolicy

from cms.roles import Rollen, roles_of

# `None` stands for "no row at all"; an empty Q() would be "every row".
Scope = Callable[[Rollen, str], Q | None]
ACTIONS = frozenset({"add", "change", "delete", "view", "publish", "lock", "unlock"})


def either(*parts: tuple[str, Iterable[int]]) -> Q | None:
    """Rows whose field is one of the keys, for any of the pairs; None when all are empty."""
    found: Q | None = None
    for lookup, keys in parts:
        chosen = sorted(keys)
        if chosen:
            part = Q(**{f"{lookup}__in": chosen})
            found = part if found is None else found | part
    return found


class RowPolicy(ModelPermissionPolicy):
    """Model permission AND row in scope.

    An instance is always looked up by its key: edit views pass objects made from a revision, whose
    foreign keys are what somebody typed. Only an object without a key is judged by its own fields.
    """

    def __init__(self, model: type[Model], scope: Scope, public: bool = False) -> None:
        """
        Args:
            scope: the rows on which a person with these roles may do this action.
            public: names of this model are no secret, everybody in the CMS may choose one.
        """
        super().__init__(model)
        self.scope = scope
        self.names_are_public = public

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Whether there may be any row on which `user` may do this."""
        if user.is_active and user.is_superuser:
            return True
        return super().user_has_permission(user, action) and self._rows(user, action) is not None

    def user_has_any_permission(self, user: Any, actions: Iterable[str]) -> bool:
        return any(self.user_has_permission(user, action) for action in actions)

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Model) -> bool:
        if instance.pk is None:
            return self.user_may_make(user, action, instance)
        return self.instances_user_has_permission_for(user, action).filter(pk=instance.pk).exists()

    def user_has_any_permission_for_instance(
        self, user: Any, actions: Iterable[str], instance: Model
    ) -> bool:
        if instance.pk is None:
            return any(self.user_may_make(user, action, instance) for action in actions)
        rows = self.instances_user_has_any_permission_for(user, actions)
        return rows.filter(pk=instance.pk).exists()

    def instances_user_has_any_permission_for(
        self, user: Any, actions: Iterable[str]
    ) -> QuerySet[Any]:
        everything: QuerySet[Any] = self.model._default_manager.all()
        if user.is_active and user.is_superuser:
            return everything
        found: Q | None = None
        for action in sorted(actions):
            part = self._rows(user, action) if super().user_has_permission(user, action) else None
            if part is not None:
                found = part if found is None else found | part
        return everything.none() if found is None else everything.filter(found)

    def instances_user_has_permission_for(self, user: Any, action: str) -> QuerySet[Any]:
        return self.instances_user_has_any_permission_for(user, [action])

    def instances_user_may_choose(self, user: Any) -> QuerySet[Any]:
        """The rows a chooser may name."""
        if self.names_are_public and user.is_active and user.is_authenticated:
            return self.model._default_manager.all()
        return self.instances_user_has_any_permission_for(user, ACTIONS)

    def users_with_any_permission_for_instance(
        self, actions: Iterable[str], instance: Model
    ) -> QuerySet[Any]:
        wanted = list(actions)
        users = self.users_with_any_permission(wanted)
        allowed = [
            user.pk
            for user in users
            if self.user_has_any_permission_for_instance(user, wanted, instance)
        ]
        return get_user_model()._default_manager.filter(pk__in=allowed)

    def user_may_make(self, user: Any, action: str, instance: Model) -> bool:
        """Whether `user` may do `action` on a new object with these owners."""
        if user.is_active and user.is_superuser:
            return True
        if not self.user_has_permission(user, action):
            return False
        rows = self._rows(user, action)
        return rows is not None and _holds(rows, instance)

    def _rows(self, user: Any, action: str) -> Q | None:
        roles = roles_of(user)
        return Q() if roles.platform else self.scope(roles, action)


def _holds(condition: Q, instance: Model) -> bool:
    """Evaluate a Q of `path__in=keys` and `field=value` on an object that is not stored."""
    children: list[Any] = list(condition.children)
    results = (
        _holds(child, instance)
        if isinstance(child, Q)
        else _holds_lookup(child[0], child[1], instance)
        for child in children
    )
    held = any(results) if condition.connector == Q.OR else all(results)
    return held is not condition.negated


def _holds_lookup(lookup: str, expected: Any, instance: Model) -> bool:
    path, one_of = (lookup[: -len("__in")], True) if lookup.endswith("__in") else (lookup, False)
    value: Any = instance
    for name in path.split("__"):
        value = getattr(value, name, None)
        if value is None:
            break
    if isinstance(value, Model):
        value = value.pk
    return value in expected if one_of else value == expected
