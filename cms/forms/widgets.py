"""Widgets of our own."""

from typing import Any

from django import forms
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe
from wagtail.admin.telepath import register
from wagtail.admin.telepath.widgets import WidgetAdapter


class TemplateWidget(forms.Widget):
    """A widget whose template stands among those of the project."""

    def _render(self, template_name: str, context: dict[str, Any], renderer: Any = None) -> str:
        return mark_safe(render_to_string(template_name, context))  # noqa: S308 - a template


class Checkboxes(forms.CheckboxSelectMultiple):
    """Boxes to tick, rendered once."""


class OnceAdapter(WidgetAdapter):
    """Wagtail puts every widget in the page a second time, for scripts that add more of them.

    Of a long list that costs its queries and its bytes twice, and nothing adds more of these.
    """

    def js_args(self, widget: Any) -> list[str]:
        return [""]


for once in (TemplateWidget, Checkboxes):
    register(OnceAdapter(), once)
