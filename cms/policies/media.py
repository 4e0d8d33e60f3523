"""Pictures and documents: wagtail's collection permission AND an owner in scope."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model, Q, QuerySet
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy

from cms.policies.rows import either
from cms.roles import roles_of


class MediaPolicy(CollectionOwnershipPermissionPolicy):
    """One shared collection; the owner on the row narrows it."""

    def __init__(self, model: type[Model]) -> None:
        auth_model = Document if model.__name__ == "Bestand" else Image
        super().__init__(model, auth_model=auth_model, owner_field_name="uploaded_by_user")

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Any) -> bool:
        return self.user_has_any_permission_for_instance(user, [action], instance)

    def user_has_any_permission_for_instance(
        self, user: Any, actions: Iterable[str], instance: Any
    ) -> bool:
        wanted = list(actions)
        if not super().user_has_any_permission_for_instance(user, wanted, instance):
            return False
        if instance.pk is None:
            return True
        stored = self.model._default_manager.filter(pk=instance.pk)
        return self._narrow(user, stored).exists()

    def instances_user_has_any_permission_for(
        self, user: Any, actions: Iterable[str]
    ) -> QuerySet[Any]:
        rows: QuerySet[Any] = super().instances_user_has_any_permission_for(user, list(actions))
        return self._narrow(user, rows)

    def _narrow(self, user: Any, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Own aanbieder, own gemeente, or what this person uploaded and nobody owns."""
        roles = roles_of(user)
        if roles.platform:
            return rows
        owned = either(
            ("aanbieder_id", roles.aanbieders),
            ("aanbieder__gemeente_id", roles.redactie),
            ("gemeente_id", roles.redactie),
        )
        unowned = Q(aanbieder=None, gemeente=None, uploaded_by_user=user.pk)
        return rows.filter(unowned if owned is None else owned | unowned)


def set_owner(instance: Any, **kwargs: Any) -> None:
    """Signal receiver before a first save: what somebody uploads belongs to where they work."""
    user = instance.uploaded_by_user
    if instance.pk or user is None or instance.aanbieder_id or instance.gemeente_id:
        return
    roles = roles_of(user)
    if roles.platform:
        return
    if len(roles.redactie) == 1:
        (instance.gemeente_id,) = roles.redactie
    elif not roles.redactie and len(roles.aanbieders) == 1:
        (instance.aanbieder_id,) = roles.aanbieders
