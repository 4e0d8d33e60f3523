"""The form of a synonym."""

from typing import Any

from cms.scoped.forms import ScopedForm
from search.models import Synoniem


class SynoniemForm(ScopedForm):
    """A hoofdredactie makes synonyms for its own gemeente; the gemeente of a row never changes."""

    instance: Synoniem

    def apply_roles(self) -> None:
        if self.roles.platform:
            return
        if self.instance.pk:
            self.drop("gemeente")
        else:
            self.own("gemeente", self.roles.hoofdredactie)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        if self.instance.pk is None:
            self._bring_back(cleaned)
        return cleaned

    def _bring_back(self, cleaned: dict[str, Any]) -> None:
        """What shipped and was taken away still stands there, unseen: take that row again."""
        van, naar = (" ".join((cleaned.get(name) or "").split()) for name in ("van", "naar"))
        own = "gemeente" not in self.fields
        gemeente = self.instance.gemeente if own else cleaned.get("gemeente")
        removed = Synoniem.objects.filter(
            van=van, naar=naar, gemeente=gemeente, verwijderd=True
        ).first()
        if removed is not None:
            removed.verwijderd = False
            self.instance = removed
