"""What only a real server shows: locks between processes, long addresses, what is logged."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import quote

import pytest

from tests.deploy.server import Answer, Server

# One worker process for the whole module: they share a server. SQLite is its database.
pytestmark = [pytest.mark.xdist_group("gunicorn"), pytest.mark.sqlite]
CANARY = "kanarie-schulden-geweld"


def together(*tasks: Callable[[], Answer], times: int) -> Counter[int]:
    """Run every task `times` times, all side by side; count the statuses."""
    with ThreadPoolExecutor(len(tasks)) as pool:
        runs = [pool.submit(lambda t=task: [t() for _ in range(times)]) for task in tasks]
        return Counter(answer.status for run in runs for answer in run.result())


def users(server: Server) -> int:
    return int(server.get("/proef/tel").json()["users"])


def test_four_writers_and_four_readers_get_no_error(server: Server) -> None:
    before = users(server)
    write = [lambda: server.post("/proef/schrijf")] * 4
    read = [lambda: server.get("/proef/tel")] * 4

    statuses = together(*write, *read, times=20)

    assert statuses == {200: 160}
    assert users(server) == before + 80


def test_readers_go_on_beside_writers_on_the_pages_of_the_site(server: Server) -> None:
    write = [lambda: server.post("/proef/schrijf")] * 4
    read = [lambda: server.get("/zoeken/?q=formulieren")] * 4

    statuses = together(*write, *read, times=5)

    assert statuses == {200: 40}


def test_an_exception_after_the_first_write_leaves_nothing(server: Server) -> None:
    before = users(server)

    answer = server.post("/proef/schrijf-en-faal")

    assert answer.status == 500
    assert users(server) == before


@pytest.mark.parametrize(
    "query",
    [
        "q=" + "x" * 4_000,
        "q=" + quote("ë" * 4_000),
        "q=" + quote("€" * 4_000),
        "q=%00",
        "q=schul%00den&plaats=%00",
        "q=%ED%A0%80",
        "q=%FF%FE",
        "q=%F0%9F%98",
        "plaats=52.1,%00",
        "stap=%00&toegangstoets=bestaat-niet&pagina=9999",
        "pagina=-1",
        "pagina=" + "9" * 400,
        "straal=1e999&plaats=nan,nan&leeftijd=-5",
        "q=%",
        "&&&===&q",
    ],
)
@pytest.mark.parametrize("page", ["/zoeken/", "/kaart/"])
def test_bad_input_gets_a_readable_page(server: Server, page: str, query: str) -> None:
    answer = server.get(f"{page}?{query}")

    assert answer.status == 200
    assert "<h1" in answer.text


@pytest.mark.parametrize("length", [60_000, 200_000, 900_000])
def test_a_longer_address_gets_our_own_page(server: Server, length: int) -> None:
    answer = server.get("/zoeken/?q=" + "x" * length)

    assert answer.status == 414
    assert "Dit adres is te lang" in answer.text


def test_an_endless_request_line_is_cut_off(server: Server) -> None:
    server.send(b"GET /?q=" + b"x" * 2_000_000)

    assert "Request Line is too large" in server.log


@pytest.mark.parametrize("address", ["/%00", "/voorziening/%00/", "/artikelen/%00/", "/%FF/", "/%"])
def test_a_broken_path_is_a_page_that_does_not_exist(server: Server, address: str) -> None:
    assert server.get(address).status == 404


def test_an_unknown_host_is_refused(server: Server) -> None:
    assert server.get("/zoeken/", Host="elders.example").status == 400


def test_a_page_is_compressed_and_sets_no_cookie(server: Server) -> None:
    answer = server.get("/zoeken/", **{"Accept-Encoding": "gzip"})

    assert answer.headers["Content-Encoding"] == "gzip"
    assert answer.headers["Set-Cookie"] is None
    assert "Cookie" not in (answer.headers["Vary"] or "")


def test_no_log_line_tells_what_was_searched_or_where_the_visitor_came_from(
    server: Server,
) -> None:
    referer = f"http://localhost/zoeken/?q={CANARY}"
    for address in ("/zoeken/", "/kaart/", "/bestaat-niet", "/proef/tel"):
        server.get(
            f"{address}?q={CANARY}&plaats={CANARY}", Referer=referer, **{"User-Agent": CANARY}
        )
    server.post(f"/proef/schrijf-en-faal?q={CANARY}", Referer=referer)
    server.get(f"/zoeken/?q={CANARY}" + "x" * 60_000)
    refused = server.send(f"GET /zoeken/?q={CANARY} gebroken HTTP/1.1\r\n\r\n".encode())

    assert b" 400 " in refused
    assert "GET /zoeken/ 200" in server.log
    assert "Broken" in server.log
    assert CANARY not in server.log
