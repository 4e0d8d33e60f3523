"""What an admin list can be narrowed by."""

from datetime import date
from typing import Any

import django_filters
from dateutil.relativedelta import relativedelta
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet

from cms.roles import roles_of
from search.models import Synoniem, Zoekvraag
from socialmap.models import (
    Aanbieder,
    Begrip,
    Gemeente,
    Leefgebied,
    Locatie,
    Stap,
    Voorziening,
)

PUBLICATIE = [
    ("live", _("Staat op de site")),
    ("concept", _("Concept")),
    ("wijziging", _("Wijziging nog niet op de site")),
]
CONTROLE = [
    ("nu", _("Nu nakijken")),
    ("nooit", _("Nog nooit nagekeken")),
    ("op-tijd", _("Op tijd nagekeken")),
]


def overdue(day: date) -> Q:
    """Entries whose last check is longer ago than their own interval, or that have none."""
    late = Q(laatst_gecontroleerd_op=None)
    for months in Voorziening.Interval.values:
        late |= Q(
            controle_interval_maanden=months,
            laatst_gecontroleerd_op__lt=day - relativedelta(months=months),
        )
    return late


def own_gemeenten(request: Any) -> QuerySet[Gemeente]:
    """The gemeenten a person may filter on; all of them for a platform beheerder."""
    gemeenten = Gemeente.objects.order_by("naam")
    roles = roles_of(request.user)
    if roles.platform:
        return gemeenten.filter(zichtbaar=True)
    return gemeenten.filter(
        Q(pk__in=roles.redactie | roles.consulent) | Q(aanbieders__in=roles.aanbieders)
    ).distinct()


def own_stappen(request: Any) -> QuerySet[Stap]:
    return Stap.objects.filter(ondersteuningsmodel__gemeente__in=own_gemeenten(request))


class PublicatieFilterSet(WagtailFilterSet):
    """Draft or public; shared by everything that has drafts."""

    publicatie = django_filters.ChoiceFilter(
        label=_("Op de site"), method="filter_publicatie", choices=PUBLICATIE
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        roles = roles_of(self.request.user)
        places = len(roles.redactie | roles.consulent) + len(roles.aanbieders)
        if places == 1 and not roles.platform:
            self.filters.pop("gemeente", None)  # There is nothing to choose.

    def filter_publicatie(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        conditions = {
            "live": Q(live=True),
            "concept": Q(live=False),
            "wijziging": Q(live=True, has_unpublished_changes=True),
        }
        return rows.filter(conditions[value])


class VoorzieningFilterSet(PublicatieFilterSet):
    gemeente = django_filters.ModelChoiceFilter(
        label=_("Gemeente"), field_name="beherende_gemeente", queryset=own_gemeenten
    )
    stap = django_filters.ModelChoiceFilter(
        label=_("Stap"), method="filter_stap", queryset=own_stappen
    )
    controle = django_filters.ChoiceFilter(
        label=_("Controle"), method="filter_controle", choices=CONTROLE
    )

    class Meta:
        model = Voorziening
        fields = ["gemeente", "stap", "status", "publicatie", "controle"]

    def filter_stap(self, rows: QuerySet[Any], name: str, value: Stap) -> QuerySet[Any]:
        return rows.filter(pk__in=on_stap(value))

    def filter_controle(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        late = overdue(timezone.localdate())
        conditions = {"nu": late, "nooit": Q(laatst_gecontroleerd_op=None), "op-tijd": ~late}
        return rows.filter(conditions[value])


def on_stap(stap: Stap) -> QuerySet[Any]:
    """The keys of the entries on `stap`, as a subquery: no doubles, no join in the list."""
    return Voorziening.objects.filter(stappen__stap=stap).values("pk")


class AanbiederFilterSet(PublicatieFilterSet):
    gemeente = django_filters.ModelChoiceFilter(label=_("Gemeente"), queryset=own_gemeenten)

    class Meta:
        model = Aanbieder
        fields = ["gemeente", "soort", "publicatie"]


class ZoekvraagFilterSet(WagtailFilterSet):
    """Shows what nobody looked at yet, until somebody asks for more."""

    gemeente = django_filters.ModelChoiceFilter(label=_("Gemeente"), queryset=own_gemeenten)
    stand = django_filters.ChoiceFilter(
        label=_("Stand"), choices=Zoekvraag.Stand.choices, empty_label=_("Alles")
    )

    class Meta:
        model = Zoekvraag
        fields = ["gemeente", "stand"]

    def __init__(self, data: Any, **kwargs: Any) -> None:
        chosen = data.copy()
        chosen.setdefault("stand", Zoekvraag.Stand.OPEN)
        super().__init__(chosen, **kwargs)
        roles = roles_of(self.request.user)
        if len(roles.hoofdredactie) == 1 and not roles.platform:
            self.filters.pop("gemeente", None)


class SynoniemFilterSet(WagtailFilterSet):
    gemeente = django_filters.ModelChoiceFilter(label=_("Gemeente"), queryset=own_gemeenten)

    class Meta:
        model = Synoniem
        fields = ["soort", "richting", "taal", "gemeente", "actief", "herkomst"]


class BegripFilterSet(WagtailFilterSet):
    leefgebied = django_filters.ModelChoiceFilter(
        label=_("Onderwerp"), queryset=Leefgebied.objects.all()
    )
    ingang = django_filters.BooleanFilter(
        label=_("Ingang op de site"), field_name="hulpvraag", method="filter_ingang"
    )

    class Meta:
        model = Begrip
        fields = ["leefgebied", "actief", "herkomst", "ingang"]

    def filter_ingang(self, rows: QuerySet[Any], name: str, value: bool) -> QuerySet[Any]:
        return rows.exclude(hulpvraag="") if value else rows.filter(hulpvraag="")


class LocatieFilterSet(PublicatieFilterSet):
    gemeente = django_filters.ModelChoiceFilter(
        label=_("Gemeente"), field_name="aanbieder__gemeente", queryset=own_gemeenten
    )

    class Meta:
        model = Locatie
        fields = ["gemeente", "publicatie"]
