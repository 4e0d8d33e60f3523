"""The log-ins of the demo: each role once, never outside a demo."""

import pytest

from cms.demo import PASSWORD, NotADemo, create_demo_logins
from socialmap.models import Gebruiker
from tests.socialmap.factories import AanbiederFactory, GemeenteFactory

pytestmark = pytest.mark.django_db


def test_each_role_gets_a_log_in_with_only_its_own_rows():
    haren = GemeenteFactory(slug="haren")
    wilgentuin = AanbiederFactory(slug="buurthuis-de-wilgentuin", is_voorbeeld=True, gemeente=haren)

    text = create_demo_logins()

    beheer, redactie, aanbieder = (
        Gebruiker.objects.get(email=f"{name}@voorbeeld.example")
        for name in ("beheer", "redactie.haren", "aanbieder")
    )
    assert PASSWORD in text
    assert beheer.is_superuser
    assert [row.gemeente for row in redactie.redacteurschappen.all()] == [haren]
    assert [row.aanbieder for row in aanbieder.lidmaatschappen.all()] == [wilgentuin]
    assert redactie.has_perm("wagtailadmin.access_admin")
    assert not aanbieder.is_superuser


def test_a_second_time_keeps_a_changed_password():
    create_demo_logins()
    beheer = Gebruiker.objects.get(email="beheer@voorbeeld.example")
    beheer.set_password("zelf-gekozen")
    beheer.save()

    create_demo_logins()

    assert Gebruiker.objects.get(pk=beheer.pk).check_password("zelf-gekozen")


def test_outside_a_demo_there_are_no_known_passwords(settings):
    settings.DEMO = False

    with pytest.raises(NotADemo):
        create_demo_logins()

    assert not Gebruiker.objects.exists()
