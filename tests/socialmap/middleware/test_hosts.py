import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from wagtail.models import Page, Site

from socialmap.middleware import hosts

pytestmark = [pytest.mark.urls("tests.socialmap.middleware.addresses"), pytest.mark.django_db]


@pytest.fixture
def site() -> Site:
    root = Page.objects.filter(depth=1).first() or Page.add_root(title="Wortel", slug="wortel")
    return Site.objects.create(hostname="zorg.gemeente.example", root_page=root)


def test_a_host_of_a_site_is_served(client: Client, site: Site) -> None:
    response = client.get("/vertel", HTTP_HOST="Zorg.Gemeente.example:8000")

    assert response.status_code == 200


def test_an_unknown_host_gets_a_plain_page(client: Client) -> None:
    response = client.get("/vertel", HTTP_HOST="elders.example")

    assert response.status_code == 400
    assert "hoort niet bij de sociale kaart" in response.content.decode()


@pytest.mark.parametrize("host", ["a b", "zorg.gemeente.example@elders.example", "[::", ""])
def test_a_host_that_is_none_gets_the_same_page(client: Client, site: Site, host: str) -> None:
    response = client.get("/vertel", HTTP_HOST=host, SERVER_NAME="elders.example")

    assert response.status_code == 400


def test_a_site_that_is_added_works_without_a_restart(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = Page.objects.filter(depth=1).first() or Page.add_root(title="Wortel", slug="wortel")
    client.get("/vertel", HTTP_HOST="nieuw.example")
    Site.objects.create(hostname="nieuw.example", root_page=root)
    later = hosts.time.monotonic() + hosts.SECONDS
    monkeypatch.setattr(hosts.time, "monotonic", lambda: later)

    response = client.get("/vertel", HTTP_HOST="nieuw.example")

    assert response.status_code == 200


def test_the_rows_are_read_once_for_many_requests(
    site: Site, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        for _ in range(3):
            assert "zorg.gemeente.example" in hosts.known_hosts


def test_a_health_probe_may_call_any_host(client: Client) -> None:
    response = client.get("/gezond", HTTP_HOST="10.0.0.7")

    assert response.status_code == 200
