"""What a request changed is findable as soon as its answer is closed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from search import lifecycle
from search.engines import get_engine
from search.middleware import DrainMiddleware
from search.models import Afnemer
from search.query import SearchQuery
from socialmap.middleware.transaction import TransactionMiddleware
from tests.socialmap.factories import VoorzieningFactory


@pytest.fixture
def committed_index(transactional_db: None, engine_folder: Path) -> Iterator[None]:
    lifecycle.build()
    yield
    # Before the flush: its deletes would leave rows for a consumer that it deletes too.
    Afnemer.objects.all().delete()


def publish(request: HttpRequest) -> HttpResponse:
    VoorzieningFactory(naam="Budgetcoach", live=True)
    return HttpResponse("bewaard")


def fail(request: HttpRequest) -> HttpResponse:
    VoorzieningFactory(naam="Budgetcoach", live=True)
    return HttpResponse("kapot", status=500)


def total() -> int:
    return get_engine().search(SearchQuery(text="budgetcoach")).total


@pytest.mark.usefixtures("committed_index")
class TestDrain:
    def test_a_change_is_findable_once_the_answer_is_closed(self) -> None:
        response = DrainMiddleware(TransactionMiddleware(publish))(RequestFactory().post("/"))
        before = total()

        response.close()

        assert (before, total()) == (0, 1)

    def test_what_was_rolled_back_is_not(self) -> None:
        DrainMiddleware(TransactionMiddleware(fail))(RequestFactory().post("/")).close()

        assert total() == 0
        assert lifecycle.backlog() == 0

    def test_a_request_that_only_reads_never_drains(self) -> None:
        DrainMiddleware(publish)(RequestFactory().get("/")).close()

        assert total() == 0
        assert lifecycle.backlog() > 0
