"""The data that ship with the project: honest about what is real, harmless where it is invented."""

import json
import re

import pytest

from socialmap.imports.loading import demo_files, load_gemeenten, load_voorbeelden
from socialmap.models import Aanbieder, Contact, Gemeente, Locatie, Plaats, Voorziening

pytestmark = pytest.mark.django_db


def texts(value):
    """Every text in JSON, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from texts(part)


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker):
    """All demo data, loaded once for this module and rolled back after it."""
    from django.db import transaction

    with django_db_blocker.unblock(), transaction.atomic():
        yield load_gemeenten(demo_files("gemeenten")), load_voorbeelden(demo_files("voorbeelden"))
        transaction.set_rollback(True)


def test_all_four_gemeenten_are_loaded_and_every_entry_passes_the_publish_rules(demo):
    gemeenten, _ = demo

    assert gemeenten.aangemaakt["voorzieningen"] == 183
    live = Voorziening.objects.filter(live=True).for_serialisation()
    assert len(live) == Voorziening.objects.count()
    for voorziening in live:
        voorziening.check_publication()


def test_every_gemeente_says_that_its_data_are_no_guide_of_today(demo):
    shown = Gemeente.objects.shown()

    assert {row.slug for row in shown} == {"haren", "oldambt", "tynaarlo", "westerkwartier"}
    assert all("geen gids van nu" in row.melding for row in shown)
    assert len({row.kleur for row in shown}) == 4
    haren = Gemeente.objects.get(slug="haren")
    assert haren.historisch
    assert haren.opvolger.code == "GM0014"
    assert haren.site.hostname == "haren.localhost"


def test_entries_from_policy_texts_have_no_contact_that_works(demo):
    contacten = Contact.objects.filter(voorziening__is_voorbeeld=False)

    assert contacten.exists()
    assert not [contact for contact in contacten if contact.href]
    assert not Gemeente.objects.exclude(loket_telefoon="", loket_email="").exists()


def test_each_gemeente_has_twelve_to_fifteen_marked_examples(demo):
    for gemeente in Gemeente.objects.shown():
        examples = Aanbieder.objects.filter(gemeente=gemeente, is_voorbeeld=True)
        assert 12 <= examples.count() <= 15
        entries = Voorziening.objects.filter(aanbieder__in=examples)
        assert entries.count() >= 15
        assert all(entry.is_voorbeeld for entry in entries)


@pytest.mark.parametrize("path", demo_files("voorbeelden"), ids=lambda path: path.stem)
def test_no_contact_of_an_example_can_be_real(path):
    everything = list(texts(json.loads(path.read_text(encoding="utf-8"))))

    addresses = [text for text in everything if "@" in text or "http" in text or "www." in text]
    assert addresses
    assert all(text.endswith(".example") for text in addresses)
    days = re.compile(r"\d{4}-\d\d-\d\d")
    numbers = [text for text in everything if re.fullmatch(r"[+0-9][0-9 ()-]{6,}", text)]
    numbers = [text for text in numbers if not days.fullmatch(text)]
    assert numbers
    assert all(text.startswith("000-") for text in numbers)


def test_examples_stand_in_real_villages_on_addresses_that_cannot_exist(demo):
    locaties = Locatie.objects.select_related("plaats", "aanbieder__gemeente")

    for locatie in locaties:
        assert locatie.straat == "Voorbeeldstraat"
        assert locatie.postcode.startswith("0000 ")
        assert locatie.plaats.gemeente == locatie.aanbieder.gemeente
        assert abs(locatie.lat - locatie.plaats.lat) < 0.005
        assert abs(locatie.lon - locatie.plaats.lon) < 0.008
    assert Plaats.objects.filter(locaties__in=locaties).distinct().count() > 20


def test_examples_show_every_kind_of_content(demo):
    examples = Voorziening.objects.filter(is_voorbeeld=True)

    for condition in (
        {"openingstijden__isnull": False},
        {"activiteiten__isnull": False},
        {"prijzen__isnull": False},
        {"tijdelijk_gesloten": True},
        {"aan_huis": True},
        {"online": True},
        {"telefonisch": True},
        {"leeftijd_van__isnull": False},
        {"laatst_gecontroleerd_op__isnull": False},
        {"laatst_gecontroleerd_op__isnull": True},
        {"locatiekoppelingen__locatie__rolstoel": True},
        {"locatiekoppelingen__locatie__rolstoel": False},
        {"locatiekoppelingen__locatie__lift": None},
    ):
        assert examples.filter(**condition).exists(), condition
