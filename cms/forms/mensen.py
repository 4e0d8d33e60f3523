"""Who works where: a person is named by e-mail address, not picked from a list of everybody."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cms.scoped.forms import ScopedForm
from socialmap.models import Gebruiker


class PersoonForm(ScopedForm):
    """The person of a row is chosen once; somebody else gets a row of their own."""

    email = forms.EmailField(
        label=_("E-mailadres"),
        help_text=_("Van iemand die al een account heeft. Maak het account eerst bij Gebruikers."),
    )

    def apply_roles(self) -> None:
        if self.instance.pk:
            self.drop("email")

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"].strip().lower()
        user = Gebruiker.objects.filter(email=email).first()
        if user is None:
            raise forms.ValidationError(_("Wij kennen niemand met dit e-mailadres."))
        self.instance.user = user
        return email

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        if self._is_double(cleaned):
            self.add_error(None, _("Deze persoon staat er al bij."))
        return cleaned

    def _is_double(self, cleaned: dict[str, Any]) -> bool:
        place = "aanbieder" if "aanbieder" in self.fields else "gemeente"
        if not self.instance.user_id or not cleaned.get(place):
            return False
        rows = type(self.instance)._base_manager.filter(
            user=self.instance.user_id, **{place: cleaned[place]}
        )
        return rows.exclude(pk=self.instance.pk).exists()
