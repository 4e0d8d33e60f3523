"""The sitemap of a host holds the canonical addresses of that host, and robots.txt names it."""

import re
from typing import Any
from xml.etree import ElementTree

import pytest
from django.test import Client

from socialmap.models import Gemeente
from socialmap.views import sitemap
from tests.socialmap.factories import (
    AanbiederFactory,
    GemeenteFactory,
    SiteFactory,
    VoorzieningFactory,
)

pytestmark = pytest.mark.django_db

OWN = "http://haren.localhost:8000"
NEUTRAL = "http://localhost:8000"


@pytest.fixture
def two_hosts() -> None:
    """Haren has a host of its own, Oldambt has none."""
    haren = GemeenteFactory(
        slug="haren", site=SiteFactory(hostname="haren.localhost", port=8000), naam="Haren"
    )
    oldambt = GemeenteFactory(slug="oldambt")
    GemeenteFactory(slug="later", zichtbaar=False)
    AanbiederFactory(naam="Torion", gemeente=haren)
    AanbiederFactory(naam="Klaver", gemeente=oldambt)
    VoorzieningFactory(naam="In Haren", live=True, beherende_gemeente=haren)
    VoorzieningFactory(naam="In Oldambt", live=True, beherende_gemeente=oldambt)
    VoorzieningFactory(naam="Concept", beherende_gemeente=oldambt)
    VoorzieningFactory(naam="Voorbij", live=True, beherende_gemeente=haren, geldig_tot="2020-01-01")


def addresses(client: Client, host: str, query: str = "") -> list[str]:
    response = client.get(f"/sitemap.xml{query}", headers={"host": host})
    assert response.status_code == 200
    assert response["Content-Type"] == "application/xml"
    root = ElementTree.fromstring(response.content)  # noqa: S314 - our own answer
    return [element.text or "" for element in root.iter() if element.tag.endswith("}loc")]


def test_the_own_host_lists_its_own_entries(two_hosts: None, client: Client) -> None:
    found = addresses(client, "haren.localhost")

    assert f"{OWN}/voorziening/in-haren/" in found
    assert f"{OWN}/aanbieder/torion/" in found
    assert f"{OWN}/zoeken/" in found
    assert all(url.startswith(OWN) for url in found)
    assert not re.search("oldambt|klaver|concept|voorbij", " ".join(found))


def test_the_neutral_host_lists_the_others(two_hosts: None, client: Client) -> None:
    found = addresses(client, "localhost")

    assert f"{NEUTRAL}/voorziening/in-oldambt/" in found
    assert f"{NEUTRAL}/aanbieder/klaver/" in found
    assert f"{NEUTRAL}/oldambt/" in found
    assert not re.search("haren|torion|concept|later", " ".join(found))


def test_no_address_stands_in_two_sitemaps(two_hosts: None, client: Client) -> None:
    assert not set(addresses(client, "haren.localhost")) & set(addresses(client, "localhost"))


def test_every_address_leads_somewhere(two_hosts: None, client: Client) -> None:
    for url in addresses(client, "haren.localhost"):
        path = url.removeprefix(OWN)
        answer = client.get(path, headers={"host": "haren.localhost"})
        assert answer.status_code == 200, path
        assert f'<link rel="canonical" href="{url}">' in answer.content.decode()


def test_many_entries_are_spread_over_files(
    two_hosts: None, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sitemap, "PER_FILE", 2)

    haren = Gemeente.objects.get(slug="haren")
    VoorzieningFactory.create_batch(4, live=True, beherende_gemeente=haren)

    files = addresses(client, "haren.localhost")
    inside = [
        url
        for file in files
        for url in addresses(client, "haren.localhost", file.partition(".xml")[2])
    ]

    assert files == [f"{OWN}/sitemap.xml?p={number}" for number in (1, 2, 3)]
    assert len([url for url in inside if "/voorziening/" in url]) == 5
    assert len(set(inside)) == len(inside)


@pytest.mark.parametrize("page", ["0", "99", "-1", "x", "1.5", "%00"])
def test_a_file_that_is_not_there_is_not_found(page: str, two_hosts: None, client: Client) -> None:
    assert client.get(f"/sitemap.xml?p={page}").status_code == (200 if page == "%00" else 404)


def test_the_number_of_queries_does_not_grow(
    two_hosts: None, client: Client, django_assert_max_num_queries: Any
) -> None:
    haren = Gemeente.objects.get(slug="haren")
    VoorzieningFactory.create_batch(8, live=True, beherende_gemeente=haren)
    client.get("/", headers={"host": "haren.localhost"})

    with django_assert_max_num_queries(6):
        addresses(client, "haren.localhost")


@pytest.mark.parametrize(("host", "origin"), [("haren.localhost", OWN), ("localhost", NEUTRAL)])
def test_robots_names_the_sitemap_of_its_host(
    host: str, origin: str, two_hosts: None, client: Client
) -> None:
    text = client.get("/robots.txt", headers={"host": host}).content.decode()

    assert f"Sitemap: {origin}/sitemap.xml" in text
    assert "Disallow: /beheer/" in text
