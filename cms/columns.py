"""Columns of admin lists."""

from collections.abc import Callable
from typing import Any

from django.middleware.csrf import get_token
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn

# Left out on a small screen; see cms/static/cms/admin.css.
WIDE = "sk-wide"


class ControleColumn(DateColumn):
    """When an entry was last checked, sorted on its own indexed column."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            "laatst_gecontroleerd_op",
            label=_("Nagekeken op"),
            classname=WIDE,
            sort_key="laatst_gecontroleerd_op",
            **kwargs,
        )


class BijgewerktColumn(DateColumn):
    """The own `bijgewerkt_op`; wagtail's UpdatedAtColumn sorts every row by a joined revision."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__("bijgewerkt_op", label=_("Bijgewerkt"), sort_key="bijgewerkt_op", **kwargs)


class PublicatieColumn(Column):
    """Whether visitors see it; wagtail's own column asks two queries a row."""

    def __init__(self, sort_key: str | None = None) -> None:
        super().__init__("live", label=_("Op de site"), sort_key=sort_key)

    def get_value(self, instance: Any) -> Any:
        if not instance.live:
            return _("Concept")
        return _("Ja, met een wijziging") if instance.has_unpublished_changes else _("Ja")


class TemplateColumn(Column):
    """A cell of its own template, which gets `instance` and may post forms."""

    def __init__(self, template: str, label: Any) -> None:
        super().__init__("template", label=label, accessor=str)
        self.cell_template_name = template

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        return context | {"csrf_token": get_token(parent_context["request"])}


def text_column(accessor: str | Callable[[Any], str], label: Any) -> Column:
    """A column that cannot be sorted on and is left out on a phone."""
    name = accessor if isinstance(accessor, str) else accessor.__name__
    return Column(name, label=label, accessor=accessor, classname=WIDE)
