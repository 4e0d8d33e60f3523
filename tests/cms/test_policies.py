"""May this person do this with that row?"""

from typing import Any

import pytest
from wagtail.images.tests.utils import get_test_image_file
from wagtail.permissions import policy_registry

from cms.policies.rows import ACTIONS
from socialmap import models
from tests.socialmap.factories import LidmaatschapFactory, PlaatsFactory, VoorzieningFactory

ALL = set(ACTIONS)
NOTHING: set[str] = set()


def allowed(user: Any, instance: Any) -> set[str]:
    fresh = models.Gebruiker.objects.get(pk=user.pk)
    policy = policy_registry.get(instance)
    return {
        action
        for action in ACTIONS
        if policy.user_has_permission_for_instance(fresh, action, instance)
    }


CASES = [
    ("platform", "entry_b", ALL),
    ("redacteur", "entry_a", ALL),
    ("redacteur", "entry_b", NOTHING),
    ("lid_a", "entry_a", {"add", "change", "view"}),
    ("lid_a", "entry_b", NOTHING),
    ("consulent", "entry_a", {"view"}),
    ("consulent", "entry_b", NOTHING),
    ("redacteur", "a", ALL),
    ("redacteur", "b", NOTHING),
    ("lid_a", "a", {"change", "view"}),
    ("lid_a", "b", NOTHING),
    ("redacteur", "locatie_a", ALL),
    ("lid_a", "locatie_a", {"add", "change", "view"}),
    ("lid_a", "locatie_b", NOTHING),
    ("redacteur", "haren", {"change", "view"}),
    ("redacteur", "oldambt", NOTHING),
    ("lid_a", "haren", NOTHING),
]


@pytest.mark.parametrize(("who", "what", "actions"), CASES)
def test_what_each_role_may_do(wereld: Any, who: str, what: str, actions: set[str]) -> None:
    assert allowed(getattr(wereld, who), getattr(wereld, what)) == actions


def test_trust_lets_an_aanbieder_publish_its_own(wereld: Any) -> None:
    models.Aanbieder.objects.update(direct_publiceren=True)

    assert "publish" in allowed(wereld.lid_a, wereld.entry_a)
    assert "publish" in allowed(wereld.lid_a, wereld.a)
    assert allowed(wereld.lid_a, wereld.entry_b) == NOTHING


def test_an_aanbieder_deletes_only_what_was_never_public(wereld: Any) -> None:
    draft = VoorzieningFactory(aanbieder=wereld.a)
    withdrawn = VoorzieningFactory(aanbieder=wereld.a, live=True)
    withdrawn.unpublish()

    assert "delete" in allowed(wereld.lid_a, draft)
    assert "delete" not in allowed(wereld.lid_a, withdrawn)


def test_a_bewerker_does_not_change_the_page_of_the_organisation(wereld: Any) -> None:
    bewerker = LidmaatschapFactory(aanbieder=wereld.a, rol="bewerker").user

    assert allowed(bewerker, wereld.a) == {"view"}
    assert "change" in allowed(bewerker, wereld.entry_a)


def test_the_stored_owner_decides_not_the_one_in_memory(wereld: Any) -> None:
    wereld.entry_b.aanbieder = wereld.a
    wereld.entry_b.beherende_gemeente = wereld.haren

    assert allowed(wereld.lid_a, wereld.entry_b) == NOTHING
    assert allowed(wereld.redacteur, wereld.entry_b) == NOTHING


def test_a_consulent_does_not_see_drafts(wereld: Any) -> None:
    draft = VoorzieningFactory(aanbieder=wereld.a)

    assert allowed(wereld.consulent, draft) == NOTHING


def test_a_model_and_its_stappen_belong_to_the_redactie_of_the_gemeente(wereld: Any) -> None:
    own = wereld.haren.ondersteuningsmodel
    other = wereld.oldambt.ondersteuningsmodel

    assert "change" in allowed(wereld.redacteur, own)
    assert allowed(wereld.redacteur, other) == NOTHING
    assert "change" in allowed(wereld.redacteur, own.stappen.first())
    assert allowed(wereld.redacteur, other.stappen.first()) == NOTHING


def test_shared_lists_are_for_the_platform(wereld: Any) -> None:
    rows = [models.Leefgebied.objects.first(), models.Doelgroep.objects.first(), PlaatsFactory()]

    for row in rows:
        assert allowed(wereld.platform, row) == ALL
        assert allowed(wereld.redacteur, row) == NOTHING
        assert allowed(wereld.lid_a, row) == NOTHING


def test_an_uploaded_picture_belongs_to_where_the_uploader_works(
    wereld: Any, settings: Any, tmp_path: Any
) -> None:
    settings.MEDIA_ROOT = tmp_path
    policy = policy_registry.get_by_type(models.Foto)

    foto, redactie = (
        models.Foto.objects.create(
            title="Foto",
            file=get_test_image_file(),
            uploaded_by_user=models.Gebruiker.objects.get(pk=user.pk),
        )
        for user in (wereld.lid_a, wereld.redacteur)
    )

    assert foto.aanbieder == wereld.a
    assert redactie.gemeente == wereld.haren
    for user, count in ((wereld.lid_a, 1), (wereld.redacteur, 2), (wereld.lid_b, 0)):
        fresh = models.Gebruiker.objects.get(pk=user.pk)
        rows = policy.instances_user_has_any_permission_for(fresh, ["change", "choose"])
        assert rows.count() == count


def test_the_users_of_a_row_are_those_in_scope(wereld: Any) -> None:
    policy = policy_registry.get(wereld.entry_a)

    users = policy.users_with_any_permission_for_instance(["publish"], wereld.entry_a)

    assert set(users) == {wereld.platform, wereld.redacteur, wereld.hoofdredacteur}
