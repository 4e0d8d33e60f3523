import pytest
from django.test import Client

from socialmap.settings.csp import tile_hosts

pytestmark = [pytest.mark.urls("tests.socialmap.middleware.addresses"), pytest.mark.django_db]


def directives(policy: str) -> dict[str, set[str]]:
    parts = [part.split() for part in policy.split(";") if part.strip()]
    return {name: set(values) for name, *values in parts}


def test_the_policy_for_visitors_allows_our_own_files_and_map_tiles_only(client: Client) -> None:
    policy = directives(client.get("/vertel").headers["Content-Security-Policy"])

    assert policy["default-src"] == {"'none'"}
    assert policy["script-src"] == policy["style-src"] == {"'self'"}
    assert policy["img-src"] == {"'self'", "data:", "https://service.pdok.nl"}
    assert policy["frame-ancestors"] == policy["base-uri"] == {"'none'"}
    assert not any("unsafe" in value for values in policy.values() for value in values)


def test_the_editors_have_a_looser_policy_of_their_own(client: Client) -> None:
    policy = directives(client.get("/account/vertel").headers["Content-Security-Policy"])

    assert policy["script-src"] == {"'self'", "'unsafe-inline'"}
    assert policy["frame-ancestors"] == {"'self'"}
    assert "'unsafe-eval'" not in policy["script-src"]


@pytest.mark.parametrize("address", ["/vertel", "/account/vertel"])
def test_every_answer_carries_the_security_headers(client: Client, address: str) -> None:
    headers = client.get(address).headers

    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["X-Frame-Options"] == "DENY"
    assert "geolocation=(self)" in headers["Permissions-Policy"]


def test_a_page_that_does_not_exist_carries_them_too(client: Client) -> None:
    headers = client.get("/bestaat-niet").headers

    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in headers["Content-Security-Policy"]


def test_an_answer_to_an_unknown_host_carries_them_too(client: Client) -> None:
    headers = client.get("/vertel", HTTP_HOST="elders.example").headers

    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/vertel", "no-cache"),
        ("/vertel?q=schulden", "private, no-cache"),
        ("/account/vertel", "private, no-store"),
    ],
)
def test_nobody_in_between_keeps_what_someone_searched_for(
    client: Client, address: str, expected: str
) -> None:
    assert client.get(address).headers["Cache-Control"] == expected


def test_a_page_does_not_vary_on_the_language_or_cookies_of_the_browser(client: Client) -> None:
    response = client.get("/vertel", HTTP_ACCEPT_LANGUAGE="en")

    assert response.json()["language"] == "nl"
    assert "Cookie" not in response.headers.get("Vary", "")
    assert "Accept-Language" not in response.headers.get("Vary", "")
    assert not response.cookies


def test_english_stands_in_the_address(client: Client) -> None:
    response = client.get("/en/vertel")

    assert response.json()["language"] == "en"
    assert response.headers["Content-Language"] == "en"


@pytest.mark.parametrize(
    ("tiles", "hosts"),
    [
        ("https://tegels.example/{z}/{x}/{y}.png", ["https://tegels.example"]),
        ("https://{s}.tegels.example/{z}/{x}/{y}.png", ["https://*.tegels.example"]),
        ("/tegels/{z}/{x}/{y}.png", []),
        ("", []),
    ],
)
def test_the_policy_follows_the_address_of_the_map_tiles(tiles: str, hosts: list[str]) -> None:
    assert tile_hosts(tiles) == hosts
