"""Synonyms in the admin: by hand, and as a file."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from search.models import Synoniem
from socialmap.models import Herkomst
from tests.cms.posting import form_data, url_of
from tests.socialmap.factories import RedacteurschapFactory

LIST = reverse("wagtailsnippets_search_synoniem:list")
ADD = reverse("wagtailsnippets_search_synoniem:add")
IN = reverse("wagtailsnippets_search_synoniem:csv_in")
OUT = reverse("wagtailsnippets_search_synoniem:csv_uit")
HEADER = "van;naar;richting;soort;taal;gemeente"
GOOD = f"{HEADER}\nrollator;loophulpmiddel;tweezijdig;alledaags;nl;\n"
BAD = f"{HEADER}\nrollator;loophulpmiddel;tweezijdig;alledaags;nl;\noma;!;schuin;alledaags;nl;\n"
VALUES = {"van": "oma", "naar": "oudere", "richting": "een", "soort": "alledaags", "taal": "nl"}


def upload(content: str | bytes) -> dict[str, Any]:
    raw = content.encode() if isinstance(content, str) else content
    return {"bestand": SimpleUploadedFile("synoniemen.csv", raw, "text/csv")}


def stored() -> list[tuple[str, str, str]]:
    return [(row.van, row.naar, str(row.gemeente or "")) for row in Synoniem.objects.shown()]


class TestByHand:
    def test_a_hoofdredacteur_makes_one_for_the_own_gemeente(
        self, wereld: Any, as_user: Any
    ) -> None:
        as_user(wereld.hoofdredacteur).post(ADD, VALUES | {"gemeente": wereld.oldambt.pk})

        assert stored() == [("oma", "oudere", "Haren")]

    def test_the_platform_makes_one_for_all(self, wereld: Any, as_user: Any) -> None:
        as_user(wereld.platform).post(ADD, VALUES | {"gemeente": ""})

        assert stored() == [("oma", "oudere", "")]

    def test_the_same_one_twice_is_said_so(self, wereld: Any, as_user: Any) -> None:
        Synoniem.objects.create(van="oma", naar="oudere")

        response = as_user(wereld.platform).post(ADD, VALUES | {"gemeente": ""})

        assert "Dit synoniem is er al." in str(response.context["form"].errors)

    def test_one_that_shipped_and_was_taken_away_comes_back(
        self, wereld: Any, as_user: Any
    ) -> None:
        made = Synoniem.objects.create(
            van="oma", naar="oudere", herkomst=Herkomst.MEEGELEVERD, actief=False
        )
        client = as_user(wereld.platform)
        client.post(url_of(made, "delete"))
        away = stored()

        client.post(ADD, VALUES | {"gemeente": "", "actief": "on"})

        assert away == []
        back = Synoniem.objects.get()
        assert (back.pk, back.verwijderd, back.actief) == (made.pk, False, True)

    def test_an_edit_keeps_the_gemeente(self, wereld: Any, as_user: Any) -> None:
        made = Synoniem.objects.create(van="oma", naar="oudere", gemeente=wereld.haren)
        client = as_user(wereld.hoofdredacteur)
        url = url_of(made, "edit")

        client.post(url, form_data(client, url, naar="senior", gemeente=wereld.oldambt.pk))

        assert stored() == [("oma", "senior", "Haren")]

    def test_a_list_shows_the_own_gemeente_only(self, wereld: Any, as_user: Any) -> None:
        own = Synoniem.objects.create(van="oma", naar="oudere", gemeente=wereld.haren)
        Synoniem.objects.create(van="opa", naar="oudere")

        page = as_user(wereld.hoofdredacteur).get(LIST)

        assert list(page.context["object_list"]) == [own]


class TestIn:
    def test_a_file_is_read(self, wereld: Any, as_user: Any) -> None:
        response = as_user(wereld.platform).post(IN, upload(GOOD))

        assert response.headers["Location"] == LIST
        assert stored() == [("rollator", "loophulpmiddel", "")]

    def test_one_fault_and_nothing_is_read_and_each_is_named_by_its_row(
        self, wereld: Any, as_user: Any
    ) -> None:
        page = as_user(wereld.platform).post(IN, upload(BAD)).content.decode()

        assert stored() == []
        assert page.count("<li>Rij 3: ") == 2
        assert "Schrijf een woord met letters." in page

    def test_what_was_sent_comes_back_to_be_put_right(self, wereld: Any, as_user: Any) -> None:
        client = as_user(wereld.platform)

        faulty = client.post(IN, upload(BAD)).context["form"]
        right = faulty["tekst"].value().replace("oma;!;schuin", "oma;oudere;eenzijdig")
        client.post(IN, {"tekst": right})

        assert stored() == [("oma", "oudere", ""), ("rollator", "loophulpmiddel", "")]

    @pytest.mark.parametrize(
        ("content", "problem"),
        [
            (b"\xff\xfe\x00", "Het bestand is geen UTF-8."),
            (b"a;b\n1;2\n", "De eerste rij moet zijn"),
            (b"x" * 1_000_001, "groter dan 1 MB"),
        ],
    )
    def test_what_is_no_such_file_is_said_so(
        self, wereld: Any, as_user: Any, content: bytes, problem: str
    ) -> None:
        page = as_user(wereld.platform).post(IN, upload(content)).content.decode()

        assert problem in page

    def test_nothing_sent_is_said_so(self, wereld: Any, as_user: Any) -> None:
        response = as_user(wereld.platform).post(IN, {"tekst": ""})

        assert response.context["form"].errors["bestand"] == ["Kies een bestand of plak de rijen."]

    def test_rows_of_a_hoofdredacteur_are_of_the_own_gemeente(
        self, wereld: Any, as_user: Any
    ) -> None:
        as_user(wereld.hoofdredacteur).post(IN, upload(GOOD))

        assert stored() == [("rollator", "loophulpmiddel", "Haren")]

    def test_rows_of_another_gemeente_are_refused(self, wereld: Any, as_user: Any) -> None:
        rows = GOOD.replace(";nl;", ";nl;oldambt")

        page = as_user(wereld.hoofdredacteur).post(IN, upload(rows)).content.decode()

        assert stored() == []
        assert "U mag alleen synoniemen van Haren inlezen." in page

    def test_a_hoofdredacteur_of_two_gemeenten_chooses_one(self, wereld: Any, as_user: Any) -> None:
        RedacteurschapFactory(
            user=wereld.hoofdredacteur, gemeente=wereld.oldambt, rol="hoofdredacteur"
        )
        data = upload(GOOD) | {"gemeente": wereld.oldambt.pk}

        as_user(wereld.hoofdredacteur).post(IN, data)

        assert stored() == [("rollator", "loophulpmiddel", "Oldambt")]


class TestOut:
    def test_what_goes_out_comes_in_again(self, wereld: Any, as_user: Any) -> None:
        client = as_user(wereld.platform)
        client.post(IN, upload(GOOD))
        before = stored()

        content = client.get(OUT).content
        Synoniem.objects.all().delete()
        client.post(IN, upload(content))

        assert stored() == before

    def test_only_rows_of_the_own_gemeente_go_out(self, wereld: Any, as_user: Any) -> None:
        Synoniem.objects.create(van="oma", naar="oudere", gemeente=wereld.haren)
        Synoniem.objects.create(van="geheim", naar="oudere", gemeente=wereld.oldambt)
        Synoniem.objects.create(van="opa", naar="oudere")

        content = as_user(wereld.hoofdredacteur).get(OUT).content.decode()

        assert "oma;oudere" in content
        assert "geheim" not in content
        assert "opa" not in content
