"""The four statements: what is known in plain words, what is unknown as unknown."""

from typing import Any

import pytest

from socialmap.models import Aanmelding, EigenBijdrage, Toegangstoets, Voorziening
from socialmap.presentation.uitspraken import Uitspraak, stap_for, uitspraken
from socialmap.serialisation import serialise
from tests.socialmap.factories import AanbiederFactory, GemeenteFactory, VoorzieningFactory

pytestmark = pytest.mark.django_db


def said(gemeente: str | None = None, **fields: Any) -> dict[str, Uitspraak]:
    """{code: statement} of a voorziening with `fields`, of aanbieder Torion."""
    aanbieder = AanbiederFactory(naam="Torion", gemeente=GemeenteFactory(naam="Haren"))
    made = VoorzieningFactory(**({"aanbieder": aanbieder} | fields))
    shape = serialise(Voorziening.objects.for_serialisation().get(pk=made.pk))
    return {statement.code: statement for statement in uitspraken(shape, gemeente)}


class TestUnknown:
    def test_unknown_is_said_as_unknown_with_whom_to_ask(self) -> None:
        statements = said()

        assert statements["toegang"].zin == "Niet bekend of u een toets nodig heeft."
        assert statements["kosten"].zin == "Niet bekend wat het kost."
        assert statements["aanmelden"].zin == "Niet bekend hoe u zich aanmeldt."
        for code in ("toegang", "kosten", "aanmelden"):
            assert statements[code].onbekend
            assert "Torion" in statements[code].betekent

    def test_without_an_aanbieder_one_asks_the_gemeente(self) -> None:
        statements = said(aanbieder=None, beherende_gemeente=GemeenteFactory(naam="Oldambt"))

        assert "de gemeente Oldambt" in statements["kosten"].betekent

    def test_unknown_costs_are_never_free(self) -> None:
        statement = said()["kosten"]

        assert "gratis" not in f"{statement.zin} {statement.betekent}".lower()

    def test_an_unknown_test_is_never_no_test(self) -> None:
        statement = said(toegangscriterium="U woont in Haren")["toegang"]

        assert "geen toets" not in f"{statement.zin} {statement.betekent}".lower()


class TestAccess:
    def test_without_a_test_everybody_may(self) -> None:
        assert said(toegangstoets="geen")["toegang"].zin.startswith("Iedereen mag")

    def test_a_test_names_who_decides_and_when(self) -> None:
        statement = said(
            toegangstoets="licht", toetser="Het sociaal team", toegangscriterium="U bent alleen."
        )["toegang"]

        assert statement.wie == "Het sociaal team"
        assert statement.betekent == (
            "Het sociaal team stelt u een paar vragen. Daarna hoort u of u dit mag gebruiken. "
            "U bent alleen."
        )

    @pytest.mark.parametrize("code", Toegangstoets.values)
    def test_each_code_has_words(self, code: str) -> None:
        statement = said(toegangstoets=code)["toegang"]

        assert statement.zin
        assert statement.betekent
        assert statement.onbekend is (code == "onbekend")


class TestCosts:
    def test_free_is_said_when_it_is_known(self) -> None:
        assert said(gratis=True)["kosten"].zin == "Gratis."

    def test_prices_are_listed_and_paid_to_the_aanbieder(self) -> None:
        statement = said(betaald=True, prijzen=[(250, "keer"), (2000, "jaar")])["kosten"]

        assert statement.zin == "U betaalt: € 2,50 per keer, € 20 per jaar."
        assert "niet via het CAK" in statement.betekent

    def test_a_payment_without_a_price_says_its_kind(self) -> None:
        statement = said(eigen_bijdrage="ja", bijdrage_soort="contributie")["kosten"]

        assert statement.zin == "U betaalt een eigen bijdrage."
        assert statement.betekent.startswith("Contributie voor leden.")

    def test_an_explanation_comes_first(self) -> None:
        statement = said(betaald=True, bijdrage_toelichting="Met een stadspas de helft.")["kosten"]

        assert statement.betekent.startswith("Met een stadspas de helft. U betaalt")

    @pytest.mark.parametrize("code", EigenBijdrage.values)
    def test_each_code_has_words(self, code: str) -> None:
        statement = said(eigen_bijdrage=code)["kosten"]

        assert statement.zin
        assert statement.onbekend is (code == "onbekend")


class TestSigningUp:
    def test_one_signs_up_with_whom_is_named(self) -> None:
        statement = said(aanmelding="direct", aanmelden_bij="Bij de balie")["aanmelden"]

        assert statement.zin == "U meldt zich zelf aan bij de balie."

    def test_else_with_the_aanbieder(self) -> None:
        assert said(aanmelding="direct")["aanmelden"].zin == "U meldt zich zelf aan bij Torion."

    def test_what_happens_then_is_told(self) -> None:
        statement = said(aanmelding="direct", na_aanmelding="Wij bellen u.")["aanmelden"]

        assert statement.betekent.endswith("Daarna: Wij bellen u.")

    @pytest.mark.parametrize("wijze", Aanmelding.values)
    def test_each_way_has_words(self, wijze: str) -> None:
        assert said(aanmelding=wijze)["aanmelden"].zin


class TestStep:
    def test_the_step_says_where_it_stands_in_the_model(self) -> None:
        statement = said()["stap"]

        assert statement.zin == "Algemene voorzieningen (stap 3 van De Rotonde)"
        assert statement.betekent == "Hulp waar iedereen gebruik van kan maken."
        assert statement.wie == ""

    def test_a_step_via_the_gemeente_says_so(self) -> None:
        assert "gemeente" in said(stappen=["maatwerkvoorzieningen"])["stap"].wie

    def test_without_a_step_there_is_no_statement(self) -> None:
        assert "stap" not in said(stappen=[])

    def test_each_gemeente_sees_its_own_step(self) -> None:
        haren, oldambt = GemeenteFactory(slug="haren"), GemeenteFactory(slug="oldambt")
        made = VoorzieningFactory(
            beherende_gemeente=haren,
            stappen=[
                oldambt.ondersteuningsmodel.stappen.get(slug="eigen-kracht"),
                haren.ondersteuningsmodel.stappen.get(slug="burgerkracht"),
            ],
        )
        shape = serialise(Voorziening.objects.for_serialisation().get(pk=made.pk))

        seen = {slug: stap_for(shape, slug) for slug in ("haren", "oldambt", None)}

        assert {slug: stap["slug"] for slug, stap in seen.items() if stap} == {
            "haren": "burgerkracht",
            "oldambt": "eigen-kracht",
            None: "burgerkracht",
        }
