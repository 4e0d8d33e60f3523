"""Who is what, and which groups they need for it."""

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from cms.roles import ensure_groups, roles_of, sync_groups
from socialmap.models import Gebruiker, Lidmaatschap
from tests.socialmap.factories import (
    AanbiederFactory,
    GebruikerFactory,
    GemeenteFactory,
    LidmaatschapFactory,
    RedacteurschapFactory,
)

pytestmark = pytest.mark.django_db


def _groups(user: Gebruiker) -> set[str]:
    return set(user.groups.values_list("name", flat=True))


def test_saving_a_row_gives_the_group_and_deleting_it_takes_it_away() -> None:
    lid = LidmaatschapFactory()
    joined = _groups(lid.user)

    lid.delete()

    assert joined == {"Aanbieders"}
    assert _groups(lid.user) == set()


@pytest.mark.parametrize(
    ("rol", "group"),
    [("hoofdredacteur", "Redactie"), ("redacteur", "Redactie"), ("consulent", "Consulenten")],
)
def test_a_role_at_a_gemeente_gives_its_group(rol: str, group: str) -> None:
    user = RedacteurschapFactory(rol=rol).user

    assert _groups(user) == {group}


def test_other_groups_are_left_alone() -> None:
    user = GebruikerFactory()
    user.groups.add(Group.objects.create(name="Fotografen"))

    RedacteurschapFactory(user=user)

    assert _groups(user) == {"Redactie", "Fotografen"}


def test_rows_made_in_bulk_are_followed_on_request() -> None:
    user, aanbieder = GebruikerFactory(), AanbiederFactory()
    Lidmaatschap.objects.bulk_create([Lidmaatschap(user=user, aanbieder=aanbieder)])

    sync_groups(user)

    assert _groups(user) == {"Aanbieders"}


def test_a_group_without_a_row_opens_nothing(as_user: Any) -> None:
    ensure_groups()
    user = GebruikerFactory()
    user.groups.add(Group.objects.get(name="Redactie"))

    response = as_user(user).get("/beheer/snippets/socialmap/voorziening/")

    assert response.status_code == 404


def test_roles_are_read_from_rows() -> None:
    user = RedacteurschapFactory(rol="hoofdredacteur").user
    trusted = LidmaatschapFactory(user=user, aanbieder__direct_publiceren=True).aanbieder
    plain = LidmaatschapFactory(user=user, rol="bewerker").aanbieder

    roles = roles_of(Gebruiker.objects.get(pk=user.pk))

    assert roles.aanbieders == {trusted.pk, plain.pk}
    assert roles.direct == {trusted.pk}
    assert roles.beheerder == {trusted.pk}
    assert roles.redactie == roles.hoofdredactie
    assert not roles.platform


def test_an_inactive_person_is_nothing() -> None:
    user = RedacteurschapFactory(user__is_active=False).user

    assert roles_of(user).groups == set()


def test_the_platform_beheerder_adds_somebody_by_e_mail_address(as_user: Any) -> None:
    beheerder = GebruikerFactory(beheerder=True)
    user, aanbieder = GebruikerFactory(email="nieuw@voorbeeld.example"), AanbiederFactory()
    url = reverse("wagtailsnippets_socialmap_lidmaatschap:add")
    data = {"email": "Nieuw@voorbeeld.example", "aanbieder": aanbieder.pk, "rol": "bewerker"}

    first = as_user(beheerder).post(url, data)
    again = as_user(beheerder).post(url, data)

    assert first.status_code == 302
    assert _groups(user) == {"Aanbieders"}
    assert "staat er al bij" in str(again.context["form"].non_field_errors())
    assert Lidmaatschap.objects.filter(user=user).count() == 1


def test_an_unknown_e_mail_address_is_said_so(as_user: Any) -> None:
    beheerder, gemeente = GebruikerFactory(beheerder=True), GemeenteFactory()
    url = reverse("wagtailsnippets_socialmap_redacteurschap:add")
    data = {"email": "niemand@voorbeeld.example", "gemeente": gemeente.pk, "rol": "redacteur"}

    response = as_user(beheerder).post(url, data)

    assert response.context["form"].errors["email"] == ["Wij kennen niemand met dit e-mailadres."]
