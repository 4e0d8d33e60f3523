"""The begrippen of an entry: suggested by search, confirmed or rejected by whoever keeps it."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms.forms import begrippen_oordeel
from socialmap.models import Begrip, Leefgebied, Voorziening, VoorzieningBegrip
from tests.cms.posting import form_data, url_of

FIELD = "begrippen_oordeel"
PUBLISH = {"action-publish": "1"}
SUGGESTED = {"schulden": "Schulden", "administratie": "Administratie"}


@pytest.fixture
def begrippen(wereld: Any) -> dict[str, Begrip]:
    """Two that are suggested, and one that is not."""
    leefgebied, _ = Leefgebied.objects.get_or_create(slug="geld", defaults={"naam": "Geld"})
    terms = {**SUGGESTED, "samen-eten": "Samen eten"}
    return {
        slug: Begrip.objects.create(slug=slug, term=term, leefgebied=leefgebied)
        for slug, term in terms.items()
    }


@pytest.fixture(autouse=True)
def _suggestions(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the tagger says is its own test; here it always says the same."""
    monkeypatch.setattr(begrippen_oordeel, "suggested_slugs", lambda *args: list(SUGGESTED))


def judge(begrip: Begrip, status: str) -> dict[str, str]:
    return {f"{FIELD}-begrip-{begrip.pk}": status}


def stored(entry: Any) -> dict[str, str]:
    return dict(entry.begrippen.values_list("begrip__slug", "status"))


def drafted(entry: Any) -> dict[str, str]:
    latest = Voorziening.objects.get(pk=entry.pk).get_latest_revision_as_object()
    return {row.begrip.slug: row.status for row in latest.begrippen.all()}


@pytest.mark.parametrize("who", ["lid_a", "redacteur"])
def test_suggestions_are_shown_to_whoever_keeps_the_entry(
    wereld: Any, as_user: Any, begrippen: dict[str, Begrip], who: str
) -> None:
    page = as_user(getattr(wereld, who)).get(url_of(wereld.entry_a, "edit")).content.decode()

    assert f'name="{FIELD}-begrip-{begrippen["schulden"].pk}"' in page
    assert f'name="{FIELD}-begrip-{begrippen["samen-eten"].pk}"' not in page
    assert '<option value="Samen eten">' in page


def test_what_is_right_and_wrong_is_published_with_the_entry(
    wereld: Any, as_user: Any, begrippen: dict[str, Begrip]
) -> None:
    client = as_user(wereld.redacteur)
    url = url_of(wereld.entry_a, "edit")
    said = judge(begrippen["schulden"], "bevestigd") | judge(
        begrippen["administratie"], "afgewezen"
    )

    client.post(url, form_data(client, url) | said | PUBLISH)

    assert stored(wereld.entry_a) == {"schulden": "bevestigd", "administratie": "afgewezen"}


def test_a_draft_keeps_it_and_the_public_entry_waits(
    wereld: Any, as_user: Any, begrippen: dict[str, Begrip]
) -> None:
    client = as_user(wereld.lid_a)
    url = url_of(wereld.entry_a, "edit")

    client.post(url, form_data(client, url) | judge(begrippen["schulden"], "bevestigd"))
    before = stored(wereld.entry_a)
    Voorziening.objects.get(pk=wereld.entry_a.pk).latest_revision.publish()

    assert drafted(wereld.entry_a) == {"schulden": "bevestigd"}
    assert (before, stored(wereld.entry_a)) == ({}, {"schulden": "bevestigd"})


def test_one_more_is_added_by_its_name(
    wereld: Any, as_user: Any, begrippen: dict[str, Begrip]
) -> None:
    client = as_user(wereld.lid_a)
    url = url_of(wereld.entry_a, "edit")

    client.post(url, form_data(client, url) | {f"{FIELD}-meer": ["", "samen eten", ""]})

    assert drafted(wereld.entry_a) == {"samen-eten": "bevestigd"}


def test_a_name_that_is_no_begrip_is_said_so_and_kept(
    wereld: Any, as_user: Any, begrippen: dict[str, Begrip]
) -> None:
    client = as_user(wereld.lid_a)
    url = url_of(wereld.entry_a, "edit")
    typed = {f"{FIELD}-meer": ["Samen eetn"]} | judge(begrippen["schulden"], "bevestigd")

    response = client.post(url, form_data(client, url) | typed)

    assert response.context["form"].errors[FIELD] == [
        "Wij kennen geen begrip met de naam Samen eetn."
    ]
    page = response.content.decode()
    assert 'value="Samen eetn"' in page
    assert f'begrip-{begrippen["schulden"].pk}" value="bevestigd" checked' in page
    assert drafted(wereld.entry_a) == {}


def test_a_mind_may_be_changed_and_taken_back(
    wereld: Any, as_user: Any, begrippen: dict[str, Begrip]
) -> None:
    for slug in ("schulden", "administratie"):
        VoorzieningBegrip.objects.create(voorziening=wereld.entry_a, begrip=begrippen[slug])
    client = as_user(wereld.redacteur)
    url = url_of(wereld.entry_a, "edit")
    said = judge(begrippen["schulden"], "afgewezen") | judge(begrippen["administratie"], "")

    client.post(url, form_data(client, url) | said | PUBLISH)

    assert stored(wereld.entry_a) == {"schulden": "afgewezen"}


def test_a_form_that_does_not_ask_leaves_all_as_it_was(
    wereld: Any, as_user: Any, begrippen: dict[str, Begrip]
) -> None:
    VoorzieningBegrip.objects.create(
        voorziening=wereld.entry_a, begrip=begrippen["schulden"], status="afgewezen"
    )
    client = as_user(wereld.redacteur)
    url = url_of(wereld.entry_a, "edit")

    client.post(url, form_data(client, url) | PUBLISH)

    assert stored(wereld.entry_a) == {"schulden": "afgewezen"}


@pytest.mark.parametrize("status", ["weg", "BEVESTIGD"])
def test_what_nobody_was_asked_is_no_answer(
    wereld: Any, as_user: Any, begrippen: dict[str, Begrip], status: str
) -> None:
    client = as_user(wereld.redacteur)
    url = url_of(wereld.entry_a, "edit")
    said = judge(begrippen["samen-eten"], "bevestigd") | judge(begrippen["schulden"], status)

    client.post(url, form_data(client, url) | said | {f"{FIELD}-begrip-x": "bevestigd"} | PUBLISH)

    assert stored(wereld.entry_a) == {}


@pytest.mark.parametrize("key", ["²", "9" * 500])
def test_a_key_that_cannot_be_is_no_answer(
    wereld: Any, as_user: Any, begrippen: dict[str, Begrip], key: str
) -> None:
    client = as_user(wereld.redacteur)
    url = url_of(wereld.entry_a, "edit")

    response = client.post(
        url, form_data(client, url) | {f"{FIELD}-begrip-{key}": "bevestigd"} | PUBLISH
    )

    assert response.status_code == 302
    assert stored(wereld.entry_a) == {}


def test_a_new_entry_has_begrippen_by_name_from_the_start(
    wereld: Any, as_user: Any, begrippen: dict[str, Begrip]
) -> None:
    client = as_user(wereld.lid_a)
    url = url_of(Voorziening, "add")

    page = client.get(url).content.decode()
    client.post(url, form_data(client, url, naam="Eettafel") | {f"{FIELD}-meer": "Samen eten"})

    assert "Bewaar eerst een concept" in page
    assert drafted(Voorziening.objects.get(naam="Eettafel")) == {"samen-eten": "bevestigd"}


def test_many_judgements_cost_no_query_each(
    wereld: Any, as_user: Any, begrippen: dict[str, Begrip]
) -> None:
    client = as_user(wereld.lid_a)
    url = url_of(wereld.entry_a, "edit")
    one, *more = begrippen.values()
    VoorzieningBegrip.objects.create(voorziening=wereld.entry_a, begrip=one)
    client.get(url)
    with CaptureQueriesContext(connection) as few:
        client.get(url)
    for begrip in more:
        VoorzieningBegrip.objects.create(voorziening=wereld.entry_a, begrip=begrip)

    with CaptureQueriesContext(connection) as many:
        client.get(url)

    assert len(many) == len(few)
