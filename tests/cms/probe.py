"""Requests of an intruder at somebody else's things, each undone afterwards."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import Group
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Collection, Page, Site

from cms.moderation import ensure_workflow
from search.models import Synoniem, Woordlijstwoord, Zoekvraag
from socialmap import models
from tests.cms.admin_urls import BULK, AdminUrl, fill, pk_of
from tests.cms.fingerprint import fingerprint
from tests.cms.posting import form_data, url_of

CANARY = "geheim"
BULK_ACTIONS = (
    ("socialmap", "voorziening", "delete"),
    ("socialmap", "aanbieder", "delete"),
    ("socialmap", "locatie", "delete"),
    ("socialmap", "stap", "delete"),
    ("socialmap", "foto", "delete"),
    ("socialmap", "foto", "add_tags"),
    ("socialmap", "foto", "add_to_collection"),
    ("socialmap", "bestand", "delete"),
    ("socialmap", "gebruiker", "delete"),
    ("socialmap", "gebruiker", "set_active_state"),
    ("wagtailcore", "page", "delete"),
    ("wagtailcore", "page", "publish"),
)
# A synonym of Oldambt, and one for everybody.
CSV = "van;naar;richting;soort;taal;gemeente\na;b;een;jargon;nl;oldambt\nc;d;een;jargon;nl;\n"
ACTIONS = ("action-publish", "action-submit", "action-cancel-workflow", "action-restart-workflow")


@dataclass(frozen=True)
class Request:
    method: str
    url: str
    data: dict[str, Any] = field(default_factory=dict)
    accept: str = "text/html"

    def __str__(self) -> str:
        chosen = [key for key in self.data if key.startswith("action-")]
        return f"{self.method} {self.url} {','.join(chosen)} {self.accept}"


def other_keys(wereld: Any, foto: Any, bestand: Any) -> dict[str, Any]:
    """The keys of what belongs to B, Oldambt or the platform."""
    stap = models.Stap.objects.filter(ondersteuningsmodel__gemeente=wereld.oldambt).first()
    return {
        "voorziening": wereld.entry_b.pk,
        "aanbieder": wereld.b.pk,
        "locatie": wereld.locatie_b.pk,
        "gemeente": wereld.oldambt.pk,
        "ondersteuningsmodel": wereld.oldambt.ondersteuningsmodel.pk,
        "stap": stap.pk if stap else 0,
        "leefgebied": models.Leefgebied.objects.first().pk,
        "doelgroep": models.Doelgroep.objects.first().pk,
        "taal": models.Taal.objects.first().pk,
        "plaats": models.Plaats.objects.first().pk,
        "zoekvraag": Zoekvraag.objects.get(gemeente=wereld.oldambt).pk,
        "synoniem": Synoniem.objects.get(gemeente=wereld.oldambt).pk,
        "woordlijstwoord": Woordlijstwoord.objects.first().pk,
        "begrip": models.Begrip.objects.first().pk,
        "lidmaatschap": wereld.lid_b.lidmaatschappen.get().pk,
        "redacteurschap": wereld.redacteur_oldambt.redacteurschappen.get().pk,
        "page": Page.objects.get(title="Geheimpagina").pk,
        "user": wereld.lid_b.pk,
        "group": Group.objects.first().pk,
        "collection": Collection.objects.first().pk,
        "workflow": ensure_workflow().pk,
        "task": ensure_workflow().tasks.first().pk,
        "site": Site.objects.first().pk,
        "image": foto.pk,
        "document": bestand.pk,
    }


def values_for(url: AdminUrl, keys: dict[str, Any], wereld: Any) -> dict[str, Any]:
    """A value for every argument an admin address may have; an unknown one fails the probe."""
    entry = models.Voorziening.objects.get(pk=wereld.entry_b.pk)
    target = entry
    if url.model in ("aanbieder", "locatie"):
        target = wereld.b if url.model == "aanbieder" else wereld.locatie_b
    state = target.workflow_states.order_by("pk").last()
    revision = target.latest_revision
    values = {
        "revision_id": revision.pk if revision else 1,
        "revision_id_a": "earliest",
        "revision_id_b": "latest",
        "action_name": "approve",
        "task_state_id": state.current_task_state_id if state else 1,
        "workflow_state_id": state.pk if state else 1,
        "task_id": keys["task"],
        "workflow_pk": keys["workflow"],
        "page_pk": keys["page"],
        "page_id": keys["page"],
        "parent_page_id": keys["page"],
        "page_to_move_id": keys["page"],
        "destination_id": 1,
        "collection_id": keys["collection"],
        "document_id": keys["document"],
        "doc_id": keys["document"],
        "image_id": keys["image"],
        "filter_spec": "original",
        "uploaded_file_id": 1,
        "session_id": 1,
        "object_id": keys["voorziening"],
        "app_label": "socialmap",
        "app_name": "socialmap",
        "model_name": "voorziening",
        "content_type_app_name": "wagtailcore",
        "content_type_model_name": "page",
        "uidb64": "MQ",
        "token": "set-password",
    }
    if "pk" in url.params:
        values["pk"] = pk_of(url, keys)
    return values


def requests_for(
    url: AdminUrl, keys: dict[str, Any], wereld: Any, forms: dict[str, dict[str, Any]]
) -> Iterator[Request]:
    """GET and POST; for forms a POST as the owner would send it, in every way to save."""
    if url.name == BULK:
        yield from bulk_requests(keys, BULK_ACTIONS)
        return
    path = fill(url, values_for(url, keys, wereld))
    query = f"?id={keys[url.model]}" if url.name.endswith(":chosen_multiple") and url.model else ""
    yield Request("GET", path + query)
    yield Request(
        "POST", path, {"next": "/", "external-link-chooser-url": "https://voorbeeld.example/"}
    )
    view = url.name.rpartition(":")[2]
    if view in ("edit", "add", "revisions_revert", "preview_on_edit") and url.model in forms:
        data = forms[url.model] | {"naam": "Gekaapt"}
        yield Request("POST", path, data)
        yield Request("POST", path, data, accept="application/json")
        for action in ACTIONS:
            yield Request("POST", path, data | {action: "1"})
        approve = {"action-workflow-action": "1", "workflow-action-name": "approve"}
        yield Request("POST", path, data | approve)
    if url.model == "zoekvraag":
        for stand in Zoekvraag.Stand.values:
            yield Request("POST", path, {"stand": stand})
        yield Request("POST", path, {"begrip": "Eenzaamheid"})
    if url.model == "synoniem" and view in ("add", "csv_in"):
        yield Request("GET", f"{path}?zoekvraag={keys['zoekvraag']}")
        yield Request("POST", path, {"tekst": CSV})
    if view == "workflow_action":
        yield Request("POST", path, {"comment": "ok"})


def bulk_requests(keys: dict[str, Any], actions: Any) -> Iterator[Request]:
    names = {"foto": "image", "bestand": "document", "gebruiker": "user"}
    for app_label, model_name, action in actions:
        key = keys[names.get(model_name, model_name)]
        path = f"/beheer/bulk/{app_label}/{model_name}/{action}/"
        for chosen in (key, "all"):
            yield Request("GET", f"{path}?id={chosen}")
            yield Request("POST", f"{path}?id={chosen}&next=/beheer/", {"next": "/beheer/"})


def owners_forms(platform: Client, wereld: Any, models_in: tuple[Any, ...]) -> dict[str, Any]:
    """What a lawful editor would post for each object, without the word that may not show."""
    return {
        instance._meta.model_name: {
            name: re.sub(CANARY, "gekaapt", value, flags=re.IGNORECASE)
            if isinstance(value, str)
            else value
            for name, value in form_data(platform, url_of(instance, "edit")).items()
        }
        for instance in models_in
    }


def log_in(user: Any) -> dict[str, str]:
    """The cookies of a session, for a fresh client per request: messages stay out of the next."""
    client = Client()
    if user is not None:
        client.force_login(user)
    return {name: morsel.value for name, morsel in client.cookies.items()}


def attack(cookies: dict[str, str], request: Request, wereld: Any, before: Any) -> list[str]:
    """Send one request with a fresh client and undo it; return what went wrong."""
    wrong = []
    client = Client(raise_request_exception=False)
    client.cookies.load(cookies)
    with transaction.atomic():
        with CaptureQueriesContext(connection) as queries:
            send = client.get if request.method == "GET" else client.post
            response = send(request.url, request.data, headers={"accept": request.accept})
            body = _body(response)
        if response.status_code >= 500:
            wrong.append(f"{request}: {response.status_code}")
        if CANARY in body.casefold():
            wrong.append(f"{request}: leaks")
        if _writes(queries) and fingerprint(wereld) != before:
            wrong.append(f"{request}: changes")
        transaction.set_rollback(True)
    return wrong


def _body(response: Any) -> str:
    if response.streaming:
        return b"".join(response.streaming_content).decode(errors="ignore")
    content = response.content.decode(errors="ignore")
    location = response.headers.get("Location", "")
    cookies = json.dumps({name: morsel.value for name, morsel in response.cookies.items()})
    return content + location + cookies


def _writes(queries: CaptureQueriesContext) -> bool:
    return any(
        query["sql"].lstrip().upper().startswith(("INSERT", "UPDATE", "DELETE"))
        for query in queries.captured_queries
    )
