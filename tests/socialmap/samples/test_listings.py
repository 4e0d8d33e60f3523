"""The invented listings: the same for the same seed, Dutch, honest about what is unknown."""

import re
from collections import Counter
from dataclasses import asdict

import pytest

from socialmap.models import (
    Aanmelding,
    BijdrageSoort,
    EigenBijdrage,
    Prijs,
    Toegangstoets,
    Voorziening,
    Vorm,
)
from socialmap.models.activiteit import validate_rrule
from socialmap.samples.listings import listings
from socialmap.samples.world import dutch_world


@pytest.fixture(scope="module")
def sample():
    return list(listings(3000, 7))


def test_the_same_seed_gives_the_same_listings(sample):
    again = list(listings(200, 7))

    assert [asdict(one) for one in again] == [asdict(one) for one in sample[:200]]


def test_a_run_may_start_in_the_middle(sample):
    tail = list(listings(200, 7, start=151))

    assert [asdict(one) for one in tail] == [asdict(one) for one in sample[151:200]]


def test_another_seed_gives_others(sample):
    others = {one.public_id for one in listings(3000, 8)}

    assert not others & {one.public_id for one in sample}


def test_ids_and_addresses_are_unique(sample):
    assert len({one.public_id for one in sample}) == len(sample)
    assert len({one.slug for one in sample}) == len(sample)
    assert all(re.fullmatch(r"[a-z0-9-]{1,120}", one.slug) for one in sample)


def test_every_value_is_one_that_the_models_know(sample):
    for one in sample:
        assert one.soort in Voorziening.Soort
        assert one.vorm in Vorm
        assert one.toegangstoets in Toegangstoets
        assert one.eigen_bijdrage in EigenBijdrage
        assert not one.bijdrage_soort or one.bijdrage_soort in BijdrageSoort
        assert one.aanmelding in Aanmelding
        assert all(eenheid in Prijs.Eenheid for _, eenheid in one.prijzen)
        assert len(one.naam) <= 200
        assert 0 < len(one.samenvatting) <= 300
        if one.herhaling:
            validate_rrule(one.herhaling[0])


def test_much_is_unknown_and_a_third_names_no_organisation(sample):
    share = Counter(one.eigen_bijdrage for one in sample)["onbekend"] / len(sample)
    without = sum(one.organisatie is None for one in sample) / len(sample)

    assert 0.3 < share < 0.6
    assert 0.3 < without < 0.36


def test_no_contact_can_be_dialled_or_visited(sample):
    assert all(one.telefoon.startswith("000-") for one in sample if one.telefoon)
    assert all(one.website.endswith(".example") for one in sample if one.website)


def test_the_places_are_dutch_and_all_in_one_of_342_synthetic_gemeenten():
    world = dutch_world()

    assert len(world.gemeenten) == 342
    assert len(world.dorpen) > 1900
    assert all(re.fullmatch(r"GM9\d{3}", gemeente.code) for gemeente in world.gemeenten)
    assert all(50.7 < dorp.lat < 53.6 and 3.3 < dorp.lon < 7.3 for dorp in world.dorpen)
