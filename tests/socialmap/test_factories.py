"""The factories make what the publish gate accepts; other tests lean on that."""

import pytest

from socialmap.models import Publicatie, Voorziening
from tests.socialmap.factories import (
    AanbiederFactory,
    GebruikerFactory,
    GemeenteFactory,
    LidmaatschapFactory,
    LocatieFactory,
    PlaatsFactory,
    PostcodeFactory,
    RedacteurschapFactory,
    VoorzieningFactory,
)

pytestmark = pytest.mark.django_db


def test_a_live_voorziening_was_published_with_all_its_children():
    aanbieder = AanbiederFactory()
    locatie = LocatieFactory(aanbieder=aanbieder, openingstijden=[(0, "09:00", "12:00")])

    made = VoorzieningFactory(
        live=True,
        aanbieder=aanbieder,
        betaald=True,
        prijzen=[(250, "keer")],
        locaties=[locatie],
        leefgebieden=["geld", "vervoer"],
        doelgroepen=["ouderen"],
        talen=["nl"],
        contacten=[("telefoon", "000-123 45 67")],
        activiteiten=[{"herhaling": "FREQ=WEEKLY;BYDAY=TU"}],
        openingstijden=[(1, "10:00", "11:00")],
    )

    stored = Voorziening.objects.get(pk=made.pk)
    assert stored.live
    assert stored.beherende_gemeente == aanbieder.gemeente
    inhoud = Publicatie.objects.get(voorziening=made).inhoud
    assert [term["slug"] for term in inhoud["leefgebieden"]] == ["geld", "vervoer"]
    assert inhoud["locaties"][0]["openingstijden"][0]["van"] == "09:00"
    assert inhoud["eigen_bijdrage"]["prijzen"][0]["bedrag_cents"] == 250
    assert inhoud["contacten"][0]["waarde"] == "000-123 45 67"


def test_a_voorziening_is_a_draft_unless_told_otherwise():
    made = VoorzieningFactory(met_aanbieder=True)

    assert not made.live
    assert made.aanbieder.gemeente == made.beherende_gemeente


def test_a_voorziening_may_be_meant_for_one_place_or_the_whole_country():
    gemeente = GemeenteFactory(historisch=True, met_site=True)
    plaats = PlaatsFactory(slug="glimmen", gemeente=gemeente)

    made = VoorzieningFactory(
        live=True,
        beherende_gemeente=gemeente,
        stappen=["burgerkracht"],
        werkingsgebieden=[plaats, "landelijk"],
    )

    assert {row.soort for row in made.werkingsgebieden.all()} == {"plaats", "landelijk"}


def test_people_and_places_have_factories_too():
    lid, redacteur = LidmaatschapFactory(), RedacteurschapFactory()

    assert lid.user.check_password("geheim-voor-de-test")
    assert redacteur.gemeente.ondersteuningsmodel.stappen.count() == 4
    assert GebruikerFactory(beheerder=True).is_superuser
    assert PostcodeFactory().plaats.naam
