"""Writing an entry as somebody at work does."""

from typing import Any

import pytest
from django.utils import timezone

from socialmap.models import Aanbieder, Publicatie, Voorziening
from tests.cms.posting import form_data, url_of


def test_the_form_of_an_entry_saves_unchanged(wereld: Any, as_user: Any) -> None:
    client = as_user(wereld.redacteur)
    url = url_of(wereld.entry_a, "edit")

    response = client.post(url, form_data(client, url, **{"action-publish": "1"}))

    assert response.status_code == 302
    wereld.entry_a.refresh_from_db()
    assert wereld.entry_a.live
    assert wereld.entry_a.stappen.count() == 1


def test_a_draft_needs_only_a_name(wereld: Any, as_user: Any) -> None:
    client = as_user(wereld.lid_a)
    url = url_of(Voorziening, "add")

    response = client.post(url, form_data(client, url, naam="Nog een idee"))

    assert response.status_code == 302
    draft = Voorziening.objects.get(naam="Nog een idee")
    assert not draft.live
    assert draft.aanbieder == wereld.a
    assert draft.beherende_gemeente == wereld.haren


def test_a_new_entry_of_a_redacteur_belongs_to_the_own_gemeente(wereld: Any, as_user: Any) -> None:
    client = as_user(wereld.redacteur)
    url = url_of(Voorziening, "add")

    client.post(url, form_data(client, url, naam="Van de redactie"))

    assert Voorziening.objects.get(naam="Van de redactie").beherende_gemeente == wereld.haren


def test_publishing_an_incomplete_entry_keeps_what_was_typed(wereld: Any, as_user: Any) -> None:
    client = as_user(wereld.redacteur)
    url = url_of(Voorziening, "add")
    data = form_data(client, url, naam="Half af", na_aanmelding="Dan bellen wij u.")

    response = client.post(url, data | {"action-publish": "1"})

    assert response.status_code == 200
    form = response.context["form"]
    assert form.errors["samenvatting"] == ["Schrijf in een of twee zinnen wat het is."]
    assert "Kies de stap" in str(form.non_field_errors())
    assert "Dan bellen wij u." in response.content.decode()
    assert not Voorziening.objects.filter(naam="Half af").exists()


def test_an_edit_of_an_untrusted_aanbieder_waits_and_the_live_entry_stays(
    wereld: Any, as_user: Any
) -> None:
    client = as_user(wereld.lid_a)
    url = url_of(wereld.entry_a, "edit")

    client.post(url, form_data(client, url, naam="Nieuwe naam", **{"action-submit": "1"}))

    wereld.entry_a.refresh_from_db()
    assert wereld.entry_a.naam == "Koffie in Haren"
    assert wereld.entry_a.live
    assert wereld.entry_a.workflow_in_progress
    assert wereld.entry_a.get_latest_revision_as_object().naam == "Nieuwe naam"


def test_a_trusted_aanbieder_publishes_at_once(wereld: Any, as_user: Any) -> None:
    Aanbieder.objects.filter(pk=wereld.a.pk).update(direct_publiceren=True)
    client = as_user(wereld.lid_a)
    url = url_of(wereld.entry_a, "edit")

    client.post(url, form_data(client, url, naam="Nieuwe naam", **{"action-publish": "1"}))

    wereld.entry_a.refresh_from_db()
    assert wereld.entry_a.naam == "Nieuwe naam"
    assert Publicatie.objects.filter(public_id=wereld.entry_a.public_id).count() == 2


@pytest.mark.parametrize(
    ("who", "shown"), [("redacteur", "Redactie gemeente Haren"), ("lid_b", "Geheimbond")]
)
def test_a_check_is_dated_and_names_an_organisation(
    wereld: Any, as_user: Any, who: str, shown: str
) -> None:
    Aanbieder.objects.update(direct_publiceren=True)
    entry = wereld.entry_a if who == "redacteur" else wereld.entry_b
    client = as_user(getattr(wereld, who))
    url = url_of(entry, "edit")

    client.post(url, form_data(client, url, alles_gecontroleerd="on", **{"action-publish": "1"}))

    entry.refresh_from_db()
    assert entry.laatst_gecontroleerd_op == timezone.localdate()
    assert entry.gecontroleerd_door == shown


def test_saving_without_the_tick_is_no_check(wereld: Any, as_user: Any) -> None:
    client = as_user(wereld.redacteur)
    url = url_of(wereld.entry_a, "edit")

    client.post(url, form_data(client, url, naam="Anders", **{"action-publish": "1"}))

    wereld.entry_a.refresh_from_db()
    assert wereld.entry_a.naam == "Anders"
    assert wereld.entry_a.laatst_gecontroleerd_op is None


def test_a_check_in_a_draft_counts_from_its_publication(wereld: Any, as_user: Any) -> None:
    client = as_user(wereld.lid_a)
    url = url_of(wereld.entry_a, "edit")
    client.post(url, form_data(client, url, naam="Beter", alles_gecontroleerd="on"))
    client.post(url, form_data(client, url, samenvatting="Nog beter."))
    wereld.entry_a.refresh_from_db()
    before = wereld.entry_a.laatst_gecontroleerd_op

    wereld.entry_a.latest_revision.publish()

    wereld.entry_a.refresh_from_db()
    assert before is None
    assert wereld.entry_a.laatst_gecontroleerd_op == timezone.localdate()
    assert wereld.entry_a.gecontroleerd_door == "Torion"


@pytest.mark.parametrize("sent", ["geen json", "[1]", '{"blocks": 7}', "<script>x</script>"])
def test_what_is_no_rich_text_is_kept_as_plain_text(wereld: Any, as_user: Any, sent: str) -> None:
    client = as_user(wereld.redacteur)
    url = url_of(wereld.entry_a, "edit")

    response = client.post(
        url, form_data(client, url, omschrijving=sent, **{"action-publish": "1"})
    )

    assert response.status_code == 302
    wereld.entry_a.refresh_from_db()
    assert wereld.entry_a.omschrijving.startswith("<p>")
    assert "<script" not in wereld.entry_a.omschrijving
