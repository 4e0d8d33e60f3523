"""The list and the form of begrippen, for the platform beheerder."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from search.models import Woordlijstwoord
from socialmap.models import Begrip, Begripswoord, Herkomst, Leefgebied, VoorzieningBegrip
from tests.cms.posting import form_data, url_of
from tests.socialmap.factories import VoorzieningFactory

LIST = reverse("wagtailsnippets_socialmap_begrip:list")
ADD = reverse("wagtailsnippets_socialmap_begrip:add")


def begrip(term: str, *vraag: str, **values: Any) -> Begrip:
    leefgebied = (
        values.pop("leefgebied", None)
        or Leefgebied.objects.get_or_create(slug="geld", defaults={"naam": "Geld"})[0]
    )
    made = Begrip.objects.create(term=term, leefgebied=leefgebied, **values)
    for tekst in vraag:
        Begripswoord.objects.create(begrip=made, kant="vraag", tekst=tekst)
    return made


def words(made: Begrip, kant: str = "vraag", taal: str = "nl") -> list[str]:
    rows = Begripswoord.objects.shown().filter(begrip=made, kant=kant, taal=taal)
    return list(rows.values_list("tekst", flat=True))


class TestList:
    def test_it_shows_how_many_public_entries_carry_each(self, wereld: Any, as_user: Any) -> None:
        schulden, huur = begrip("Schulden"), begrip("Huur")
        for live, status in ((True, "bevestigd"), (True, "afgewezen"), (False, "bevestigd")):
            entry = VoorzieningFactory(aanbieder=wereld.a, live=live)
            VoorzieningBegrip.objects.create(voorziening=entry, begrip=schulden, status=status)

        found = as_user(wereld.platform).get(LIST).context["object_list"]

        assert {row: row.bevestigd for row in found} == {huur: 0, schulden: 1}

    @pytest.mark.parametrize(
        ("query", "terms"),
        [
            ({"q": "schuld"}, ["Schulden"]),
            ({"q": "rood staan"}, ["Schulden"]),
            ({"leefgebied": "contact"}, ["Eenzaamheid"]),
            ({"actief": "false"}, ["Oud"]),
            ({"ingang": "true"}, ["Eenzaamheid"]),
        ],
    )
    def test_it_is_narrowed_by_words_and_filters(
        self, wereld: Any, as_user: Any, query: dict[str, str], terms: list[str]
    ) -> None:
        contact, _ = Leefgebied.objects.get_or_create(slug="contact", defaults={"naam": "Contact"})
        begrip("Schulden", "rood staan", "ik sta rood", "altijd rood staan")
        begrip("Eenzaamheid", leefgebied=contact, hulpvraag="Ik voel mij alleen")
        begrip("Oud", actief=False)
        if "leefgebied" in query:
            query = {"leefgebied": str(contact.pk)}

        found = as_user(wereld.platform).get(LIST, query).context["object_list"]

        assert [row.term for row in found] == terms

    def test_more_rows_cost_no_more_queries(self, wereld: Any, as_user: Any) -> None:
        client = as_user(wereld.platform)
        begrip("Een")
        client.get(LIST)
        with CaptureQueriesContext(connection) as few:
            client.get(LIST)
        top = begrip("Boven")
        for number in range(10):
            begrip(f"Begrip {number}", "woord", breder=top)

        with CaptureQueriesContext(connection) as many:
            client.get(LIST)

        assert len(many) == len(few)

    @pytest.mark.parametrize("who", ["hoofdredacteur", "redacteur", "lid_a", "consulent"])
    def test_they_are_the_platforms(self, wereld: Any, as_user: Any, who: str) -> None:
        client = as_user(getattr(wereld, who))

        assert client.get(LIST).status_code == 404
        assert client.get(url_of(begrip("Schulden"), "edit")).status_code == 404


class TestForm:
    def test_words_are_lines_and_a_sentence_may_hold_a_comma(
        self, wereld: Any, as_user: Any
    ) -> None:
        made = begrip("Schulden", "rood staan", "geldzorgen")
        client = as_user(wereld.platform)
        url = url_of(made, "edit")
        lines = "geldzorgen\n\n  ik sta rood,  wat nu \ngeldzorgen"

        client.post(url, form_data(client, url, vraag=lines, aanbod="budgetcoach", turks="borç"))

        assert words(made) == ["geldzorgen", "ik sta rood, wat nu"]
        assert words(made, "aanbod") == ["budgetcoach"]
        assert words(made, "vertaling", "tr") == ["borç"]

    def test_the_form_saves_unchanged(self, wereld: Any, as_user: Any) -> None:
        above = begrip("Geld", actief=False)
        made = begrip("Schulden", "rood staan", "geldzorgen", breder=above)
        client = as_user(wereld.platform)
        url = url_of(made, "edit")

        response = client.post(url, form_data(client, url))

        made.refresh_from_db()
        assert response.status_code == 302
        assert (words(made), made.breder) == (["rood staan", "geldzorgen"], above)

    def test_a_new_one_has_its_words_from_the_start(self, wereld: Any, as_user: Any) -> None:
        client = as_user(wereld.platform)
        geld = begrip("Geld", "geld")
        data = {"term": "Schulden", "leefgebied": geld.leefgebied_id, "breder": "geld"}

        client.post(ADD, data | {"vraag": "rood staan", "actief": "on"})

        made = Begrip.objects.get(term="Schulden")
        assert (made.slug, made.breder, words(made)) == ("schulden", geld, ["rood staan"])

    def test_a_line_of_three_others_is_refused_and_names_them(
        self, wereld: Any, as_user: Any
    ) -> None:
        for term in ("Een", "Twee", "Drie"):
            begrip(term, "problemen thuis")
        made = begrip("Schulden", "rood staan")
        client = as_user(wereld.platform)
        url = url_of(made, "edit")

        response = client.post(url, form_data(client, url, vraag="Thuis problemen"))

        assert response.context["form"].errors["vraag"] == [
            "“Thuis problemen” hoort al bij Drie, Een, Twee. "
            "Een regel mag bij hooguit drie begrippen horen."
        ]
        assert words(made) == ["rood staan"]

    def test_a_line_that_stood_there_already_stops_no_other_change(
        self, wereld: Any, as_user: Any
    ) -> None:
        for term in ("Een", "Twee", "Drie"):
            begrip(term, "problemen thuis")
        made = begrip("Schulden", "problemen thuis")
        client = as_user(wereld.platform)
        url = url_of(made, "edit")

        client.post(url, form_data(client, url, hulpvraag="Ik heb schulden"))

        made.refresh_from_db()
        assert made.hulpvraag == "Ik heb schulden"

    def test_a_begrip_may_not_come_under_itself(self, wereld: Any, as_user: Any) -> None:
        geld = begrip("Geld", "geld")
        schulden = begrip("Schulden", "rood staan", breder=geld)
        client = as_user(wereld.platform)
        url = url_of(geld, "edit")

        response = client.post(url, form_data(client, url, breder=schulden.term))

        assert response.context["form"].errors["breder"] == [
            "Zo hoort dit begrip onder zichzelf. Kies een ander begrip."
        ]

    @pytest.mark.parametrize(
        ("changes", "field", "problem"),
        [
            ({"breder": "Bestaat niet"}, "breder", "Wij kennen geen begrip met de naam"),
            ({"vraag": ""}, "vraag", "Schrijf minstens één woord of zin."),
            ({"vraag": "!!"}, "vraag", "Met “!!” kan niemand zoeken."),
            ({"vraag": "woord " * 40}, "vraag", "Deze regel is te lang"),
        ],
    )
    def test_what_cannot_be_is_said_in_plain_dutch(
        self, wereld: Any, as_user: Any, changes: dict[str, str], field: str, problem: str
    ) -> None:
        made = begrip("Schulden", "rood staan")
        client = as_user(wereld.platform)
        url = url_of(made, "edit")

        response = client.post(url, form_data(client, url, **changes))

        assert problem in str(response.context["form"].errors[field])
        assert words(made) == ["rood staan"]

    def test_translations_are_marked_as_checked_together(self, wereld: Any, as_user: Any) -> None:
        made = begrip("Schulden", "rood staan")
        Begripswoord.objects.create(
            begrip=made, kant="vertaling", taal="en", tekst="debt", nagekeken=False
        )
        client = as_user(wereld.platform)
        url = url_of(made, "edit")
        before = form_data(client, url)

        client.post(url, before | {"nagekeken": "on"})

        assert "nagekeken" not in before
        assert Begripswoord.objects.get(taal="en").nagekeken

    def test_deleting_one_that_shipped_takes_it_out_of_use(self, wereld: Any, as_user: Any) -> None:
        made = begrip("Schulden", "rood staan", herkomst=Herkomst.MEEGELEVERD)

        as_user(wereld.platform).post(url_of(made, "delete"))

        made.refresh_from_db()
        assert not made.actief


def test_the_platform_adds_a_word_to_the_word_list(wereld: Any, as_user: Any) -> None:
    url = reverse("wagtailsnippets_search_woordlijstwoord:add")
    client = as_user(wereld.platform)

    client.post(url, {"woord": "Eetmaatje", "soort": "beschermd"})
    wrong = client.post(url, {"woord": "twee woorden", "soort": "woorddeel"})

    assert list(Woordlijstwoord.objects.values_list("woord", flat=True)) == ["eetmaatje"]
    assert wrong.context["form"].errors["woord"] == ["Schrijf een woord van alleen letters."]
