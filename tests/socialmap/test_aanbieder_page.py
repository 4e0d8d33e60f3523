"""The page of one aanbieder: what it offers, page by page."""

from typing import Any

import pytest
from django.test import Client

from tests.socialmap.factories import AanbiederFactory, GemeenteFactory, VoorzieningFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def torion() -> Any:
    return AanbiederFactory(
        naam="Torion", gemeente=GemeenteFactory(slug="haren"), website="https://torion.example"
    )


def test_it_lists_what_it_offers_alone_and_together_once(torion: Any, client: Client) -> None:
    other = AanbiederFactory()
    VoorzieningFactory(naam="Eetclub", live=True, aanbieder=torion, mede_aanbieders=[torion, other])
    VoorzieningFactory(naam="Zangkoor", live=True, aanbieder=other, mede_aanbieders=[torion])
    VoorzieningFactory(naam="Van een ander", live=True, aanbieder=other)
    VoorzieningFactory(naam="Concept", aanbieder=torion)
    VoorzieningFactory(naam="Voorbij", live=True, aanbieder=torion, geldig_tot="2020-01-01")

    page = client.get("/aanbieder/torion/").content.decode()

    assert "2 voorzieningen" in page
    assert page.count(">Eetclub</a>") == 1
    assert page.count(">Zangkoor</a>") == 1
    for absent in ("Van een ander", "Concept", "Voorbij"):
        assert absent not in page
    assert 'href="https://torion.example"' in page


def test_pages_follow_each_other_and_nonsense_is_a_page_too(torion: Any, client: Client) -> None:
    for number in range(21):
        VoorzieningFactory(naam=f"Activiteit {number:02}", live=True, aanbieder=torion)

    first = client.get("/aanbieder/torion/").content.decode()
    second = client.get("/aanbieder/torion/?pagina=2").content.decode()

    assert "Activiteit 00" in first
    assert "Activiteit 20" not in first
    assert 'href="/aanbieder/torion/?pagina=2"' in first
    assert "Activiteit 20" in second
    for number in ("x", "-1", "0", "9999", "%00"):
        assert client.get(f"/aanbieder/torion/?pagina={number}").status_code == 200


def test_the_number_of_queries_does_not_grow(
    torion: Any, client: Client, django_assert_max_num_queries: Any
) -> None:
    VoorzieningFactory.create_batch(15, live=True, aanbieder=torion)
    client.get("/")

    with django_assert_max_num_queries(10):
        client.get("/aanbieder/torion/")


def test_without_an_offer_it_says_so(torion: Any, client: Client) -> None:
    page = client.get("/haren/aanbieder/torion/").content.decode()

    assert "heeft op dit moment geen aanbod" in page


def test_its_canonical_address_has_no_prefix(torion: Any, client: Client) -> None:
    page = client.get("/haren/aanbieder/torion/").content.decode()

    assert '<link rel="canonical" href="http://localhost:8000/aanbieder/torion/">' in page


def test_a_fictional_aanbieder_says_so(client: Client) -> None:
    AanbiederFactory(naam="Verzonnen", is_voorbeeld=True)

    page = client.get("/aanbieder/verzonnen/").content.decode()

    assert "voorbeeld: dit bestaat niet echt" in page
