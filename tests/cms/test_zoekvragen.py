"""What a redactie makes of searches that found little."""

import datetime
from typing import Any

import pytest
from django.urls import reverse
from wagtail.permissions import policy_registry

from search.models import Synoniem, Zoekvraag
from socialmap.models import Begrip, Begripswoord, Gebruiker, Leefgebied

LIST = reverse("wagtailsnippets_search_zoekvraag:list")
Stand = Zoekvraag.Stand


def asked(woorden: str, gemeente: Any = None, **values: Any) -> Zoekvraag:
    values = {"dagen": 5, "laatste_dag": datetime.date(2026, 11, 24), "gevonden": 0} | values
    return Zoekvraag.objects.create(woorden=woorden, sleutel=woorden, gemeente=gemeente, **values)


@pytest.fixture
def eetclub(wereld: Any) -> Zoekvraag:
    return asked("eetclub oma", wereld.haren, dagen=8)


@pytest.fixture
def begrip(db: None) -> Begrip:
    leefgebied, _ = Leefgebied.objects.get_or_create(slug="contact", defaults={"naam": "Contact"})
    return Begrip.objects.create(term="Samen eten", leefgebied=leefgebied)


def url(view: str, zoekvraag: Zoekvraag) -> str:
    return reverse(f"wagtailsnippets_search_zoekvraag:{view}", args=(zoekvraag.pk,))


class TestList:
    def test_a_hoofdredacteur_sees_the_own_gemeente_only(
        self, wereld: Any, as_user: Any, eetclub: Zoekvraag
    ) -> None:
        asked("geheim", wereld.oldambt)
        asked("overal")

        page = as_user(wereld.hoofdredacteur).get(LIST)

        assert list(page.context["object_list"]) == [eetclub]
        assert "24 november 2026" in page.content.decode()

    def test_the_platform_sees_all_most_days_first(
        self, wereld: Any, as_user: Any, eetclub: Zoekvraag
    ) -> None:
        elsewhere, everywhere = asked("schulden", wereld.oldambt, dagen=9), asked("huur", dagen=6)

        page = as_user(wereld.platform).get(LIST)

        assert list(page.context["object_list"]) == [elsewhere, eetclub, everywhere]

    @pytest.mark.parametrize("who", ["redacteur", "lid_a", "consulent"])
    def test_nobody_else_sees_any(
        self, wereld: Any, as_user: Any, eetclub: Zoekvraag, who: str
    ) -> None:
        assert as_user(getattr(wereld, who)).get(LIST).status_code == 404

    def test_what_was_dealt_with_is_shown_when_asked_for(
        self, wereld: Any, as_user: Any, eetclub: Zoekvraag
    ) -> None:
        hidden = asked("onzin", wereld.haren, stand=Stand.VERBORGEN)
        client = as_user(wereld.hoofdredacteur)

        found = {
            stand: list(client.get(LIST, {"stand": stand}).context["object_list"])
            for stand in ("verborgen", "")
        }

        assert found == {"verborgen": [hidden], "": [eetclub, hidden]}

    def test_nobody_adds_or_edits_one_by_hand(
        self, wereld: Any, as_user: Any, eetclub: Zoekvraag
    ) -> None:
        page = as_user(wereld.platform).get(LIST).content.decode()

        assert "/add/" not in page.replace("/synoniem/add/", "")
        assert "/edit/" not in page


class TestButtons:
    @pytest.mark.parametrize("stand", ["witte-vlek", "verborgen", "open"])
    def test_a_button_changes_the_state_and_returns_to_the_list_as_it_was(
        self, wereld: Any, as_user: Any, eetclub: Zoekvraag, stand: str
    ) -> None:
        data = {"stand": stand, "next": f"{LIST}?q=oma"}

        response = as_user(wereld.hoofdredacteur).post(url("stand", eetclub), data)

        eetclub.refresh_from_db()
        assert eetclub.stand == stand
        assert response.headers["Location"] == f"{LIST}?q=oma"

    @pytest.mark.parametrize("stand", ["synoniem", "weg", ""])
    def test_another_state_changes_nothing(
        self, wereld: Any, as_user: Any, eetclub: Zoekvraag, stand: str
    ) -> None:
        as_user(wereld.hoofdredacteur).post(url("stand", eetclub), {"stand": stand})

        eetclub.refresh_from_db()
        assert eetclub.stand == Stand.OPEN

    @pytest.mark.parametrize("address", ["https://elders.example/", "//elders.example/", "x"])
    def test_a_button_leads_to_no_other_site(
        self, wereld: Any, as_user: Any, eetclub: Zoekvraag, address: str
    ) -> None:
        data = {"stand": "verborgen", "next": address}

        response = as_user(wereld.hoofdredacteur).post(url("stand", eetclub), data)

        assert response.headers["Location"] == LIST


class TestSynonym:
    def test_the_form_holds_the_words_and_making_it_settles_the_search(
        self, wereld: Any, as_user: Any, eetclub: Zoekvraag
    ) -> None:
        client = as_user(wereld.hoofdredacteur)
        add = f"{reverse('wagtailsnippets_search_synoniem:add')}?zoekvraag={eetclub.pk}"

        page = client.get(add)
        data = {"van": "eetclub oma", "naar": "samen eten", "richting": "een"}
        response = client.post(add, data | {"soort": "alledaags", "taal": "nl", "actief": "on"})

        assert page.context["form"].initial["van"] == "eetclub oma"
        assert response.headers["Location"] == LIST
        made = Synoniem.objects.get()
        assert (made.van, made.naar, made.gemeente) == ("eetclub oma", "samen eten", wereld.haren)
        eetclub.refresh_from_db()
        assert eetclub.stand == Stand.SYNONIEM

    def test_a_form_that_is_not_right_settles_nothing(
        self, wereld: Any, as_user: Any, eetclub: Zoekvraag
    ) -> None:
        add = f"{reverse('wagtailsnippets_search_synoniem:add')}?zoekvraag={eetclub.pk}"

        response = as_user(wereld.hoofdredacteur).post(add, {"van": "oma", "naar": "!"})

        assert response.status_code == 200
        assert response.context["form"].errors["naar"] == ["Schrijf een woord met letters."]
        eetclub.refresh_from_db()
        assert eetclub.stand == Stand.OPEN


class TestLink:
    def test_for_the_platform_the_words_join_the_begrip(
        self, wereld: Any, as_user: Any, eetclub: Zoekvraag, begrip: Begrip
    ) -> None:
        response = as_user(wereld.platform).post(url("koppel", eetclub), {"begrip": "samen eten"})

        assert response.headers["Location"] == LIST
        assert [(w.tekst, w.kant) for w in begrip.woorden.all()] == [("eetclub oma", "vraag")]
        eetclub.refresh_from_db()
        assert eetclub.stand == Stand.BEGRIP

    def test_words_that_were_taken_away_come_back(
        self, wereld: Any, as_user: Any, eetclub: Zoekvraag, begrip: Begrip
    ) -> None:
        Begripswoord.objects.create(
            begrip=begrip, kant="vraag", tekst="eetclub oma", verwijderd=True
        )

        as_user(wereld.platform).post(url("koppel", eetclub), {"begrip": begrip.slug})

        assert not Begripswoord.objects.get().verwijderd

    def test_for_a_hoofdredactie_they_lead_to_it_in_the_own_gemeente_alone(
        self, wereld: Any, as_user: Any, eetclub: Zoekvraag, begrip: Begrip
    ) -> None:
        as_user(wereld.hoofdredacteur).post(url("koppel", eetclub), {"begrip": "Samen eten"})

        made = Synoniem.objects.get()
        assert (made.van, made.naar, made.gemeente, made.richting) == (
            *("eetclub oma", "Samen eten"),
            *(wereld.haren, Synoniem.Richting.EEN),
        )
        assert not begrip.woorden.exists()

    @pytest.mark.parametrize("state", [{"verwijderd": True}, {"actief": False}])
    def test_a_synonym_that_was_set_aside_works_again(
        self,
        wereld: Any,
        as_user: Any,
        eetclub: Zoekvraag,
        begrip: Begrip,
        state: dict[str, bool],
    ) -> None:
        Synoniem.objects.create(
            van="eetclub oma", naar="Samen eten", gemeente=wereld.haren, richting="twee", **state
        )

        as_user(wereld.hoofdredacteur).post(url("koppel", eetclub), {"begrip": "Samen eten"})

        row = Synoniem.objects.get()
        assert (row.actief, row.verwijderd, row.richting) == (True, False, "twee")

    def test_words_that_are_too_long_to_store_are_said_so(
        self, wereld: Any, as_user: Any, eetclub: Zoekvraag, begrip: Begrip
    ) -> None:
        Zoekvraag.objects.filter(pk=eetclub.pk).update(woorden="eetclub " * 20)

        response = as_user(wereld.hoofdredacteur).post(
            url("koppel", eetclub), {"begrip": "Samen eten"}
        )

        assert "Dit is te lang om te bewaren" in response.content.decode()
        assert not Synoniem.objects.exists()

    @pytest.mark.parametrize("name", ["\x00", "²"])
    def test_a_name_that_cannot_be_is_no_begrip(
        self, wereld: Any, as_user: Any, eetclub: Zoekvraag, begrip: Begrip, name: str
    ) -> None:
        response = as_user(wereld.platform).post(url("koppel", eetclub), {"begrip": name})

        assert response.status_code == 200
        assert not Begripswoord.objects.exists()

    def test_likely_begrippen_are_offered_to_pick_from(
        self, wereld: Any, as_user: Any, eetclub: Zoekvraag, begrip: Begrip
    ) -> None:
        Begrip.objects.filter(pk=begrip.pk).update(slug="samen-eten")
        client = as_user(wereld.platform)

        page = client.get(url("koppel", eetclub))
        offered = [pk for pk, _term in page.context["form"].fields["gekozen"].choices]
        client.post(url("koppel", eetclub), {"gekozen": begrip.pk})

        assert offered == [begrip.pk]
        assert begrip.woorden.get().tekst == "eetclub oma"

    @pytest.mark.parametrize(
        ("typed", "problem"),
        [
            ("", "Kies een begrip."),
            ("Bestaat niet", "Wij kennen geen begrip met de naam Bestaat niet."),
        ],
    )
    def test_what_is_no_begrip_is_said_so(
        self, wereld: Any, as_user: Any, eetclub: Zoekvraag, typed: str, problem: str
    ) -> None:
        response = as_user(wereld.platform).post(url("koppel", eetclub), {"begrip": typed})

        assert response.context["form"].errors["begrip"] == [problem]
        eetclub.refresh_from_db()
        assert eetclub.stand == Stand.OPEN


@pytest.mark.parametrize(
    ("who", "own", "other", "everywhere"),
    [
        ("platform", True, True, True),
        ("hoofdredacteur", True, False, False),
        ("redacteur", False, False, False),
        ("lid_a", False, False, False),
        ("consulent", False, False, False),
    ],
)
@pytest.mark.parametrize("model", [Synoniem, Zoekvraag])
def test_words_of_a_gemeente_belong_to_its_hoofdredactie(
    wereld: Any, who: str, own: bool, other: bool, everywhere: bool, model: Any
) -> None:
    user = Gebruiker.objects.get(pk=getattr(wereld, who).pk)
    policy = policy_registry.get_by_type(model)
    rows = [
        asked("a", place)
        if model is Zoekvraag
        else Synoniem.objects.create(van="a", naar="b", gemeente=place)
        for place in (wereld.haren, wereld.oldambt, None)
    ]

    may = [policy.user_has_permission_for_instance(user, "change", row) for row in rows]

    assert may == [own, other, everywhere]
