"""No screen of the admin shows or changes what belongs to somebody else.

Every address of the URL resolver is asked, as a member of aanbieder A, a redacteur of Haren, a
consulent and a visitor, for what belongs to aanbieder B and gemeente Oldambt. A new screen of a
next Wagtail fails `test_every_admin_address_is_known` until somebody has looked at it.
"""

import datetime
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page, Site

from cms.moderation import ensure_workflow
from search.models import Synoniem, Woordlijstwoord, Zoekvraag
from socialmap import models
from tests.cms.admin_urls import admin_urls
from tests.cms.fingerprint import fingerprint
from tests.cms.probe import (
    BULK_ACTIONS,
    attack,
    bulk_requests,
    log_in,
    other_keys,
    owners_forms,
    requests_for,
)
from tests.socialmap.factories import PlaatsFactory

KNOWN = Path(__file__).parent / "data" / "admin_urls.txt"
STATES = ("draft", "workflow", "locked", "scheduled")
WORD_MODELS = ("zoekvraag", "synoniem", "woordlijstwoord", "begrip")
DRAFT_MODELS = ("voorziening", "aanbieder", "locatie")


@pytest.fixture
def other(wereld: Any, settings: Any, tmp_path: Path) -> dict[str, Any]:
    """Everything of B, with a word in it that nobody else may see."""
    settings.MEDIA_ROOT = tmp_path
    PlaatsFactory()
    models.Gebruiker.objects.filter(pk=wereld.lid_b.pk).update(email="geheim@voorbeeld.example")
    root = Page.objects.filter(depth=1).first() or Page.add_root(
        instance=Page(title="Root", slug="root")
    )
    page = root.add_child(instance=Page(title="Geheimpagina", slug="geheim", live=False))
    if not Site.objects.exists():
        Site.objects.create(hostname="localhost", root_page=page, is_default_site=True)
    foto = models.Foto.objects.create(
        title="Geheimfoto", file=get_test_image_file(), aanbieder=wereld.b
    )
    bestand = models.Bestand.objects.create(
        title="Geheimbestand", file=ContentFile(b"x", name="b.txt"), aanbieder=wereld.b
    )
    make_words(wereld)
    return other_keys(wereld, foto, bestand)


def make_words(wereld: Any) -> None:
    """What search learnt and knows: of Oldambt, and of everybody."""
    Zoekvraag.objects.create(
        gemeente=wereld.oldambt,
        woorden="geheimzoeker",
        sleutel="geheimzoeker",
        dagen=5,
        laatste_dag=datetime.date(2026, 11, 24),
        gevonden=0,
    )
    Synoniem.objects.create(van="geheimwoord", naar="hulp", gemeente=wereld.oldambt)
    Synoniem.objects.create(van="geheimpje", naar="hulp")
    Woordlijstwoord.objects.create(woord="geheimdeel", soort="woorddeel")
    leefgebied = models.Leefgebied.objects.first()
    models.Begrip.objects.create(term="Eenzaamheid", leefgebied=leefgebied)


def put_in_state(wereld: Any, state: str) -> None:
    for instance in (wereld.entry_b, wereld.b, wereld.locatie_b):
        stored = type(instance).objects.get(pk=instance.pk)
        stored.naam = "Geheimplan"
        revision = stored.save_revision(user=wereld.lid_b)
        if state == "workflow":
            ensure_workflow().start(stored, wereld.lid_b)
        elif state == "locked":
            type(instance).objects.filter(pk=instance.pk).update(
                locked=True, locked_by=wereld.lid_b, locked_at=timezone.now()
            )
        elif state == "scheduled":
            later = timezone.now() + datetime.timedelta(days=3)
            revision.approved_go_live_at = later
            revision.save()
            type(instance).objects.filter(pk=instance.pk).update(go_live_at=later)
        instance.refresh_from_db()


def test_every_admin_address_is_known() -> None:
    known = set(KNOWN.read_text().splitlines())

    found = {str(url) for url in admin_urls()}

    assert found == known, f"new: {sorted(found - known)}, gone: {sorted(known - found)}"


# Whoever may not write at all is asked once; the states differ in what may be written.
EVERY_TIME = [("lid_a", "draft"), ("lid_a", "workflow"), ("redacteur", "draft")]
CASES = [
    pytest.param(
        who,
        state,
        marks=() if (who, state) in EVERY_TIME else pytest.mark.full,
        id=f"{who}-{state}",
    )
    for who in ("lid_a", "redacteur")
    for state in STATES
]
CASES.append(pytest.param("hoofdredacteur", STATES[0], id="hoofdredacteur-draft"))
READERS: list[tuple[str | None, str]] = [("consulent", STATES[0]), (None, STATES[0])]


@pytest.mark.parametrize(("who", "state"), [*CASES, *READERS])
def test_nothing_of_another_leaks_or_changes(
    wereld: Any, as_user: Any, other: dict[str, Any], who: str | None, state: str
) -> None:
    targets = (wereld.entry_b, wereld.b, wereld.locatie_b)
    synoniem = Synoniem.objects.get(gemeente=wereld.oldambt)
    shared = (wereld.oldambt, wereld.oldambt.ondersteuningsmodel, synoniem)
    forms = owners_forms(as_user(wereld.platform), wereld, (*targets, *shared))
    put_in_state(wereld, state)
    urls = [url for url in admin_urls() if state == STATES[0] or url.model in DRAFT_MODELS]
    if who == "hoofdredacteur":  # Is asked about the rest as a redacteur.
        urls = [url for url in urls if url.model in WORD_MODELS]
    cookies = log_in(getattr(wereld, who) if who else None)
    before = fingerprint(wereld)

    wrong = [
        problem
        for url in urls
        for request in requests_for(url, other, wereld, forms)
        for problem in attack(cookies, request, wereld, before)
    ]

    assert not wrong, "\n".join(wrong)


@pytest.mark.full
@pytest.mark.parametrize(("who", "state"), [("lid_a", "draft"), ("redacteur", "workflow")])
def test_the_screens_themselves_hold_without_the_allow_list(
    wereld: Any, as_user: Any, other: dict[str, Any], settings: Any, who: str, state: str
) -> None:
    targets = (wereld.entry_b, wereld.b, wereld.locatie_b)
    forms = owners_forms(as_user(wereld.platform), wereld, targets)
    put_in_state(wereld, state)
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if "Allowlist" not in name]
    urls = [url for url in admin_urls() if url.model in DRAFT_MODELS]
    cookies = log_in(getattr(wereld, who))
    before = fingerprint(wereld)

    wrong = [
        problem
        for requests in (
            *(requests_for(url, other, wereld, forms) for url in urls),
            bulk_requests(other, BULK_ACTIONS[: len(DRAFT_MODELS)]),
        )
        for request in requests
        for problem in attack(cookies, request, wereld, before)
    ]

    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("who", ["lid_a", "redacteur", "hoofdredacteur", "consulent"])
def test_the_screens_of_words_hold_without_the_allow_list(
    wereld: Any, as_user: Any, other: dict[str, Any], settings: Any, who: str
) -> None:
    rows = (Synoniem.objects.get(gemeente=wereld.oldambt), models.Begrip.objects.get())
    forms = owners_forms(as_user(wereld.platform), wereld, rows)
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if "Allowlist" not in name]
    urls = [url for url in admin_urls() if url.model in WORD_MODELS]
    cookies = log_in(getattr(wereld, who))
    before = fingerprint(wereld)

    wrong = [
        problem
        for url in urls
        for request in requests_for(url, other, wereld, forms)
        for problem in attack(cookies, request, wereld, before)
    ]

    assert urls
    assert not wrong, "\n".join(wrong)


def test_every_screen_opens_for_the_platform_beheerder(
    wereld: Any, as_user: Any, other: dict[str, Any]
) -> None:
    put_in_state(wereld, "workflow")
    client = as_user(wereld.platform)
    client.raise_request_exception = False
    broken = []

    for url in admin_urls():
        if url.name == "wagtailadmin_error_test" or "image" in url.name:
            continue  # Fails on purpose; leaves temporary files of renditions open.
        for request in requests_for(url, other, wereld, {}):
            if request.method == "GET" and client.get(request.url).status_code >= 500:
                broken.append(request.url)

    assert broken == []
