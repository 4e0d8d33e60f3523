"""An address keeps working: it moves along, or says that what was there is gone."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from socialmap.models import Aanbieder, OudeSlug, Voorziening
from tests.socialmap.factories import AanbiederFactory, GemeenteFactory, VoorzieningFactory

pytestmark = pytest.mark.django_db


def move(voorziening: Voorziening, slug: str) -> None:
    version = Voorziening.objects.get(pk=voorziening.pk)
    version.slug = slug
    version.save_revision().publish()


class TestMadeByItself:
    def test_a_name_becomes_an_address(self) -> None:
        assert VoorzieningFactory(naam="Café 't Hoekje & co").slug == "cafe-t-hoekje-co"

    def test_equal_names_get_numbers(self) -> None:
        slugs = [VoorzieningFactory(naam="Koffie").slug for _ in range(3)]

        assert slugs == ["koffie", "koffie-2", "koffie-3"]

    def test_a_name_without_letters_still_has_an_address(self) -> None:
        assert VoorzieningFactory(naam="!!!").slug == "zonder-naam"

    def test_a_long_name_is_cut(self) -> None:
        assert len(VoorzieningFactory(naam="x" * 200).slug) == 100

    def test_an_old_address_is_not_given_to_another(self) -> None:
        first = VoorzieningFactory(naam="Koffie", live=True)
        move(first, "thee")

        second = VoorzieningFactory(naam="Koffie", live=True)

        assert second.slug == "koffie-2"
        assert OudeSlug.objects.get(slug="koffie").doel == first.public_id


class TestMoving:
    @pytest.mark.parametrize("prefix", ["", "/haren"])
    def test_an_old_address_leads_to_the_new_one_for_good(
        self, prefix: str, client: Client
    ) -> None:
        GemeenteFactory(slug="haren")
        made = VoorzieningFactory(naam="Koffie", live=True)
        move(made, "thee")

        answer = client.get(f"{prefix}/voorziening/koffie/")

        assert answer.status_code == 301
        assert answer["Location"] == f"{prefix}/voorziening/thee/"

    def test_each_former_address_leads_to_the_last_one_at_once(self, client: Client) -> None:
        made = VoorzieningFactory(naam="Koffie", live=True)
        for slug in ("thee", "water"):
            move(made, slug)

        for slug in ("koffie", "thee"):
            assert client.get(f"/voorziening/{slug}/")["Location"] == "/voorziening/water/"

    def test_an_address_that_comes_back_is_no_redirect_any_more(self, client: Client) -> None:
        made = VoorzieningFactory(naam="Koffie", live=True)
        move(made, "thee")
        move(made, "koffie")

        assert client.get("/voorziening/koffie/").status_code == 200
        assert client.get("/voorziening/thee/")["Location"] == "/voorziening/koffie/"

    def test_a_draft_with_a_new_address_moves_nothing_yet(self, client: Client) -> None:
        made = VoorzieningFactory(naam="Koffie", live=True)
        version = Voorziening.objects.get(pk=made.pk)
        version.slug = "thee"
        version.save_revision()

        assert client.get("/voorziening/koffie/").status_code == 200
        assert client.get("/voorziening/thee/").status_code == 404

    def test_an_aanbieder_moves_too(self, client: Client) -> None:
        made = AanbiederFactory(naam="Torion")
        version = Aanbieder.objects.get(pk=made.pk)
        version.slug = "torion-haren"
        version.save_revision().publish()

        answer = client.get("/aanbieder/torion/")

        assert answer.status_code == 301
        assert answer["Location"] == "/aanbieder/torion-haren/"


class TestGone:
    def test_what_was_withdrawn_is_gone(self, client: Client) -> None:
        made = VoorzieningFactory(naam="Koffie", live=True)
        made.unpublish()

        answer = client.get("/voorziening/koffie/")

        assert answer.status_code == 410
        assert "Koffie" not in answer.content.decode()

    def test_its_former_addresses_are_gone_too(self, client: Client) -> None:
        made = VoorzieningFactory(naam="Koffie", live=True)
        move(made, "thee")
        Voorziening.objects.get(pk=made.pk).unpublish()

        assert client.get("/voorziening/koffie/").status_code == 410
        assert client.get("/voorziening/thee/").status_code == 410

    def test_what_was_deleted_is_gone(self, client: Client) -> None:
        made = VoorzieningFactory(naam="Koffie", live=True)
        Voorziening.objects.get(pk=made.pk).delete()

        assert client.get("/voorziening/koffie/").status_code == 410

    def test_what_ended_is_gone(self, client: Client) -> None:
        VoorzieningFactory(naam="Zomerkamp", live=True, geldig_tot="2020-01-01")

        assert client.get("/voorziening/zomerkamp/").status_code == 410

    def test_what_never_existed_is_not_found(self, client: Client) -> None:
        assert client.get("/voorziening/nooit/").status_code == 404
        assert client.get("/aanbieder/nooit/").status_code == 404

    def test_a_draft_that_never_was_public_is_not_found_under_any_address(
        self, client: Client
    ) -> None:
        draft = VoorzieningFactory(naam="Koffie")
        draft.slug = "thee"
        draft.save()

        assert client.get("/voorziening/koffie/").status_code == 404
        assert client.get("/voorziening/thee/").status_code == 404

    def test_a_withdrawn_aanbieder_is_not_found(self, client: Client) -> None:
        AanbiederFactory(naam="Torion", live=False)

        assert client.get("/aanbieder/torion/").status_code == 404

    @pytest.mark.parametrize("slug", ["%00", "a%2Fb", "é", "x" * 3000])
    def test_strange_addresses_are_not_found(self, slug: str, client: Client) -> None:
        assert client.get(f"/voorziening/{slug}/").status_code == 404


def test_an_old_address_that_leads_somewhere_is_refused_to_another_entry():
    renamed = VoorzieningFactory(naam="Koffie", slug="koffie", live=True)
    renamed.slug = "koffie-ochtend"
    renamed.save_revision().publish()
    other = VoorzieningFactory(naam="Thee", slug="thee", live=True)

    other.slug = "koffie"

    with pytest.raises(ValidationError) as refused:
        other.save_revision().publish()
    assert "leidt daar nog naartoe" in str(refused.value)
    assert OudeSlug.objects.get(slug="koffie").doel == renamed.public_id
