"""The forms of a gemeente and its model."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cms.forms.fields import WoordenField
from cms.scoped.forms import ScopedForm

PLATFORM_FIELDS = ("code", "slug", "naam", "status", "opvolger", "site", "zichtbaar")


class GemeenteForm(ScopedForm):
    """A redacteur keeps desk, colour and notice; the rest is for the platform."""

    kleur = forms.RegexField(
        r"^#[0-9a-fA-F]{6}$",
        label=_("Kleur"),
        widget=forms.TextInput(attrs={"type": "color"}),
        help_text=_("De kleur van uw gemeente. Wij maken er leesbare tinten van."),
    )

    def apply_roles(self) -> None:
        if not self.roles.platform:
            self.drop(*PLATFORM_FIELDS)


class OndersteuningsmodelForm(ScopedForm):
    def apply_roles(self) -> None:
        if self.roles.platform:
            return
        if self.instance.pk:
            self.drop("gemeente")
        else:
            self.own("gemeente", self.roles.redactie)


class StapForm(ScopedForm):
    synoniemen = WoordenField(
        label=_("Andere woorden"),
        required=False,
        help_text=_("Woorden die mensen ook gebruiken. Eén op elke regel."),
    )

    def apply_roles(self) -> None:
        if self.instance.pk and not self.roles.platform:
            self.drop("ondersteuningsmodel")
            return
        field: Any = self.fields["ondersteuningsmodel"]
        if not self.roles.platform:
            field.queryset = field.queryset.filter(gemeente__in=self.roles.redactie)
            field.widget = forms.Select(choices=field.choices)
