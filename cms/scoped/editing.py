"""Creating and editing: one transaction, no lost input, no publication without the right."""

import logging
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction
from django.http import HttpResponse
from django.utils.translation import gettext as _
from wagtail.permissions import policy_registry
from wagtail.snippets.views.snippets import CreateView, EditView

logger = logging.getLogger(__name__)


class ScopedEditing:
    """Shared by the create and edit views; stands in front of wagtail's."""

    def form_valid(self, form: Any) -> Any:
        """Save and publish together, or keep what was typed and say why not."""
        refusal = self.refusal(form)
        if refusal:
            return self._typed_form_again([refusal])
        try:
            with transaction.atomic():
                return super().form_valid(form)  # type: ignore[misc]
        except ValidationError as error:
            return self._typed_form_again(error)
        except DatabaseError as error:
            # No text of the entry in the log: it may hold an address.
            logger.error("saving failed", extra={"error": type(error).__name__})
            message = _("Het opslaan is niet gelukt. Er is niets veranderd. Probeer het opnieuw.")
            return self._typed_form_again([message])

    def refusal(self, form: Any) -> str:
        """Why this person may not do this with what they filled in; empty when they may."""
        return ""

    def save_instance(self) -> Any:
        instance = super().save_instance()  # type: ignore[misc]
        write_row_fields = getattr(self.form, "write_row_fields", None)  # type: ignore[attr-defined]
        if write_row_fields:
            write_row_fields(instance)
        return instance

    def _typed_form_again(self, problem: Any) -> HttpResponse:
        """Bind the posted data to a fresh object: the failed save left keys on the old one."""
        view: Any = self
        view.object = view.get_object()
        view.__dict__.pop("form", None)
        form = view.get_form()
        if view.saving_as_draft and hasattr(form, "defer_required_fields"):
            form.defer_required_fields()
        form.is_valid()
        add_problem(form, problem)
        view.produced_error_code = "validation_error"
        view.produced_error_message = view.get_error_message()
        response: HttpResponse = view.form_invalid(form)
        return response


def add_problem(form: Any, problem: Any) -> None:
    """Put a ValidationError, or a list of messages, at the fields it is about."""
    error = problem if isinstance(problem, ValidationError) else ValidationError(problem)
    if not hasattr(error, "error_dict"):
        form.add_error(None, error)
        return
    for name, errors in error.error_dict.items():
        form.add_error(name if name in form.fields else None, errors)


class ScopedCreateView(ScopedEditing, CreateView):
    """There is no row yet: the owner somebody filled in decides, once the form is read."""

    def refusal(self, form: Any) -> str:
        policy = policy_registry.get_by_type(self.model)
        user = self.request.user
        if not policy.user_has_permission_for_instance(user, "add", form.instance):
            raise PermissionDenied
        if self.action == "publish" and not policy.user_has_permission_for_instance(
            user, "publish", form.instance
        ):
            return _("U kunt dit niet zelf publiceren. Stuur het naar de redactie.")
        return ""


class ScopedEditView(ScopedEditing, EditView):
    """The right to publish was asked for the stored row; see InstancePolicy."""
