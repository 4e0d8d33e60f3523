"""The form of a voorziening."""

from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.controle import checked_on
from cms.forms.begrippen_oordeel import BegrippenField, store
from cms.forms.fields import AanbiederNamenField, EuroField, WoordenField
from cms.roles import Rollen, roles_of
from cms.scoped.forms import ChildForm, ScopedForm
from socialmap.models import Aanbieder, Gemeente, Publicatie, Stap, Voorziening

REDACTIE_FIELDS = ("opmerking", "status", "soort", "controle_interval_maanden", "slug")


class PrijsForm(ChildForm):
    bedrag_cents = EuroField(label=_("Bedrag in euro"), help_text=_("Bijvoorbeeld 7,50."))


class StapForm(ChildForm):
    """Offers the stappen of the gemeenten this person works in, and what is chosen already."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["stap"]
        offered = stap_choices(self.for_user)
        current = self.instance.stap_id
        if current and current not in {pk for _naam, group in offered for pk, _stap in group}:
            chosen = self.instance.stap
            naam = chosen.ondersteuningsmodel.gemeente.naam
            offered = [*offered, (naam, [(chosen.pk, chosen.naam)])]
        field.choices = [("", "---------"), *offered]

    def choosable(self, name: str, rows: QuerySet[Any]) -> QuerySet[Any]:
        offered = [pk for _naam, group in stap_choices(self.for_user) for pk, _stap in group]
        return rows.filter(pk__in=[*offered, self.instance.stap_id])


class VoorzieningForm(ScopedForm):
    """See the sections in `cms/viewsets/voorziening.py`."""

    ROW_FIELDS = ("aanbieder", "beherende_gemeente")

    trefwoorden = WoordenField(
        label=_("Zoekwoorden"),
        required=False,
        help_text=_("Woorden die mensen gebruiken als zij dit zoeken. Eén op elke regel."),
    )
    mede_aanbieders = AanbiederNamenField(
        label=_("Andere aanbieders"),
        required=False,
        help_text=_("Doet u dit samen met anderen? Schrijf hun naam. Eén op elke regel."),
    )
    begrippen_oordeel = BegrippenField(
        label=_("Welke begrippen passen hierbij?"),
        required=False,
        help_text=_("De computer stelt begrippen voor. Met wat klopt, vinden mensen dit beter."),
    )
    alles_gecontroleerd = forms.BooleanField(
        label=_("Ik heb alles gecontroleerd"),
        required=False,
        help_text=_(
            "Zet alleen een vinkje als u alles hebt nagekeken. "
            "Bezoekers zien dan de datum en uw organisatie, nooit uw naam."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk and self.instance.has_unpublished_changes:
            self._keep_earlier_check()
        terms = {name: self.initial.get(name, ()) for name in ("doelgroepen", "leefgebieden")}
        self.fields["begrippen_oordeel"].show(self.instance, terms)

    def save(self, commit: bool = True) -> Any:
        judged = self.cleaned_data.get("begrippen_oordeel")
        if judged is not None:
            store(self.instance, judged)
        return super().save(commit=commit)

    def apply_roles(self) -> None:
        new = not self.instance.pk
        if self.roles.platform:
            return
        if self.roles.redactie:
            if new:
                self.own("beherende_gemeente", self.roles.redactie)
            else:
                self.drop("beherende_gemeente")
        else:
            self.drop("beherende_gemeente", *REDACTIE_FIELDS)
            if new:
                self.own("aanbieder", self.roles.aanbieders)
            else:
                self.drop("aanbieder")

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        if not self.instance.pk and not self.roles.is_redactie:
            self._follow_aanbieder(cleaned.get("aanbieder"))
        if cleaned.get("alles_gecontroleerd"):
            self.instance.laatst_gecontroleerd_op = timezone.localdate()
            self.instance.gecontroleerd_door = self._checker()
        return cleaned

    def _follow_aanbieder(self, chosen: Aanbieder | None) -> None:
        """A new entry of an aanbieder is kept by the gemeente that watches over them."""
        key = chosen.pk if chosen else self.instance.aanbieder_id
        aanbieder = Aanbieder.objects.filter(pk=key, pk__in=self.roles.aanbieders).first()
        if aanbieder is None:
            self.add_error(None, _("Kies uw organisatie."))
            return
        self.instance.aanbieder_id = aanbieder.pk
        self.instance.beherende_gemeente_id = aanbieder.gemeente_id

    def _checker(self) -> str:
        """An organisation or a role; never the name of a person."""
        if self.roles.platform or self.instance.beherende_gemeente_id in self.roles.redactie:
            gemeente = Gemeente.objects.filter(pk=self.instance.beherende_gemeente_id).first()
            return str(_("Redactie gemeente %(naam)s") % {"naam": gemeente}) if gemeente else ""
        aanbieder = Aanbieder.objects.filter(pk=self.instance.aanbieder_id).first()
        return aanbieder.naam[:100] if aanbieder else ""

    def _keep_earlier_check(self) -> None:
        """A check in an earlier draft counts when that draft is published; see `cms.controle`."""
        content = self.instance.latest_revision.content if self.instance.latest_revision else {}
        checked, known = checked_on(content), self.instance.laatst_gecontroleerd_op
        if checked and (known is None or checked > known):
            self.instance.laatst_gecontroleerd_op = checked
            self.instance.gecontroleerd_door = content.get("gecontroleerd_door", "")

    def write_row_fields(self, instance: Any) -> None:
        """A live entry with another owner is another publication: check and record it."""
        super().write_row_fields(instance)
        if instance.live and set(self.ROW_FIELDS) & set(self.changed_data):
            fresh = Voorziening.objects.for_serialisation().get(pk=instance.pk)
            fresh.check_publication()
            Publicatie.objects.record(fresh)


def stap_choices(user: Any) -> list[tuple[str, list[tuple[int, str]]]]:
    """Choices grouped by gemeente, in the order of the model; read once per request."""
    cached: list[tuple[str, list[tuple[int, str]]]] | None = getattr(user, "_stap_choices", None)
    if cached is not None:
        return cached
    stappen = Stap.objects.select_related("ondersteuningsmodel__gemeente")
    roles = roles_of(user) if user else Rollen(platform=True)
    if not roles.platform:
        own = Gemeente.objects.filter(
            Q(pk__in=roles.redactie) | Q(aanbieders__in=roles.aanbieders)
        ).values("pk")
        stappen = stappen.filter(ondersteuningsmodel__gemeente__in=own)
    groups: dict[str, list[tuple[int, str]]] = {}
    for stap in stappen.order_by("ondersteuningsmodel__gemeente__naam", "volgorde"):
        naam = stap.ondersteuningsmodel.gemeente.naam
        groups.setdefault(naam, []).append((stap.pk, stap.naam))
    choices = list(groups.items())
    if user:
        user._stap_choices = choices
    return choices
