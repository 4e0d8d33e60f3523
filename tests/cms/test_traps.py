"""The ways in which stock Wagtail lets somebody reach what is not theirs, one by one."""

from typing import Any

import pytest
from django.db import DatabaseError
from django.urls import NoReverseMatch, reverse
from wagtail.admin.viewsets import viewsets
from wagtail.models import TaskState
from wagtail.snippets.models import get_snippet_models
from wagtail.snippets.views.chooser import SnippetChooserViewSet
from wagtail.snippets.views.snippets import SnippetViewSet

from cms.moderation import ensure_workflow
from cms.scoped import ScopedChooserViewSet, ScopedViewSet
from socialmap import models
from tests.cms.posting import form_data, url_of
from tests.socialmap.factories import LidmaatschapFactory, LocatieFactory, VoorzieningFactory

PUBLISH = {"action-publish": "1"}


def test_no_stock_viewset_is_registered() -> None:
    registered = [type(model.snippet_viewset) for model in get_snippet_models()]
    others = [type(viewset) for viewset in viewsets.viewsets]

    stock = [
        viewset
        for viewset in (*registered, *others)
        if (issubclass(viewset, SnippetViewSet) and not issubclass(viewset, ScopedViewSet))
        or (
            issubclass(viewset, SnippetChooserViewSet)
            and not issubclass(viewset, ScopedChooserViewSet)
        )
    ]

    assert registered
    assert stock == []


def test_the_write_api_of_wagtail_is_not_mounted(settings: Any) -> None:
    assert "wagtail.api.v3" not in settings.INSTALLED_APPS
    with pytest.raises(NoReverseMatch):
        reverse("wagtailapi_v3:openapi-json")


def test_create_and_publish_in_one_post_only_saves_a_draft(wereld: Any, as_user: Any) -> None:
    client = as_user(wereld.lid_a)
    data = form_data(client, url_of(wereld.entry_a, "edit"), naam="Stiekem", slug="")
    fresh = form_data(client, url_of(models.Voorziening, "add"))
    stap = {"stappen-TOTAL_FORMS": "1", "stappen-0-stap": data["stappen-0-stap"]}
    area = {
        key: value
        for key, value in data.items()
        if key.startswith("werkingsgebieden-") and not key.endswith(("-id", "INITIAL_FORMS"))
    }

    client.post(
        url_of(models.Voorziening, "add"),
        fresh | stap | area | {"naam": "Stiekem", "samenvatting": "Kort."} | PUBLISH,
    )

    entry = models.Voorziening.objects.get(naam="Stiekem")
    assert not entry.live
    assert entry.stappen.count() == 1


def test_a_member_of_a_trusted_and_an_untrusted_aanbieder_publishes_only_for_the_first(
    wereld: Any, as_user: Any
) -> None:
    trusted = LidmaatschapFactory(
        user=wereld.lid_a, aanbieder__gemeente=wereld.haren, aanbieder__direct_publiceren=True
    ).aanbieder
    client = as_user(wereld.lid_a)
    source = form_data(client, url_of(wereld.entry_a, "edit"))
    data = form_data(client, url_of(models.Voorziening, "add"), naam="Nieuw", samenvatting="Kort.")
    data |= {"stappen-TOTAL_FORMS": "1", "stappen-0-stap": source["stappen-0-stap"]}
    data |= {
        "werkingsgebieden-TOTAL_FORMS": "1",
        "werkingsgebieden-0-soort": "gemeente",
        "werkingsgebieden-0-gemeente": wereld.haren.pk,
        "werkingsgebieden-0-ORDER": "1",
    }
    url = url_of(models.Voorziening, "add")

    refused = client.post(url, data | {"aanbieder": wereld.a.pk} | PUBLISH)
    allowed = client.post(url, data | {"aanbieder": trusted.pk} | PUBLISH)

    assert refused.status_code == 200
    assert "niet zelf publiceren" in str(refused.context["form"].non_field_errors())
    assert allowed.status_code == 302
    assert models.Voorziening.objects.get(naam="Nieuw").aanbieder == trusted


@pytest.mark.parametrize("who", ["lid_a", "redacteur"])
def test_the_owner_in_a_post_is_not_believed(wereld: Any, as_user: Any, who: str) -> None:
    client = as_user(getattr(wereld, who))
    foreign = {"aanbieder": wereld.b.pk, "beherende_gemeente": wereld.oldambt.pk}
    add, edit = url_of(models.Voorziening, "add"), url_of(wereld.entry_a, "edit")

    made = client.post(add, form_data(client, add, naam="Verschoven") | foreign)
    changed = client.post(edit, form_data(client, edit) | foreign | PUBLISH)

    wereld.entry_a.refresh_from_db()
    assert (wereld.entry_a.aanbieder, wereld.entry_a.beherende_gemeente) == (wereld.a, wereld.haren)
    assert not models.Voorziening.objects.filter(naam="Verschoven", aanbieder=wereld.b).exists()
    assert "Geheimbond" not in made.content.decode() + changed.content.decode()


@pytest.mark.parametrize(
    ("field", "value"), [("aanbieder", "b"), ("foto", 999999), ("onderdeel_van", "entry_b")]
)
def test_a_key_out_of_scope_is_refused_without_naming_it(
    wereld: Any, as_user: Any, field: str, value: Any
) -> None:
    client = as_user(wereld.redacteur)
    url = url_of(wereld.entry_a, "edit")
    key = getattr(wereld, value).pk if isinstance(value, str) else value

    response = client.post(url, form_data(client, url) | {field: key} | PUBLISH)

    assert response.status_code == 200
    assert field in response.context["form"].errors
    assert "Geheim" not in response.content.decode()


def test_a_locatie_of_another_aanbieder_cannot_be_linked(wereld: Any, as_user: Any) -> None:
    client = as_user(wereld.lid_a)
    url = url_of(wereld.entry_a, "edit")
    link = {
        "locatiekoppelingen-TOTAL_FORMS": "1",
        "locatiekoppelingen-0-locatie": wereld.locatie_b.pk,
        "locatiekoppelingen-0-ORDER": "1",
    }

    response = client.post(url, form_data(client, url) | link)

    assert response.status_code == 200
    assert response.context["form"].formsets["locatiekoppelingen"].errors[0]["locatie"]
    assert "Geheimhuis" not in response.content.decode()


def test_nonsense_in_a_chooser_is_an_error_at_the_field(wereld: Any, as_user: Any) -> None:
    client = as_user(wereld.redacteur)
    url = url_of(wereld.entry_a, "edit")

    response = client.post(url, form_data(client, url) | {"aanbieder": "abc"} | PUBLISH)

    assert response.status_code == 200
    assert "aanbieder" in response.context["form"].errors


def _submitted(entry: models.Voorziening, user: models.Gebruiker, naam: str) -> TaskState:
    entry = models.Voorziening.objects.get(pk=entry.pk)
    entry.naam = naam
    entry.save_revision(user=user)
    state = ensure_workflow().start(entry, user)
    return state.current_task_state


def test_a_redacteur_approves_what_an_aanbieder_sent_in(wereld: Any, as_user: Any) -> None:
    task = _submitted(wereld.entry_a, wereld.lid_a, "Beter")

    as_user(wereld.redacteur).post(
        url_of(wereld.entry_a, "workflow_action", "approve", task.pk), {"comment": ""}
    )

    wereld.entry_a.refresh_from_db()
    assert wereld.entry_a.naam == "Beter"
    assert not wereld.entry_a.workflow_in_progress


def test_a_task_of_another_gemeente_cannot_be_approved_through_an_own_entry(
    wereld: Any, as_user: Any
) -> None:
    _submitted(wereld.entry_a, wereld.lid_a, "Eigen")
    foreign = _submitted(wereld.entry_b, wereld.lid_b, "Vreemd")

    response = as_user(wereld.redacteur).post(
        url_of(wereld.entry_a, "workflow_action", "approve", foreign.pk), {"comment": ""}
    )

    wereld.entry_b.refresh_from_db()
    assert response.status_code == 404
    assert wereld.entry_b.naam == "Geheimtuin"
    assert wereld.entry_b.workflow_in_progress


def test_an_untrusted_aanbieder_cannot_approve_its_own_entry(wereld: Any, as_user: Any) -> None:
    task = _submitted(wereld.entry_a, wereld.lid_a, "Zelf goedgekeurd")
    client = as_user(wereld.lid_a)
    url = url_of(wereld.entry_a, "edit")
    approve = {"action-workflow-action": "1", "workflow-action-name": "approve"}

    direct = client.post(url_of(wereld.entry_a, "workflow_action", "approve", task.pk))
    client.post(url, form_data(client, url) | approve)

    wereld.entry_a.refresh_from_db()
    assert direct.status_code == 404
    assert wereld.entry_a.naam == "Koffie in Haren"


def test_approving_an_incomplete_entry_changes_nothing_and_says_why(
    wereld: Any, as_user: Any
) -> None:
    entry = VoorzieningFactory(naam="Half", aanbieder=wereld.a, stappen=[])
    task = _submitted(entry, wereld.lid_a, "Half")

    response = as_user(wereld.redacteur).post(
        url_of(entry, "workflow_action", "approve", task.pk), {"comment": ""}, follow=True
    )

    entry.refresh_from_db()
    task.refresh_from_db()
    assert not entry.live
    assert task.status == TaskState.STATUS_IN_PROGRESS
    assert "Kies de stap" in response.content.decode()


def test_an_old_draft_does_not_bring_back_a_former_owner(wereld: Any, as_user: Any) -> None:
    old = wereld.entry_a.save_revision()
    models.Voorziening.objects.filter(pk=wereld.entry_a.pk).update(
        aanbieder=wereld.b, beherende_gemeente=wereld.oldambt
    )
    wereld.entry_a.refresh_from_db()
    client = as_user(wereld.redacteur_oldambt)
    url = url_of(wereld.entry_a, "revisions_revert", old.pk)

    client.post(url, form_data(client, url) | PUBLISH)

    wereld.entry_a.refresh_from_db()
    assert wereld.entry_a.aanbieder == wereld.b
    former = as_user(wereld.lid_a).get(url_of(wereld.entry_a, "edit"))
    assert former.status_code == 404


def test_copying_is_not_offered(wereld: Any) -> None:
    for instance in (wereld.entry_a, wereld.a, wereld.locatie_a, wereld.haren):
        with pytest.raises(NoReverseMatch):
            url_of(instance, "copy")


def test_a_bulk_delete_takes_only_own_drafts(wereld: Any, as_user: Any) -> None:
    draft = VoorzieningFactory(naam="Kladje", aanbieder=wereld.a)
    url = "/beheer/bulk/socialmap/voorziening/delete/"
    query = f"?id={draft.pk}&id={wereld.entry_a.pk}&id={wereld.entry_b.pk}"

    page = as_user(wereld.lid_a).get(url + query)
    as_user(wereld.lid_a).post(url + query, {"next": "/beheer/"})

    left = set(models.Voorziening.objects.values_list("pk", flat=True))
    assert "Geheimtuin" not in page.content.decode()
    assert left == {wereld.entry_a.pk, wereld.entry_b.pk}


def test_a_row_that_others_refer_to_is_not_deleted(wereld: Any, as_user: Any) -> None:
    response = as_user(wereld.redacteur).post(url_of(wereld.a, "delete"), follow=True)

    assert models.Aanbieder.objects.filter(pk=wereld.a.pk).exists()
    assert "Andere gegevens verwijzen hiernaar" in response.content.decode()


def test_a_chooser_searches_names_in_scope(wereld: Any, as_user: Any) -> None:
    LocatieFactory(aanbieder=wereld.a, naam="Kerk Noord")
    url = reverse("wagtailsnippetchoosers_socialmap_locatie:choose_results")

    body = as_user(wereld.lid_a).get(url, {"q": "noord"}).content.decode()

    assert "Kerk Noord" in body
    assert "Dorpshuis" not in body


@pytest.mark.parametrize("action", [{}, PUBLISH])
def test_a_database_error_saves_nothing_and_keeps_what_was_typed(
    wereld: Any, as_user: Any, monkeypatch: pytest.MonkeyPatch, action: dict[str, str]
) -> None:
    def fail(*args: Any, **kwargs: Any) -> None:
        raise DatabaseError("disk full")

    client = as_user(wereld.redacteur)
    url = url_of(wereld.entry_a, "edit")
    data = form_data(client, url, naam="Getypt", samenvatting="Net geschreven.")
    revisions = wereld.entry_a.revisions.count()
    monkeypatch.setattr("wagtail.models.revisions.Revision.save", fail)

    response = client.post(url, data | action)

    body = response.content.decode()
    wereld.entry_a.refresh_from_db()
    assert response.status_code == 200
    assert "Net geschreven." in body
    assert "Het opslaan is niet gelukt" in body
    assert wereld.entry_a.naam == "Koffie in Haren"
    assert wereld.entry_a.revisions.count() == revisions


def test_a_database_error_on_create_leaves_no_row(
    wereld: Any, as_user: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: Any, **kwargs: Any) -> None:
        raise DatabaseError("disk full")

    client = as_user(wereld.redacteur)
    url = url_of(models.Voorziening, "add")
    data = form_data(client, url, naam="Nieuw getypt")
    monkeypatch.setattr("wagtail.models.revisions.Revision.save", fail)

    response = client.post(url, data)

    assert response.status_code == 200
    assert "Nieuw getypt" in response.content.decode()
    assert not models.Voorziening.objects.filter(naam="Nieuw getypt").exists()


def test_two_times_the_same_locatie_is_explained(wereld: Any, as_user: Any) -> None:
    client = as_user(wereld.lid_a)
    entry = VoorzieningFactory(naam="Dubbel", aanbieder=wereld.a)
    url = url_of(entry, "edit")
    links = {"locatiekoppelingen-TOTAL_FORMS": "2"}
    for number in range(2):
        links[f"locatiekoppelingen-{number}-locatie"] = wereld.locatie_a.pk
        links[f"locatiekoppelingen-{number}-ORDER"] = str(number + 1)

    response = client.post(url, form_data(client, url) | links)

    assert response.status_code == 200
    assert entry.locatiekoppelingen.count() == 0
