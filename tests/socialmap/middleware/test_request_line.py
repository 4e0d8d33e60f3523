import pytest
from django.test import Client

pytestmark = [pytest.mark.urls("tests.socialmap.middleware.addresses"), pytest.mark.django_db]


def test_an_address_that_is_too_long_gets_a_readable_page_of_our_own(client: Client) -> None:
    response = client.get("/vertel", QUERY_STRING="q=" + "x" * 60_000)

    assert response.status_code == 414
    assert "Dit adres is te lang" in response.content.decode()


def test_four_thousand_accented_characters_are_not_too_long(client: Client) -> None:
    response = client.get("/vertel", {"q": "ë" * 4_000})

    assert response.json()["q"] == "ë" * 4_000


@pytest.mark.parametrize("encoded", ["%00", "%1F", "%7f", "%0B"])
def test_control_characters_leave_the_query_and_the_page_is_told(
    client: Client, encoded: str
) -> None:
    response = client.get("/vertel", QUERY_STRING=f"q=schul{encoded}den")

    assert response.json()["q"] == "schulden"
    assert response.json()["cleaned"] is True


@pytest.mark.parametrize(
    ("encoded", "read"), [("a%0Ab", "a\nb"), ("a%09b", "a\tb"), ("%2500", "%00")]
)
def test_an_ordinary_query_is_left_as_it_is(client: Client, encoded: str, read: str) -> None:
    response = client.get("/vertel", QUERY_STRING=f"q={encoded}")

    assert response.json()["q"] == read
    assert response.json()["cleaned"] is False


def test_a_lone_surrogate_in_the_query_is_replaced(client: Client) -> None:
    response = client.get("/vertel", QUERY_STRING="q=%ED%A0%80")

    assert response.status_code == 200
    assert "\ud800" not in response.json()["q"]


def test_a_nul_in_the_path_is_a_page_that_does_not_exist(client: Client) -> None:
    response = client.get("/verte%00l")

    assert response.status_code == 404
