"""Columns of admin lists."""

from typing import Any

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


def text_column(accessor: str, label: Any) -> Column:
    """A column that cannot be sorted on and is left out on a phone."""
    return Column(accessor, label=label, classname=WIDE)
