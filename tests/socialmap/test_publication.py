"""One gate to the public: it refuses in words, changes nothing then, and keeps a snapshot else."""

import datetime
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.models import Revision

from socialmap.models import (
    Aanbieder,
    Contact,
    Locatie,
    Prijs,
    Publicatie,
    Voorziening,
    VoorzieningLocatie,
    VoorzieningOpening,
    Werkingsgebied,
)
from tests.socialmap.factories import (
    AanbiederFactory,
    GemeenteFactory,
    LocatieFactory,
    StapFactory,
    VoorzieningFactory,
)

pytestmark = pytest.mark.django_db

ROW_RULES: dict[str, tuple[dict[str, Any], str, str]] = {
    "no name": ({"naam": " "}, "naam", "Schrijf de naam."),
    "no summary": (
        {"samenvatting": ""},
        "samenvatting",
        "Schrijf in een of twee zinnen wat het is.",
    ),
    "a light test by nobody": (
        {"toegangstoets": "licht", "toetser": " "},
        "toetser",
        "Schrijf wie beslist over de toegang.",
    ),
    "an indication by nobody": (
        {"toegangstoets": "indicatie"},
        "toetser",
        "Schrijf wie beslist over de toegang.",
    ),
    "free with a kind of payment": (
        {"eigen_bijdrage": "nee", "bijdrage_soort": "contributie"},
        "bijdrage_soort",
        "Gratis en een soort bijdrage gaan niet samen.",
    ),
    "ages the wrong way round": (
        {"leeftijd_van": 18, "leeftijd_tot": 4},
        "leeftijd_tot",
        "De leeftijd vanaf is hoger dan de leeftijd tot.",
    ),
    "an end before the beginning": (
        {"geldig_van": datetime.date(2026, 2, 1), "geldig_tot": datetime.date(2026, 1, 1)},
        "geldig_tot",
        "De einddatum ligt voor de begindatum.",
    ),
    "a notice that ends first": (
        {"mededeling_van": datetime.date(2026, 2, 1), "mededeling_tot": datetime.date(2026, 1, 1)},
        "mededeling_tot",
        "De mededeling eindigt voordat zij begint.",
    ),
}


def refusal(voorziening: Voorziening) -> dict[str, list[str]]:
    """The messages of the gate for a version with the values in memory."""
    revision = voorziening.save_revision(clean=False)
    with pytest.raises(ValidationError) as caught:
        revision.publish()
    return caught.value.message_dict


class TestTheGateRefuses:
    @pytest.mark.parametrize(("values", "field", "message"), ROW_RULES.values(), ids=ROW_RULES)
    def test_with_a_message_at_the_field(
        self, values: dict[str, Any], field: str, message: str
    ) -> None:
        draft = VoorzieningFactory()
        for name, value in values.items():
            setattr(draft, name, value)

        assert refusal(draft) == {field: [message]}

    def test_all_messages_at_once(self) -> None:
        draft = VoorzieningFactory(samenvatting="", toegangstoets="licht", stappen=[])

        assert set(refusal(draft)) == {"samenvatting", "toetser", "__all__"}

    def test_and_changes_nothing(self) -> None:
        live = VoorzieningFactory(naam="Koffie", live=True)
        live.naam, live.samenvatting = "Thee", ""

        refusal(live)

        stored = Voorziening.objects.get(pk=live.pk)
        assert (stored.naam, stored.live) == ("Koffie", True)
        assert Publicatie.objects.filter(voorziening=live).count() == 1

    def test_without_an_area(self) -> None:
        draft = VoorzieningFactory(werkingsgebieden=[])

        assert refusal(draft) == {"__all__": ["Kies voor welke gemeente of plaats dit is."]}

    def test_without_a_stap(self) -> None:
        draft = VoorzieningFactory(stappen=[])

        assert refusal(draft) == {
            "__all__": ["Kies de stap in het ondersteuningsmodel van uw gemeente."]
        }

    def test_with_two_stappen_of_one_gemeente(self) -> None:
        draft = VoorzieningFactory(stappen=["burgerkracht", "algemene-voorzieningen"])

        assert refusal(draft) == {"__all__": ["Kies per gemeente één stap."]}

    @pytest.mark.parametrize("wijze", ["direct", "geen-aanmelding-nodig"])
    def test_a_step_via_the_gemeente_that_can_be_booked(self, wijze: str) -> None:
        draft = VoorzieningFactory(stappen=["maatwerkvoorzieningen"], aanmelding=wijze)

        [message] = refusal(draft)["__all__"]
        assert message.startswith("Deze stap gaat via de gemeente.")

    def test_free_with_a_price(self) -> None:
        draft = VoorzieningFactory(gratis=True, prijzen=[(250, "keer")])

        [message] = refusal(draft)["__all__"]
        assert message.startswith("U koos gratis, maar er staat ook een prijs.")

    def test_a_locatie_of_another_aanbieder(self) -> None:
        draft = VoorzieningFactory(
            met_aanbieder=True, locaties=[LocatieFactory(naam="Andermans huis")]
        )

        assert refusal(draft) == {
            "__all__": ["De locatie Andermans huis is van een andere aanbieder."]
        }

    def test_children_that_the_database_would_refuse(self) -> None:
        draft = VoorzieningFactory(met_aanbieder=True)
        locatie = LocatieFactory(aanbieder=draft.aanbieder)
        gemeente = draft.beherende_gemeente
        draft.werkingsgebieden = [
            Werkingsgebied(soort="gemeente"),
            Werkingsgebied(soort="plaats", gemeente=gemeente),
        ]
        draft.openingstijden = [
            VoorzieningOpening(weekdag=0, van=datetime.time(12), tot=datetime.time(9))
        ]
        draft.locatiekoppelingen = [
            VoorzieningLocatie(locatie=locatie),
            VoorzieningLocatie(locatie=locatie),
        ]

        assert refusal(draft) == {
            "__all__": [
                "Kies een gemeente, of kies heel Nederland.",
                "Kies de plaats.",
                "De eindtijd ligt voor de begintijd.",
                "Kies elke locatie één keer.",
            ]
        }

    @pytest.mark.parametrize("factory", [AanbiederFactory, LocatieFactory])
    def test_an_aanbieder_or_locatie_without_a_name(self, factory: Any) -> None:
        draft = factory(live=False)
        draft.naam = ""

        assert refusal(draft) == {"naam": ["Schrijf de naam."]}


class TestTheGateAccepts:
    def test_a_locatie_of_a_mede_aanbieder(self) -> None:
        mede = AanbiederFactory()
        draft = VoorzieningFactory(
            met_aanbieder=True,
            mede_aanbieders=[mede],
            locaties=[LocatieFactory(aanbieder=mede)],
        )

        draft.save_revision().publish()

        assert Voorziening.objects.get(pk=draft.pk).live

    def test_a_stap_in_the_model_of_each_gemeente(self) -> None:
        draft = VoorzieningFactory(stappen=[StapFactory(), StapFactory()])

        draft.save_revision().publish()

        assert Voorziening.objects.get(pk=draft.pk).live

    def test_a_price_of_nothing_with_free(self) -> None:
        draft = VoorzieningFactory(gratis=True, prijzen=[(0, "keer")])

        draft.save_revision().publish()

        assert Voorziening.objects.get(pk=draft.pk).live

    def test_the_draft_stays_a_draft_until_then(self) -> None:
        live = VoorzieningFactory(naam="Koffie", live=True)

        live.naam = "Thee"
        live.save_revision()

        stored = Voorziening.objects.get(pk=live.pk)
        assert stored.naam == "Koffie"
        assert stored.has_unpublished_changes

    def test_children_of_the_version_become_public(self) -> None:
        live = VoorzieningFactory(live=True, betaald=True, prijzen=[(250, "keer")])
        version = Voorziening.objects.get(pk=live.pk)
        version.prijzen = [Prijs(bedrag_cents=500, eenheid="maand")]
        version.contacten = [Contact(soort="telefoon", waarde="000-1234567")]
        revision = version.save_revision()
        before = list(live.prijzen.values_list("bedrag_cents", flat=True))

        revision.publish()

        stored = Voorziening.objects.get(pk=live.pk)
        assert before == [250]
        assert [prijs.bedrag_cents for prijs in stored.prijzen.all()] == [500]
        assert [contact.waarde for contact in stored.contacten.all()] == ["000-1234567"]


class TestSystemFields:
    def test_an_old_version_brings_back_no_owner_and_no_check(self) -> None:
        live = VoorzieningFactory(met_aanbieder=True, live=True)
        old = live.latest_revision
        new_owner, gemeente = AanbiederFactory(), GemeenteFactory()
        checked = datetime.date(2026, 5, 3)
        Voorziening.objects.filter(pk=live.pk).update(
            aanbieder=new_owner,
            beherende_gemeente=gemeente,
            laatst_gecontroleerd_op=checked,
            gecontroleerd_door="De redactie",
            is_voorbeeld=True,
        )

        old.publish()

        stored = Voorziening.objects.get(pk=live.pk)
        assert stored.aanbieder == new_owner
        assert stored.beherende_gemeente == gemeente
        assert stored.laatst_gecontroleerd_op == checked
        assert stored.gecontroleerd_door == "De redactie"
        assert stored.is_voorbeeld
        assert stored.public_id == live.public_id

    def test_an_old_version_of_an_aanbieder_brings_back_no_trust(self) -> None:
        aanbieder = AanbiederFactory(direct_publiceren=True)
        old = Revision.objects.get(pk=aanbieder.save_revision().pk)
        Aanbieder.objects.filter(pk=aanbieder.pk).update(direct_publiceren=False)

        old.publish()

        assert not Aanbieder.objects.get(pk=aanbieder.pk).direct_publiceren

    def test_an_old_version_of_a_locatie_brings_back_no_owner(self) -> None:
        locatie = LocatieFactory()
        old = Revision.objects.get(pk=locatie.save_revision().pk)
        new_owner = AanbiederFactory()
        Locatie.objects.filter(pk=locatie.pk).update(aanbieder=new_owner)

        old.publish()

        assert Locatie.objects.get(pk=locatie.pk).aanbieder == new_owner

    def test_the_id_of_children_survives_a_version(self) -> None:
        live = VoorzieningFactory(live=True, betaald=True, prijzen=[(250, "keer")])
        before = live.prijzen.get().public_id

        Voorziening.objects.get(pk=live.pk).save_revision().publish()

        assert live.prijzen.get().public_id == before


class TestSnapshots:
    def test_each_publication_keeps_what_visitors_saw(self) -> None:
        live = VoorzieningFactory(naam="Koffie", live=True)
        live.naam = "Thee"

        live.save_revision().publish()

        kept = Publicatie.objects.filter(voorziening=live).order_by("gepubliceerd_op")
        assert [row.inhoud["naam"] for row in kept if row.inhoud] == ["Koffie", "Thee"]
        assert {row.public_id for row in kept} == {live.public_id}

    def test_a_snapshot_has_the_children_of_that_version(self) -> None:
        live = VoorzieningFactory(live=True, betaald=True, prijzen=[(250, "keer")])

        inhoud = Publicatie.objects.get(voorziening=live).inhoud

        assert inhoud is not None
        assert inhoud["eigen_bijdrage"]["prijzen"][0]["bedrag_cents"] == 250

    def test_a_withdrawal_is_kept_too(self) -> None:
        live = VoorzieningFactory(live=True)

        live.unpublish()

        latest = Publicatie.objects.filter(public_id=live.public_id).latest("gepubliceerd_op")
        assert latest.inhoud is None
        assert not Voorziening.objects.get(pk=live.pk).live

    def test_withdrawing_a_draft_is_no_withdrawal(self) -> None:
        draft = VoorzieningFactory()

        draft.unpublish()

        assert not Publicatie.objects.exists()

    def test_what_is_deleted_leaves_its_history(self) -> None:
        live = VoorzieningFactory(live=True)
        public_id = live.public_id

        Voorziening.objects.get(pk=live.pk).delete()

        kept = Publicatie.objects.filter(public_id=public_id).order_by("gepubliceerd_op")
        assert [row.inhoud is None for row in kept] == [False, True]

    def test_a_refused_publication_keeps_nothing(self) -> None:
        refusal(VoorzieningFactory(samenvatting=""))

        assert not Publicatie.objects.exists()


class TestFindable:
    @pytest.mark.parametrize(
        ("van", "tot", "findable"),
        [(None, None, True), (0, 0, True), (1, None, False), (None, -1, False), (-1, 1, True)],
    )
    def test_only_within_the_period(self, van: int | None, tot: int | None, findable: bool) -> None:
        today = timezone.localdate()

        def day(offset: int | None) -> datetime.date | None:
            return None if offset is None else today + datetime.timedelta(days=offset)

        made = VoorzieningFactory(live=True, geldig_van=day(van), geldig_tot=day(tot))

        assert Voorziening.objects.findable_on(today).filter(pk=made.pk).exists() is findable
        assert made.is_valid_on(today) is findable
