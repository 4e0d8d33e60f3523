"""Forms that offer and accept only what the person at work may name."""

from functools import partial
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import ForeignKey, Model, Q, QuerySet
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import InlinePanel
from wagtail.admin.panels.base import get_form_for_model
from wagtail.admin.widgets import BaseChooser
from wagtail.permissions import policy_registry

from cms.roles import Rollen, roles_of


class NarrowedForm(WagtailAdminModelForm):
    """Narrows every field that points to rows: a posted key out of scope is "not a valid choice".

    The widget alone is no protection; a POST can name any key.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if isinstance(field, forms.ModelChoiceField) and field.queryset is not None:
                field.queryset = self.choosable(name, field.queryset)
                if isinstance(field.widget, BaseChooser):
                    field.widget.get_instance = partial(chosen_row, field)

    def choosable(self, name: str, rows: QuerySet[Any]) -> QuerySet[Any]:
        """The rows in scope, and what is chosen already."""
        policy = policy_registry.get_by_type(rows.model)
        if self.for_user is None or roles_of(self.for_user).platform:
            return rows
        if hasattr(policy, "instances_user_may_choose"):
            allowed = policy.instances_user_may_choose(self.for_user)
        else:
            allowed = policy.instances_user_has_any_permission_for(
                self.for_user, ["choose", "change", "view"]
            )
        model_field = self._meta.model._meta.get_field(name) if name in self._names else None
        if isinstance(model_field, ForeignKey):
            current = Q(pk=getattr(self.instance, model_field.attname))
            return rows.filter(Q(pk__in=allowed.values("pk")) | current)
        return rows.filter(pk__in=allowed.values("pk"))

    @property
    def _names(self) -> set[str]:
        return {field.name for field in self._meta.model._meta.get_fields()}


def chosen_row(field: Any, value: Any) -> Any:
    """What a chooser shows for `value`: stock choosers name whatever key a POST holds."""
    key = getattr(value, "pk", value)
    try:
        return field.queryset.filter(pk=key).first() if key is not None else None
    except ValueError:
        return None


class ChildForm(NarrowedForm):
    """A row of an inline panel."""


class ScopedInlinePanel(InlinePanel):
    """An inline panel whose rows are narrowed too; `form_class` may bring fields of its own."""

    def __init__(self, *args: Any, form_class: type[ChildForm] = ChildForm, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.form_class = form_class

    def clone_kwargs(self) -> dict[str, Any]:
        return {**super().clone_kwargs(), "form_class": self.form_class}

    def get_form_options(self) -> dict[str, Any]:
        options: dict[str, Any] = super().get_form_options()
        children = self.child_edit_handler.get_form_options()
        formset = options["formsets"][self.relation_name]
        formset["form"] = get_form_for_model(
            self.db_field.related_model,
            form_class=self.form_class,
            defer_required_on_fields=children.get("defer_required_on_fields", []),
            fields=children.get("fields", []),
        )
        formset["inherit_kwargs"] = ["for_user"]
        return options


class ScopedForm(NarrowedForm):
    """The form of an owned row: owners by role, administrative fields straight to the row."""

    # Ownership and flags: never part of a draft, written to the row when somebody saves.
    ROW_FIELDS: ClassVar[tuple[str, ...]] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.roles = roles_of(self.for_user) if self.for_user else Rollen(platform=True)
        self.apply_roles()

    def apply_roles(self) -> None:
        """Take away the fields that are not for this person and fill in the owner."""

    def drop(self, *names: str) -> None:
        for name in names:
            self.fields.pop(name, None)

    def own(self, name: str, keys: frozenset[int]) -> None:
        """Fill in the owner of a new object when there is only one, else let them choose."""
        field: Any = self.fields.get(name)
        if len(keys) == 1:
            setattr(self.instance, f"{name}_id", next(iter(keys)))
            self.drop(name)
        elif field is not None:
            field.queryset = field.queryset.model._base_manager.filter(pk__in=keys)
            field.required = True
            field.widget = forms.Select(choices=field.choices)

    @property
    def is_publishing(self) -> bool:
        """Whether this POST asks for more than a draft."""
        approves = self.data.get("workflow-action-name") == "approve"
        return any(self.data.get(f"action-{name}") for name in ("publish", "submit")) or (
            approves and bool(self.data.get("action-workflow-action"))
        )

    def is_valid(self) -> bool:
        """Run the publish validator too, over the object with its children as they were typed."""
        valid: bool = super().is_valid()
        if not valid or not self.is_publishing or not hasattr(self.instance, "check_publication"):
            return valid
        candidate = self.save(commit=False)
        try:
            candidate.check_publication()
        except ValidationError as error:
            self._show(error)
        return not self.errors

    def _show(self, error: ValidationError) -> None:
        for name, errors in error.error_dict.items():
            self.add_error(name if name in self.fields else None, errors)

    def write_row_fields(self, instance: Model) -> None:
        """Store ROW_FIELDS on the row; a revision may not carry them (see SYSTEM_FIELDS)."""
        changed = [name for name in self.ROW_FIELDS if name in self.changed_data]
        if changed and instance.pk:
            values = {name: self.cleaned_data[name] for name in changed}
            type(instance)._base_manager.filter(pk=instance.pk).update(**values)
