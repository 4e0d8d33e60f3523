import io
import logging
from collections.abc import Iterator

import pytest
from django.test import Client

from socialmap.logs import PrivateFormatter

CANARY = "kanarie-schulden-geweld"


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """All that any logger writes, as the site would print it."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(PrivateFormatter())
    root, django = logging.getLogger(), logging.getLogger("django")
    level = django.level
    root.addHandler(handler)
    yield stream
    root.removeHandler(handler)
    # At DEBUG Django logs whole template contexts, and runs their queries to do so.
    django.setLevel(level)


@pytest.mark.parametrize(
    "address", ["/bestaat-niet/", "/zoeken/", "/haren/zoeken/", "/kaart/", "/voorziening/x/"]
)
@pytest.mark.django_db
def test_no_log_line_holds_what_a_visitor_searched_for(log: io.StringIO, address: str) -> None:
    client = Client(raise_request_exception=False)
    logging.getLogger("django").setLevel(logging.DEBUG)

    client.get(address, {"q": CANARY, "plaats": CANARY, "stap": CANARY, "pagina": CANARY})

    assert CANARY not in log.getvalue()


@pytest.mark.urls("tests.socialmap.middleware.addresses")
@pytest.mark.django_db(transaction=True)
def test_an_error_is_logged_with_its_kind_and_place_but_without_its_message(
    log: io.StringIO,
) -> None:
    client = Client(raise_request_exception=False)

    client.post("/schrijf-en-faal?q=" + CANARY, {"reden": CANARY})

    assert "addresses.Broken" in log.getvalue()
    assert "write_then_fail" in log.getvalue()
    assert CANARY not in log.getvalue()


def test_a_query_string_is_cut_from_any_message(log: io.StringIO) -> None:
    logging.getLogger("gunicorn.error").warning("Error handling request GET /zoeken/?q=%s", CANARY)

    assert "/zoeken/?…" in log.getvalue()
    assert CANARY not in log.getvalue()


def test_the_error_behind_an_error_is_named_without_its_message(log: io.StringIO) -> None:
    try:
        try:
            int(CANARY)
        except ValueError as cause:
            raise RuntimeError(CANARY) from cause
    except RuntimeError:
        logging.getLogger("socialmap").exception("Mislukt")

    assert "builtins.RuntimeError" in log.getvalue()
    assert "builtins.ValueError" in log.getvalue()
    assert CANARY not in log.getvalue()
