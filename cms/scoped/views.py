"""What every view of a scoped viewset does before it loads anything."""

from typing import Any

from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import ProtectedError
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import TaskState
from wagtail.permissions import policy_registry

from cms.policies.rows import ACTIONS
from cms.scoped.instance_policy import InstancePolicy

SAFE_METHODS = ("GET", "HEAD", "OPTIONS")


class ScopedViewMixin:
    """Put in front of each view class by `ScopedViewSet.construct_view`.

    A row outside the scope of the user does not exist for them: 404, before the view runs.
    """

    model: Any
    request: HttpRequest
    _scoped_policy: Any

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        self.request = request
        policy = policy_registry.get_by_type(self.model)
        if not request.user.is_authenticated:
            raise PermissionDenied
        pk = kwargs.get("pk", args[0] if args else None)
        if pk is None:
            self._scoped_policy = policy
        else:
            instance = self._row_or_404(policy, pk)
            self._scoped_policy = InstancePolicy(policy, instance)
            if "task_state_id" in kwargs:
                _check_task_state(instance, kwargs["task_state_id"])
        super().setup(request, *args, **kwargs)  # type: ignore[misc]

    def _row_or_404(self, policy: Any, pk: Any) -> Any:
        try:
            key = self.model._meta.pk.to_python(unquote(str(pk)))
        except ValidationError as error:
            raise Http404 from error
        rows = policy.instances_user_has_any_permission_for(self.request.user, ACTIONS)
        instance = rows.filter(pk=key).first()
        if instance is None:
            raise Http404
        return instance

    @property
    def permission_policy(self) -> Any:
        return self._scoped_policy

    def get_base_queryset(self) -> Any:
        """Only the rows in scope. History views list log entries, of a row checked in setup()."""
        rows = super().get_base_queryset()  # type: ignore[misc]
        if getattr(rows, "model", None) is not self.model:
            return rows
        if self._sees_all:
            return rows
        policy = policy_registry.get_by_type(self.model)
        return rows & policy.instances_user_has_any_permission_for(self.request.user, ACTIONS)

    @property
    def _sees_all(self) -> bool:
        return bool(getattr(self.request.user, "is_superuser", False))

    def get_usage_url(self, *args: Any) -> str | None:
        """Usage names whatever refers to a row, of whoever it is."""
        parent = getattr(super(), "get_usage_url", None)
        return parent(*args) if parent and self._sees_all else None

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Undo and explain when a rule stops a step that has no form."""
        if request.method in SAFE_METHODS:
            return self._dispatch(request, *args, **kwargs)
        try:
            with transaction.atomic():
                return self._dispatch(request, *args, **kwargs)
        except ValidationError as error:
            for message in error.messages:
                messages.error(request, message)
        except ProtectedError:
            messages.error(request, _("Andere gegevens verwijzen hiernaar."))
        messages.error(request, _("Er is niets veranderd."))
        return self._back_to_editor()

    def _dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)  # type: ignore[misc]
        # A preview went through the middleware as a page for visitors, which forbids framing.
        response.headers.pop("Content-Security-Policy", None)
        return response

    def _back_to_editor(self) -> HttpResponseBase:
        edit_url_name = getattr(self, "edit_url_name", None) or getattr(
            self, "redirect_url_name", None
        )
        instance = getattr(self, "object", None)
        if edit_url_name and instance is not None and instance.pk:
            return redirect(edit_url_name, instance.pk)
        return redirect("wagtailadmin_home")


def _check_task_state(instance: Any, task_state_id: int) -> None:
    """Refuse a task of another object: stock views approve and publish whatever it belongs to."""
    state = TaskState.objects.filter(pk=task_state_id).select_related("workflow_state").first()
    if (
        state is None
        or state.workflow_state.object_id != str(instance.pk)
        or state.workflow_state.base_content_type_id != instance.get_base_content_type().pk
        or (instance.workflow_in_progress and state.status != TaskState.STATUS_IN_PROGRESS)
    ):
        raise Http404
