"""A real gemeente starts with a model and no data."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from socialmap.imports.starting import StartRefused, start_gemeente
from socialmap.models import Gemeente, Voorziening
from tests.socialmap.factories import GemeenteFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("model", "stappen"), [("rotonde", 4), ("regenboog", 3), ("piramide", 4), ("keten", 4)]
)
def test_each_model_gives_stappen_in_order(model, stappen):
    start_gemeente("GM0014", "Groningen", model=model)

    gemeente = Gemeente.objects.get(slug="groningen")
    volgorde = [stap.volgorde for stap in gemeente.ondersteuningsmodel.stappen.all()]
    assert gemeente.ondersteuningsmodel.vorm == model
    assert volgorde == list(range(1, stappen + 1))
    assert not Voorziening.objects.exists()


def test_the_command_sets_slug_colour_and_host_and_a_second_time_nothing():
    options = {"slug": "stad", "kleur": "#aa0000", "host": "stad.example.nl"}
    first, second = StringIO(), StringIO()

    call_command("start_gemeente", "GM0014", "Groningen", **options, stdout=first)
    call_command("start_gemeente", "GM0014", "Groningen", **options, stdout=second)

    gemeente = Gemeente.objects.get()
    assert (gemeente.slug, gemeente.kleur) == ("stad", "#aa0000")
    assert gemeente.site.hostname == "stad.example.nl"
    assert "aangemaakt" in first.getvalue()
    assert "niets veranderd" in second.getvalue()


def test_a_gemeente_known_as_successor_becomes_visible():
    GemeenteFactory(code="GM0014", naam="Groningen", zichtbaar=False, stappen=False)

    start_gemeente("GM0014", "Groningen")

    assert Gemeente.objects.get().zichtbaar


@pytest.mark.parametrize(
    ("code", "naam", "fields"),
    [
        ("GM14", "Groningen", {}),
        ("0014", "Groningen", {}),
        ("GM0014", "", {}),
        ("GM0014", "Groningen", {"kleur": "rood"}),
        ("GM0014", "Groningen", {"slug": "zoeken"}),
        ("GM0014", "Groningen", {"slug": "met spatie"}),
        ("GM0017", "Een andere naam", {}),
    ],
)
def test_what_cannot_be_is_refused_in_words(code, naam, fields):
    GemeenteFactory(code="GM0017", naam="Haren")

    with pytest.raises(StartRefused):
        start_gemeente(code, naam, **fields)

    assert Gemeente.objects.count() == 1


def test_the_command_says_what_to_write():
    with pytest.raises(CommandError, match="GM en vier cijfers"):
        call_command("start_gemeente", "GM14", "Groningen")
