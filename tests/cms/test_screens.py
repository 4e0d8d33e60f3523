"""Lists, menus and the first screen: only what is theirs, in a fixed number of queries."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from cms.moderation import ensure_workflow
from socialmap.models import Aanbieder, Gemeente, Publicatie, Voorziening
from tests.cms.posting import form_data, url_of
from tests.socialmap.factories import VoorzieningFactory

HOME = "/beheer/"


def _queries(client: Any, url: str) -> int:
    client.get(url)  # Content types and templates are read once.
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


@pytest.mark.parametrize("who", ["lid_a", "redacteur"])
def test_a_list_costs_the_same_for_more_rows(wereld: Any, as_user: Any, who: str) -> None:
    client = as_user(getattr(wereld, who))
    url = url_of(Voorziening, "list")
    VoorzieningFactory.create_batch(2, aanbieder=wereld.a)
    few = _queries(client, url)
    VoorzieningFactory.create_batch(10, aanbieder=wereld.a)

    many = _queries(client, url)

    assert many == few
    assert many <= 12


def test_a_chooser_costs_the_same_for_more_rows(wereld: Any, as_user: Any) -> None:
    client = as_user(wereld.lid_a)
    url = reverse("wagtailsnippetchoosers_socialmap_voorziening:choose_results")
    few = _queries(client, url)
    VoorzieningFactory.create_batch(8, aanbieder=wereld.a)

    assert _queries(client, url) == few


def test_editing_stays_under_its_ceiling(wereld: Any, as_user: Any) -> None:
    assert _queries(as_user(wereld.lid_a), url_of(wereld.entry_a, "edit")) <= 60


def test_the_first_screen_costs_the_same_however_much_waits(wereld: Any, as_user: Any) -> None:
    client = as_user(wereld.redacteur)

    def submit(count: int) -> None:
        for entry in VoorzieningFactory.create_batch(count, aanbieder=wereld.a):
            entry.save_revision()
            ensure_workflow().start(entry, wereld.lid_a)

    submit(2)
    few = _queries(client, HOME)
    submit(15)

    assert _queries(client, HOME) == few


def test_the_first_screen_lists_own_work_in_pages(wereld: Any, as_user: Any) -> None:
    for number in range(12):
        VoorzieningFactory(naam=f"Klad {number:02}", aanbieder=wereld.a).save_revision()
    VoorzieningFactory(naam="Geheimklad", aanbieder=wereld.b).save_revision()

    first = as_user(wereld.lid_a).get(HOME).content.decode()
    second = as_user(wereld.lid_a).get(HOME, {"concepten": 2}).content.decode()

    assert "Nog niet op de site (12)" in first
    assert "Klad 11" in first
    assert "Klad 00" in second
    assert "Geheimklad" not in first + second
    assert "Koffie in Haren" in first  # Never checked, so due.


def test_what_was_sent_in_waits_for_the_own_redactie_only(wereld: Any, as_user: Any) -> None:
    wereld.entry_a.save_revision()
    ensure_workflow().start(wereld.entry_a, wereld.lid_a)

    own = as_user(wereld.redacteur).get(HOME).content.decode()
    other = as_user(wereld.redacteur_oldambt).get(HOME).content.decode()

    assert "Wacht op uw goedkeuring (1)" in own
    assert "Wacht op uw goedkeuring (0)" in other


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ({"q": "in haren"}, {"Koffie in Haren"}),
        ({"publicatie": "concept"}, {"Kladje"}),
        ({"controle": "nooit"}, {"Koffie in Haren", "Kladje"}),
        ({"controle": "op-tijd"}, {"Nagekeken"}),
        ({"controle": "nu"}, {"Koffie in Haren", "Kladje"}),
        ({"status": "pilot"}, {"Nagekeken"}),
    ],
)
def test_a_list_is_narrowed_by_words_and_filters(
    wereld: Any, as_user: Any, query: dict[str, str], names: set[str]
) -> None:
    VoorzieningFactory(naam="Kladje", aanbieder=wereld.a)
    VoorzieningFactory(
        naam="Nagekeken",
        aanbieder=wereld.a,
        live=True,
        status="pilot",
        laatst_gecontroleerd_op=timezone.localdate(),
    )

    response = as_user(wereld.redacteur).get(url_of(Voorziening, "list"), query)

    assert {entry.naam for entry in response.context["object_list"]} == names


def test_a_list_is_narrowed_by_stap_and_gemeente(wereld: Any, as_user: Any) -> None:
    VoorzieningFactory(naam="Elders", aanbieder=wereld.a, stappen=["eigen-kracht"])
    stap = wereld.entry_a.stappen.first().stap
    client = as_user(wereld.redacteur)

    found = client.get(
        url_of(Voorziening, "list"), {"stap": stap.pk, "gemeente": wereld.haren.pk}
    ).context["object_list"]
    foreign = client.get(url_of(Voorziening, "list"), {"gemeente": wereld.oldambt.pk})

    assert [entry.naam for entry in found] == ["Koffie in Haren"]
    assert "Geheimtuin" not in foreign.content.decode()


MENUS = [
    ("lid_a", {"voorzieningen", "aanbieders", "locaties", "images"}),
    (
        "redacteur",
        {"voorzieningen", "aanbieders", "locaties", "gemeente", "model", "stappen", "images"},
    ),
    ("consulent", {"voorzieningen", "aanbieders", "locaties"}),
]


@pytest.mark.parametrize(("who", "names"), MENUS)
def test_the_menu_holds_only_what_is_theirs(
    wereld: Any, as_user: Any, rf: Any, who: str, names: set[str]
) -> None:
    from wagtail.admin.menu import admin_menu

    request = rf.get(HOME)
    request.user = getattr(wereld, who)

    assert {item.name for item in admin_menu.menu_items_for_request(request)} == names


def test_the_log_in_page_is_dutch(client: Any, db: None) -> None:
    response = client.get(reverse("wagtailadmin_login"))

    assert 'lang="nl"' in response.content.decode()
    assert "Inloggen bij de sociale kaart" in response.content.decode()


def test_a_redacteur_changes_desk_and_colour_but_not_the_code(wereld: Any, as_user: Any) -> None:
    client = as_user(wereld.redacteur)
    url = url_of(wereld.haren, "edit")

    client.post(url, form_data(client, url, loket_naam="Wegwijs", kleur="#123456", code="GM9999"))

    haren = Gemeente.objects.get(pk=wereld.haren.pk)
    assert (haren.loket_naam, haren.kleur, haren.code) == ("Wegwijs", "#123456", wereld.haren.code)


def test_trust_is_given_at_once_by_the_redactie_and_not_by_the_aanbieder(
    wereld: Any, as_user: Any
) -> None:
    url = url_of(wereld.a, "edit")
    trust = {"direct_publiceren": "on"}
    by_member, by_redactie = as_user(wereld.lid_a), as_user(wereld.redacteur)

    by_member.post(url, form_data(by_member, url) | trust)
    after_member = Aanbieder.objects.get(pk=wereld.a.pk).direct_publiceren
    by_redactie.post(url, form_data(by_redactie, url) | trust)

    assert not after_member
    assert Aanbieder.objects.get(pk=wereld.a.pk).direct_publiceren


def test_another_aanbieder_on_a_live_entry_is_a_new_publication(wereld: Any, as_user: Any) -> None:
    entry = VoorzieningFactory(naam="Zonder", beherende_gemeente=wereld.haren, live=True)
    client = as_user(wereld.redacteur)
    url = url_of(entry, "edit")

    client.post(url, form_data(client, url) | {"aanbieder": wereld.a.pk})

    entry.refresh_from_db()
    assert entry.aanbieder == wereld.a
    last = Publicatie.objects.filter(public_id=entry.public_id).order_by("pk").last()
    assert last is not None
    assert last.inhoud["aanbieder"]["naam"] == "Torion"


def test_the_preview_shows_the_public_page_of_what_was_typed(wereld: Any, as_user: Any) -> None:
    client = as_user(wereld.lid_a)
    data = form_data(client, url_of(wereld.entry_a, "edit"), samenvatting="Nog niet bewaard.")
    url = url_of(wereld.entry_a, "preview_on_edit")

    client.post(url, data)
    response = client.get(url)

    assert "Nog niet bewaard." in response.content.decode()
    assert "frame-ancestors 'self'" in response.headers["Content-Security-Policy"]
