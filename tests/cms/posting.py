"""The POST that a browser would send for an object, from its own edit form."""

from typing import Any

from django import forms
from django.urls import reverse


def url_of(instance_or_model: Any, view: str, *args: Any) -> str:
    """The admin address of a view of this object (or, with a class, of the model)."""
    meta = instance_or_model._meta
    keys = () if isinstance(instance_or_model, type) else (instance_or_model.pk,)
    name = f"wagtailsnippets_{meta.app_label}_{meta.model_name}:{view}"
    return reverse(name, args=(*keys, *args))


def form_data(client: Any, url: str, **changes: Any) -> dict[str, Any]:
    """What the form at `url` would send unchanged, with `changes` over it."""
    response = client.get(url)
    assert response.status_code == 200, response
    form = response.context["form"]
    data: dict[str, Any] = _values(form)
    for formset in form.formsets.values():
        data |= _values(formset.management_form)
        for child in formset.forms:
            data |= _values(child)
    return data | changes


def _values(form: forms.BaseForm) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for bound in form:
        value = bound.value()
        if bound.name in ("DELETE",) or value is None or value is False:
            continue
        if isinstance(value, (list, tuple)):
            value = [getattr(item, "pk", item) for item in value]
        rendered = bound.field.widget.format_value(value)
        values[bound.html_name] = _posted(value, rendered)
    return values


def _posted(value: Any, rendered: Any) -> Any:
    if isinstance(value, list) or rendered is None:
        return value
    if isinstance(rendered, list):
        return rendered[0] if len(rendered) == 1 else rendered
    return "on" if value is True else rendered
