"""Which gemeente a page is about, and the addresses that follow from it."""

from typing import Any

import pytest
from django.template import Context, Template
from django.test import Client, RequestFactory

from socialmap import sites
from socialmap.context import canonical_url, page_url, site_origin
from socialmap.models import Gemeente
from tests.socialmap.factories import GemeenteFactory, PlaatsFactory, SiteFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def haren() -> Gemeente:
    return GemeenteFactory(
        slug="haren", naam="Haren", site=SiteFactory(hostname="Haren.localhost", port=8000)
    )


@pytest.fixture
def oldambt() -> Gemeente:
    return GemeenteFactory(slug="oldambt", naam="Oldambt")


def context_of(client: Client, path: str, host: str = "testserver") -> Any:
    response = client.get(path, headers={"host": host})
    assert response.status_code == 200
    return response.wsgi_request


class TestWhichGemeente:
    def test_the_host_decides_whatever_its_case_and_port(
        self, haren: Gemeente, client: Client
    ) -> None:
        for host in ("haren.localhost", "haren.localhost:8000", "HAREN.localhost"):
            request = context_of(client, "/privacy/", host)
            assert (request.gemeente, request.gemeente_from_host) == (haren, True)

    def test_the_prefix_decides_elsewhere(self, oldambt: Gemeente, client: Client) -> None:
        request = context_of(client, "/oldambt/privacy/")

        assert (request.gemeente, request.gemeente_from_host) == (oldambt, False)

    def test_the_prefix_wins_over_the_host(
        self, haren: Gemeente, oldambt: Gemeente, client: Client
    ) -> None:
        request = context_of(client, "/oldambt/privacy/", "haren.localhost")

        assert (request.gemeente, request.gemeente_from_host) == (oldambt, False)

    def test_without_either_a_page_is_neutral(self, haren: Gemeente, client: Client) -> None:
        request = context_of(client, "/privacy/")

        assert (request.gemeente, request.gemeente_from_host) == (None, False)

    def test_an_unknown_gemeente_is_not_found(self, client: Client) -> None:
        assert client.get("/nergens/privacy/").status_code == 404

    def test_an_invisible_gemeente_is_not_found_and_its_host_is_neutral(
        self, client: Client
    ) -> None:
        GemeenteFactory(slug="later", zichtbaar=False, site=SiteFactory(hostname="later.localhost"))

        assert client.get("/later/privacy/").status_code == 404
        assert context_of(client, "/privacy/", "later.localhost").gemeente is None

    def test_a_new_host_works_within_seconds(
        self, oldambt: Gemeente, client: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        context_of(client, "/privacy/")
        oldambt.site = SiteFactory(hostname="oldambt.localhost")
        oldambt.save()
        later = sites.time.monotonic() + sites.KEEP_SECONDS + 1
        monkeypatch.setattr(sites.time, "monotonic", lambda: later)

        assert context_of(client, "/privacy/", "oldambt.localhost").gemeente == oldambt

    def test_the_colour_and_the_desk_follow(self, haren: Gemeente, client: Client) -> None:
        Gemeente.objects.update(kleur="#123456", loket_naam="Loket Raadhuisplein")

        page = client.get("/haren/privacy/").content.decode()

        assert "/thema/123456." in page
        assert "Loket Raadhuisplein" in page

    def test_a_gemeente_from_the_past_says_so_on_each_page(self, client: Client) -> None:
        GemeenteFactory(slug="haren", historisch=True)

        assert "Deze gegevens zijn oud." in client.get("/haren/privacy/").content.decode()


class TestAddresses:
    def request(self, gemeente: Gemeente | None, *, from_host: bool = False) -> Any:
        request: Any = RequestFactory().get("/")
        request.gemeente, request.gemeente_from_host = gemeente, from_host
        return request

    def test_a_page_keeps_the_prefix(self, oldambt: Gemeente) -> None:
        assert page_url(self.request(oldambt), "zoeken") == "/oldambt/zoeken/"

    def test_on_the_own_host_there_is_none(self, haren: Gemeente) -> None:
        assert page_url(self.request(haren, from_host=True), "zoeken") == "/zoeken/"

    def test_a_neutral_page_has_none(self) -> None:
        assert page_url(self.request(None), "voorziening", slug="x") == "/voorziening/x/"
        assert page_url(None, "home") == "/"

    def test_another_gemeente_or_none_can_be_asked(self, oldambt: Gemeente) -> None:
        request = self.request(oldambt)

        assert page_url(request, "home", gemeente="haren") == "/haren/"
        assert page_url(request, "home", gemeente="") == "/"

    def test_the_tag_of_templates_does_the_same(self, oldambt: Gemeente) -> None:
        template = Template('{% load links %}{% link "voorziening" slug="x" %}')

        shown = template.render(Context({"request": self.request(oldambt)}))

        assert shown == "/oldambt/voorziening/x/"


class TestCanonical:
    def test_a_gemeente_with_a_host_has_its_pages_there(self, haren: Gemeente) -> None:
        assert canonical_url("zoeken", haren) == f"{site_origin(haren)}/zoeken/"
        assert site_origin(haren).lower() == "http://haren.localhost:8000"

    def test_one_without_keeps_its_prefix_but_entries_have_none(self, oldambt: Gemeente) -> None:
        origin = "http://localhost:8000"

        assert canonical_url("zoeken", oldambt) == f"{origin}/oldambt/zoeken/"
        assert canonical_url("voorziening", oldambt, slug="x") == f"{origin}/voorziening/x/"

    @pytest.mark.parametrize(
        ("port", "public", "origin"),
        [
            (80, "http://localhost", "http://haren.example"),
            (443, "http://localhost", "https://haren.example"),
            (80, "https://kaart.example", "https://haren.example"),
            (8000, "http://localhost:8000", "http://haren.example:8000"),
        ],
    )
    def test_scheme_and_port_follow_the_site(
        self, port: int, public: str, origin: str, settings: Any
    ) -> None:
        settings.PUBLIC_ORIGIN = public
        gemeente = GemeenteFactory(site=SiteFactory(hostname="haren.example", port=port))

        assert site_origin(gemeente) == origin


def test_the_map_of_a_gemeente_spans_its_places(oldambt: Gemeente) -> None:
    PlaatsFactory(slug="een", gemeente=oldambt, lat=53.1, lon=7.0)
    PlaatsFactory(slug="twee", gemeente=oldambt, lat=53.2, lon=7.1)
    sites.forget()

    assert sites.site_table().boxes["oldambt"] == pytest.approx((6.98, 53.08, 7.12, 53.22))
