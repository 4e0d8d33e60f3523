"""Naming a begrip by typing, with the browser's own list to pick from: it needs no script."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from cms.forms.widgets import TemplateWidget
from socialmap.models import Begrip


class BegripInput(TemplateWidget, forms.TextInput):
    """A text field with the terms of all begrippen; several on one page share their list."""

    template_name = "cms/widgets/begrip.html"

    def __init__(self, attrs: dict[str, Any] | None = None, with_list: bool = True) -> None:
        super().__init__({"autocomplete": "off", "list": "begrippen"} | (attrs or {}))
        self.with_list = with_list

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(name, value, attrs)
        # Read while the page is made, and only if it shows them.
        context["terms"] = SimpleLazyObject(_terms) if self.with_list else []
        return context


class BegripField(forms.CharField):
    """The term, or the code, of a begrip; the value is a Begrip or None.

    `in_use_only=False` takes those that search does not use too.
    """

    widget = BegripInput

    def __init__(self, *, in_use_only: bool = True, **kwargs: Any) -> None:
        self.in_use_only = in_use_only
        kwargs.setdefault("label", _("Begrip"))
        kwargs.setdefault("help_text", _("Typ een deel van de naam en kies uit de lijst."))
        super().__init__(**kwargs)

    def prepare_value(self, value: Any) -> Any:
        return value.term if isinstance(value, Begrip) else value

    def to_python(self, value: Any) -> Any:
        name = " ".join((value or "").split())
        return find_begrip(name, in_use_only=self.in_use_only) if name else None


def find_begrip(name: str, *, in_use_only: bool = True) -> Begrip:
    """Return the begrip with this term or code.

    Raises:
        ValidationError: there is none, or more than one.
    """
    rows = Begrip.objects.in_use() if in_use_only else Begrip.objects.all()
    if "\x00" in name:  # which PostgreSQL cannot compare
        rows = rows.none()
    found = list(rows.filter(term__iexact=name)[:2]) or list(rows.filter(slug=name)[:1])
    if len(found) == 1:
        return found[0]
    message = (
        _("Er zijn meer begrippen met de naam %(naam)s. Schrijf de code van het begrip.")
        if found
        else _("Wij kennen geen begrip met de naam %(naam)s.")
    )
    raise ValidationError(message, params={"naam": name})


def _terms() -> list[str]:
    return list(Begrip.objects.in_use().order_by("term").values_list("term", flat=True))
