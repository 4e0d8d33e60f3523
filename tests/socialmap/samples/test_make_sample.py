"""Invented listings in the database are like published ones."""

import pytest

from socialmap.models import Aanbieder, Gemeente, Publicatie, Voorziening
from socialmap.samples.loading import make_sample
from socialmap.samples.world import World, dutch_world
from socialmap.serialisation import serialise
from tests.socialmap.factories import VoorzieningFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    """Four places, so that few gemeenten are made."""
    return World(dutch_world().dorpen[:4])


def test_a_sample_passes_the_publish_rules(world):
    make_sample(60, 3, world=world)

    stored = Voorziening.objects.live().for_serialisation()
    assert len(stored) == 60
    for voorziening in stored:
        voorziening.full_clean()
        voorziening.check_publication()
        assert voorziening.is_voorbeeld
    assert {gemeente.slug for gemeente in Gemeente.objects.all()} == {
        f"voorbeeldgemeente-00{number}" for number in range(1, 5)
    }


def test_the_snapshot_is_what_visitors_see(world):
    make_sample(30, 3, world=world)

    for voorziening in Voorziening.objects.for_serialisation():
        assert Publicatie.objects.get(voorziening=voorziening).inhoud == serialise(voorziening)


def test_a_second_run_adds_only_what_is_missing(world):
    make_sample(20, 3, world=world)
    first = list(Voorziening.objects.order_by("pk").values_list("public_id", flat=True))

    report = make_sample(40, 3, world=world)

    everything = list(Voorziening.objects.order_by("pk").values_list("public_id", flat=True))
    assert (report.aanwezig, report.aangemaakt) == (20, 20)
    assert everything[:20] == first
    assert Aanbieder.objects.count() == len(set(Aanbieder.objects.values_list("slug", flat=True)))
    assert make_sample(40, 3, world=world).aangemaakt == 0


def test_without_snapshots_there_are_none(world):
    make_sample(10, 3, world=world, snapshots=False)

    assert not Publicatie.objects.exists()


def test_editing_goes_on_after_a_sample(world):
    make_sample(10, 3, world=world)

    made = VoorzieningFactory(live=True)
    draft = Voorziening.objects.exclude(pk=made.pk).first()
    draft.naam = "Andere naam"
    draft.save_revision().publish()

    draft.refresh_from_db()
    assert draft.naam == "Andere naam"
    assert draft.stappen.count() == 1
