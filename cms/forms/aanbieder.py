"""The forms of an aanbieder and of its locaties."""

from typing import Any

from cms.scoped.forms import ScopedForm


class AanbiederForm(ScopedForm):
    """Which gemeente watches and whether they publish themselves is up to the redactie."""

    ROW_FIELDS = ("gemeente", "direct_publiceren")

    def apply_roles(self) -> None:
        if self.roles.platform:
            return
        if not self.roles.redactie:
            self.drop("gemeente", "direct_publiceren", "opmerking", "slug")
        elif self.instance.pk:
            self.drop("gemeente")
        else:
            self.own("gemeente", self.roles.redactie)


class LocatieForm(ScopedForm):
    """The aanbieder is chosen once; a locatie never moves to another one."""

    def apply_roles(self) -> None:
        if self.instance.pk:
            self.drop("aanbieder")
        elif not self.roles.platform and not self.roles.redactie:
            self.own("aanbieder", self.roles.aanbieders)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        if cleaned.get("lat") is None and cleaned.get("lon") is None:
            cleaned["precisie"] = "geen"
        return cleaned
