import pytest
from django.test import Client


@pytest.mark.django_db
def test_a_head_request_gets_the_length_of_the_page_and_no_body(client: Client) -> None:
    page = client.get("/privacy/")

    head = client.head("/privacy/")

    assert head.status_code == 200
    assert head.content == b""
    assert head.headers["Content-Length"] == str(len(page.content))


@pytest.mark.django_db
def test_too_many_parameters_get_a_readable_dutch_page(client: Client) -> None:
    response = client.get("/zoeken/?" + "&".join(["q=a"] * 1500))

    assert response.status_code == 400
    assert "Dit adres kunnen wij niet lezen" in response.content.decode()


@pytest.mark.django_db
def test_a_form_without_a_valid_token_gets_a_readable_dutch_page() -> None:
    response = Client(enforce_csrf_checks=True).post("/zoeken/")

    assert response.status_code == 403
    assert "Ga terug in uw browser" in response.content.decode()
