"""Form fields that ask in the way people write."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from socialmap.models import Aanbieder

EURO = re.compile(r"^\s*€?\s*(\d{1,6})(?:[.,](\d{1,2}))?\s*(?:,-)?\s*$")


class WoordenField(forms.CharField):
    """A list of words, one a line; the value is a list of str without doubles."""

    widget = forms.Textarea(attrs={"rows": 3})

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        lines = value if isinstance(value, list) else re.split(r"[\n,]", value or "")
        words = [" ".join(line.split()) for line in lines]
        return list(dict.fromkeys(word for word in words if word))

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(self.to_python(initial) != self.to_python(data))


class EuroField(forms.CharField):
    """An amount such as 7,50; the value is an int of cents."""

    default_error_messages = {"invalid": _("Schrijf een bedrag als 7,50.")}

    def prepare_value(self, value: Any) -> Any:
        return f"{value // 100},{value % 100:02}" if isinstance(value, int) else value

    def to_python(self, value: Any) -> Any:
        if value in self.empty_values or isinstance(value, int):
            return None if value in self.empty_values else value
        match = EURO.match(value)
        if match is None:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        euros, cents = match.groups()
        return int(euros) * 100 + int((cents or "0").ljust(2, "0"))

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return bool(self.to_python(initial) != self.to_python(data))
        except ValidationError:
            return True


class AanbiederNamenField(forms.CharField):
    """Names of aanbieders that are public, one a line; the value is a list of Aanbieder.

    A list of all of them to pick from would be slow and would name what is not public yet.
    """

    widget = forms.Textarea(attrs={"rows": 2})

    def prepare_value(self, value: Any) -> Any:
        if value is None or isinstance(value, str):
            return value
        return "\n".join(str(getattr(item, "naam", item)) for item in value)

    def to_python(self, value: Any) -> Any:
        if not isinstance(value, str):
            return list(value or [])
        found = []
        for name in filter(None, (" ".join(line.split()) for line in value.splitlines())):
            matches = list(Aanbieder.objects.live().filter(naam__iexact=name)[:2])
            if not matches:
                matches = list(Aanbieder.objects.live().filter(slug=name)[:1])
            if len(matches) != 1:
                message = (
                    _("Er zijn meer aanbieders met de naam %(naam)s. Schrijf het webadres-deel.")
                    if matches
                    else _("Wij kennen geen aanbieder met de naam %(naam)s.")
                )
                raise ValidationError(message, params={"naam": name})
            found.extend(matches)
        return found

    def has_changed(self, initial: Any, data: Any) -> bool:
        before = {str(getattr(item, "naam", item)).casefold() for item in initial or []}
        after = {line.strip().casefold() for line in (data or "").splitlines() if line.strip()}
        return before != after
