import pytest
from django.test import Client

from socialmap.models import Gebruiker
from tests.socialmap.middleware.addresses import Broken

pytestmark = [
    pytest.mark.urls("tests.socialmap.middleware.addresses"),
    pytest.mark.django_db(transaction=True),
]


def test_a_good_answer_keeps_what_was_written(client: Client) -> None:
    client.post("/schrijf")

    assert Gebruiker.objects.count() == 1


def test_an_exception_after_the_first_write_leaves_nothing(client: Client) -> None:
    with pytest.raises(Broken):
        client.post("/schrijf-en-faal")

    assert Gebruiker.objects.count() == 0


def test_an_exception_that_became_an_error_page_leaves_nothing() -> None:
    client = Client(raise_request_exception=False)

    response = client.post("/schrijf-en-faal")

    assert response.status_code == 500
    assert Gebruiker.objects.count() == 0


def test_an_answer_of_500_or_more_leaves_nothing(client: Client) -> None:
    client.post("/schrijf-en-503")

    assert Gebruiker.objects.count() == 0


def test_a_refused_form_keeps_what_the_view_chose_to_write(client: Client) -> None:
    client.post("/schrijf-en-422")

    assert Gebruiker.objects.count() == 1


@pytest.mark.parametrize("method", ["get", "options"])
def test_a_request_that_only_reads_runs_in_no_transaction(client: Client, method: str) -> None:
    response = getattr(client, method)("/vertel")

    assert response.json()["in_transaction"] is False


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_a_request_that_may_write_runs_in_one(client: Client, method: str) -> None:
    response = getattr(client, method)("/vertel")

    assert response.json()["in_transaction"] is True
