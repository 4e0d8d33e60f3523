"""What the database itself refuses of a public row, and allows of a draft."""

import datetime
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction
from django.db.models import CheckConstraint

from socialmap import models
from tests.socialmap.factories import (
    AanbiederFactory,
    GemeenteFactory,
    LocatieFactory,
    StapFactory,
    VoorzieningFactory,
)

pytestmark = pytest.mark.django_db

LATER, EARLIER = datetime.date(2026, 2, 1), datetime.date(2026, 1, 1)
NINE, TWELVE = datetime.time(9), datetime.time(12)

# Constraint of the form "live = false OR …": the factory and the values that break it.
LIVE: dict[str, tuple[Any, dict[str, Any]]] = {
    "voorziening_live_heeft_tekst": (VoorzieningFactory, {"samenvatting": ""}),
    "voorziening_live_heeft_toetser": (VoorzieningFactory, {"toegangstoets": "indicatie"}),
    "voorziening_live_leeftijd": (VoorzieningFactory, {"leeftijd_van": 9, "leeftijd_tot": 8}),
    "voorziening_live_geldig": (VoorzieningFactory, {"geldig_van": LATER, "geldig_tot": EARLIER}),
    "voorziening_live_mededeling": (
        VoorzieningFactory,
        {"mededeling_van": LATER, "mededeling_tot": EARLIER},
    ),
    "voorziening_live_gratis_zonder_soort": (
        VoorzieningFactory,
        {"eigen_bijdrage": "nee", "bijdrage_soort": "contributie"},
    ),
    "aanbieder_live_heeft_naam": (AanbiederFactory, {"naam": ""}),
    "locatie_live_heeft_naam": (LocatieFactory, {"naam": ""}),
}


def _own_successor() -> Any:
    gemeente = GemeenteFactory(stappen=False)
    return lambda: models.Gemeente.objects.filter(pk=gemeente.pk).update(opvolger=gemeente.pk)


def _half_a_point() -> Any:
    locatie = LocatieFactory(live=False)
    return lambda: models.Locatie.objects.filter(pk=locatie.pk).update(lat=None)


def _area(**fields: Any) -> Any:
    voorziening = VoorzieningFactory()
    return lambda: models.Werkingsgebied.objects.create(voorziening=voorziening, **fields)


def _opening_of_voorziening() -> Any:
    parent = VoorzieningFactory()
    return lambda: models.VoorzieningOpening.objects.create(
        voorziening=parent, weekdag=0, van=TWELVE, tot=NINE
    )


def _opening_of_locatie() -> Any:
    parent = LocatieFactory()
    return lambda: models.LocatieOpening.objects.create(
        locatie=parent, weekdag=0, van=NINE, tot=NINE
    )


def _place_without_place() -> Any:
    return _area(soort="plaats", gemeente=GemeenteFactory())


# Constraints that hold for drafts too.
ALWAYS: dict[str, Any] = {
    "gemeente_opvolger_is_een_ander": _own_successor,
    "locatie_punt_is_heel": _half_a_point,
    "werkingsgebied_heeft_gemeente": lambda: _area(soort="gemeente"),
    "werkingsgebied_heeft_plaats": _place_without_place,
    "voorziening_opening_van_tot": _opening_of_voorziening,
    "locatie_opening_van_tot": _opening_of_locatie,
}


def test_every_check_constraint_is_tried_here() -> None:
    declared = {
        constraint.name
        for model in apps.get_app_config("socialmap").get_models()
        for constraint in model._meta.constraints
        if isinstance(constraint, CheckConstraint)
    }

    assert declared == {*LIVE, *ALWAYS}


@pytest.mark.parametrize("name", LIVE)
def test_a_public_row_is_refused(name: str) -> None:
    factory, values = LIVE[name]
    row = factory(live=True)
    rows = type(row).objects.filter(pk=row.pk)

    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        rows.update(**values)


@pytest.mark.parametrize("name", LIVE)
def test_a_draft_may_hold_it(name: str) -> None:
    factory, values = LIVE[name]
    row = factory(live=False)

    changed = type(row).objects.filter(pk=row.pk).update(**values)

    assert changed == 1


@pytest.mark.parametrize("name", LIVE)
def test_a_draft_that_holds_it_cannot_become_public_past_the_gate(name: str) -> None:
    factory, values = LIVE[name]
    row = factory(live=False)
    rows = type(row).objects.filter(pk=row.pk)
    rows.update(**values)

    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        rows.update(live=True)


@pytest.mark.parametrize("name", ALWAYS)
def test_what_is_never_right_is_refused(name: str) -> None:
    act = ALWAYS[name]()

    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        act()


def test_nothing_is_linked_twice() -> None:
    locatie = LocatieFactory()
    made = VoorzieningFactory(aanbieder=locatie.aanbieder, locaties=[locatie])

    with pytest.raises(IntegrityError), transaction.atomic():
        models.VoorzieningLocatie.objects.create(voorziening=made, locatie=locatie)
    with pytest.raises(IntegrityError), transaction.atomic():
        models.VoorzieningStap.objects.create(voorziening=made, stap=made.stappen.get().stap)


def test_stappen_of_one_model_differ_in_address_and_order() -> None:
    stap = StapFactory()
    model = stap.ondersteuningsmodel

    with pytest.raises(IntegrityError), transaction.atomic():
        StapFactory(ondersteuningsmodel=model, slug=stap.slug)
    with pytest.raises(IntegrityError), transaction.atomic():
        StapFactory(ondersteuningsmodel=model, volgorde=stap.volgorde)
    assert StapFactory(slug=stap.slug, volgorde=stap.volgorde).pk


def test_a_draft_may_hold_almost_nothing() -> None:
    draft = models.Voorziening(naam="", beherende_gemeente=GemeenteFactory())

    draft.save()

    assert draft.slug.startswith("zonder-naam")
