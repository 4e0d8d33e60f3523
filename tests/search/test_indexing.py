"""What of a voorziening can be searched, and under which values it is counted."""

import pytest

from search.documents import ZONDER_PLEK, Document
from search.entry_texts import plain_text
from search.indexing import Lists, all_documents, document_of, documents_for
from socialmap.models import Doelgroep, Locatie, Voorziening
from tests.socialmap.factories import (
    AanbiederFactory,
    GemeenteFactory,
    LocatieFactory,
    PlaatsFactory,
    StapFactory,
    VoorzieningFactory,
)

pytestmark = pytest.mark.django_db


def indexed(voorziening: Voorziening) -> Document:
    fetched = Voorziening.objects.for_serialisation().get(pk=voorziening.pk)
    return document_of(fetched, Lists.load())


class TestTexts:
    def test_each_kind_of_word_has_its_own_field(self) -> None:
        aanbieder = AanbiederFactory(naam="Torion")
        mede = AanbiederFactory(naam="Leger des Heils", gemeente=aanbieder.gemeente)
        document = indexed(
            VoorzieningFactory(
                naam="Eetclub",
                samenvatting="Samen eten.",
                trefwoorden=["maaltijd", "eenzaam"],
                aanbieder=aanbieder,
                mede_aanbieders=[mede],
                aanbieder_tekst="Stichting uit de bron",
            )
        )

        assert document.texts["naam"] == "Eetclub"
        assert document.texts["trefwoorden"] == "maaltijd . eenzaam"
        assert document.texts["aanbieder"] == "Torion . Leger des Heils . Stichting uit de bron"
        assert document.texts["tekst"].startswith("Samen eten.")

    def test_the_text_holds_what_the_page_says(self) -> None:
        plaats = PlaatsFactory(naam="Glimmen")
        aanbieder = AanbiederFactory()
        locatie = LocatieFactory(aanbieder=aanbieder, naam="De Groenenberg", plaats=plaats)
        document = indexed(
            VoorzieningFactory(
                aanbieder=aanbieder,
                omschrijving="<p>Elke week <b>soep</b>.</p><p>En brood &amp; kaas.</p>",
                goed_om_te_weten="Vol is vol",
                wat_meenemen="Een bord",
                toegangscriterium="U woont alleen",
                aanmelden_bij="de beheerder",
                locaties=[locatie],
                leefgebieden=["geld"],
                doelgroepen=["ouderen"],
                activiteiten=[{"naam": "Soepdag", "toelichting": "in de zaal"}],
            )
        )

        text = document.texts["tekst"]
        for words in (
            "Elke week soep. En brood & kaas.",
            "Vol is vol",
            "Een bord",
            "U woont alleen",
            "de beheerder",
            "Soepdag",
            "in de zaal",
            "De Groenenberg",
            "Glimmen",
        ):
            assert words in " ".join(text.split())

    def test_rich_text_loses_its_tags_but_no_words(self) -> None:
        assert plain_text("<ul><li>een</li><li>twee</li></ul>drie<br/>vier").split() == [
            "een",
            "twee",
            "drie",
            "vier",
        ]

    def test_a_withdrawn_aanbieder_and_a_private_address_are_no_words(self) -> None:
        aanbieder = AanbiederFactory(naam="Gestopt", live=False)
        locatie = LocatieFactory(aanbieder=aanbieder, naam="Bij Jansen thuis", prive=True)
        document = indexed(VoorzieningFactory(aanbieder=aanbieder, locaties=[locatie]))

        assert "Gestopt" not in document.texts["aanbieder"]
        assert "Jansen" not in document.texts["tekst"]


class TestFacets:
    def test_unknown_is_a_value(self) -> None:
        facets = indexed(VoorzieningFactory()).facets

        for facet in (
            "toegangstoets",
            "eigen_bijdrage",
            "vorm",
            "aanmelding",
            "doelgroep",
            "leefgebied",
            "taal",
            "toegankelijk",
        ):
            assert facets[facet] == ("onbekend",)

    def test_a_stap_has_its_gemeente_and_its_line(self) -> None:
        haren = GemeenteFactory(slug="haren")
        facets = indexed(
            VoorzieningFactory(beherende_gemeente=haren, stappen=["burgerkracht"])
        ).facets

        assert facets["stap"] == ("haren:burgerkracht",)
        assert facets["lijn"] == ("0",)

    def test_a_stap_in_each_gemeente(self) -> None:
        stappen = [
            StapFactory(slug="vrij", lijn="0-1"),
            StapFactory(slug="basis", lijn="1"),
        ]
        facets = indexed(VoorzieningFactory(stappen=stappen)).facets

        assert len(facets["stap"]) == 2
        assert set(facets["lijn"]) == {"0-1", "1"}

    def test_for_everybody_has_every_doelgroep(self) -> None:
        facets = indexed(VoorzieningFactory(doelgroepen=["alle-inwoners"])).facets

        assert set(facets["doelgroep"]) == set(Doelgroep.objects.values_list("slug", flat=True))

    def test_nationwide_has_every_gemeente_that_visitors_see(self) -> None:
        GemeenteFactory(slug="haren")
        GemeenteFactory(slug="oldambt")
        GemeenteFactory(slug="later", zichtbaar=False)

        facets = indexed(VoorzieningFactory(werkingsgebieden=["landelijk"])).facets

        assert {"haren", "oldambt"} <= set(facets["gemeente"])
        assert "later" not in facets["gemeente"]

    def test_accessible_is_only_what_is_certain(self) -> None:
        aanbieder = AanbiederFactory()
        locaties = [
            LocatieFactory(aanbieder=aanbieder, rolstoel=True, toilet=False),
            LocatieFactory(aanbieder=aanbieder, lift=True),
        ]
        facets = indexed(VoorzieningFactory(aanbieder=aanbieder, locaties=locaties)).facets

        assert set(facets["toegankelijk"]) == {"rolstoel", "lift"}

    def test_certainly_not_accessible_is_not_unknown(self) -> None:
        locatie = LocatieFactory(rolstoel=False)
        facets = indexed(VoorzieningFactory(aanbieder=locatie.aanbieder, locaties=[locatie])).facets

        assert "toegankelijk" not in facets

    def test_the_ways_without_travel(self) -> None:
        document = indexed(VoorzieningFactory(aan_huis=True, online=True, telefonisch=True))

        assert document.facets["bereik"] == ("aan-huis", "online", "telefoon")
        assert ZONDER_PLEK in document.gebieden


class TestPlace:
    def test_areas_are_the_narrowest_that_is_known(self) -> None:
        haren = GemeenteFactory(slug="haren")
        glimmen = PlaatsFactory(slug="glimmen", gemeente=haren)

        assert indexed(VoorzieningFactory(beherende_gemeente=haren)).gebieden == ("gemeente:haren",)
        assert indexed(
            VoorzieningFactory(beherende_gemeente=haren, werkingsgebieden=[glimmen, "landelijk"])
        ).gebieden == ("plaats:glimmen", "landelijk")

    def test_points_are_those_that_visitors_may_see(self) -> None:
        aanbieder = AanbiederFactory()
        locaties = [
            LocatieFactory(aanbieder=aanbieder, lat=53.1, lon=6.1),
            LocatieFactory(aanbieder=aanbieder, lat=53.2, lon=6.2, prive=True),
            LocatieFactory(aanbieder=aanbieder, lat=53.3, lon=6.3, live=False),
            LocatieFactory(aanbieder=aanbieder, zonder_punt=True),
        ]

        document = indexed(VoorzieningFactory(aanbieder=aanbieder, locaties=locaties))

        assert document.punten == ((53.1, 6.1),)

    def test_ages_have_ends(self) -> None:
        open_ended = indexed(VoorzieningFactory())
        limited = indexed(VoorzieningFactory(leeftijd_van=4, leeftijd_tot=0 + 12))

        assert (open_ended.leeftijd_van, open_ended.leeftijd_tot) == (0, 150)
        assert (limited.leeftijd_van, limited.leeftijd_tot) == (4, 12)


def test_only_what_is_findable_has_a_document() -> None:
    live = VoorzieningFactory(live=True)
    draft = VoorzieningFactory()
    past = VoorzieningFactory(live=True, geldig_tot="2020-01-01")
    asked = [live.public_id, draft.public_id, past.public_id]

    assert [document.id for document in documents_for(asked)] == [str(live.public_id)]
    assert [document.id for document in all_documents()] == [str(live.public_id)]


def test_reading_many_costs_no_query_each(django_assert_max_num_queries: object) -> None:
    aanbieder = AanbiederFactory()
    locaties = LocatieFactory.create_batch(2, aanbieder=aanbieder)
    VoorzieningFactory.create_batch(
        12, live=True, aanbieder=aanbieder, locaties=locaties, leefgebieden=["geld"]
    )

    with django_assert_max_num_queries(20):  # type: ignore[operator]
        documents = list(all_documents())

    assert len(documents) == 12
    assert Locatie.objects.count() == 2
