"""What holds on every page that a visitor sees."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db
PAGES = ["/", "/zoeken/?q=hulp", "/kaart/", "/privacy/", "/toegankelijkheid/", "/bestaat-niet/"]


@pytest.mark.parametrize("address", PAGES)
def test_a_visitor_gets_no_cookie(client: Client, address: str) -> None:
    response = client.get(address)

    assert not response.cookies


@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_the_same_for_every_visitor(client: Client, address: str) -> None:
    response = client.get(address)

    assert "cookie" not in response.headers.get("Vary", "").lower()
    assert "accept-language" not in response.headers.get("Vary", "").lower()


@pytest.mark.parametrize("address", PAGES)
def test_no_page_needs_an_inline_script_or_style(client: Client, address: str) -> None:
    html = client.get(address).content.decode()

    assert "<style" not in html
    assert " style=" not in html
    assert " onclick=" not in html
    assert "<script>" not in html
