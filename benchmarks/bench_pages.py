"""The results page against a plain ListView of the same 20 cards; queries and weight of a page.

Run by `make bench`: on the database and index that SOCIALMAP_DATA_DIR points to.
"""

import gzip
import re
import sys
from typing import Any

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.staticfiles import finders  # noqa: E402
from django.db import connection  # noqa: E402
from django.http import HttpRequest, HttpResponse  # noqa: E402
from django.test import Client, RequestFactory  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.views.generic import ListView  # noqa: E402

from benchmarks.timing import HEADER, measure_in_turn, row  # noqa: E402
from search.lifecycle import status  # noqa: E402
from socialmap.models import Voorziening  # noqa: E402
from socialmap.presentation.card import card_of  # noqa: E402

QUERIES = (
    "/zoeken/?q=hulp",
    "/zoeken/?q=koffie+drinken",
    "/zoeken/?q=hulp+bij+formulieren&toegangstoets=geen",
    "/zoeken/?q=vervoer&eigen_bijdrage=ja&eigen_bijdrage=wisselend",
    "/zoeken/?plaats=Glimmen&straal=25",
    "/zoeken/?q=maatje&plaats=Winschoten&straal=50&sorteer=afstand",
)
STATIC = ("sk/site.css", "sk/site.js", "sk/files/source-sans-3-latin-wght-normal.woff2")
RUNS = 60


class PlainList(ListView):
    """What anybody would write: the first 20 rows as the same cards in the same base template."""

    model = Voorziening
    paginate_by = 20
    template_name = "benchmarks/plain_list.html"

    def get_queryset(self) -> Any:
        return Voorziening.objects.live().for_card().order_by("naam", "pk")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        cards = [card_of(item, self.request) for item in context["object_list"]]
        return {**context, "cards": cards}


def plain(path: str) -> HttpResponse:
    request: HttpRequest = RequestFactory().get("/lijst/")
    request.gemeente = None
    response = PlainList.as_view()(request)
    response.render()
    return response


def page_through_middleware(path: str) -> HttpResponse:
    return CLIENT.get(path)


def view_only(path: str) -> HttpResponse:
    from search.views.results import search_results

    request = RequestFactory().get(path)
    request.gemeente = None
    response = search_results(request)
    response.render()
    return response


CLIENT = Client(headers={"host": "localhost"})


def weight(path: str) -> int:
    """Compressed bytes of the first visit: HTML, CSS, JS, theme and font."""
    page = CLIENT.get(path).content
    total = len(gzip.compress(page, 6))
    for name in STATIC:
        found = finders.find(name)
        assert found, f"{name} is not built: run npm ci"
        with open(found, "rb") as file:
            content = file.read()
        # A font is compressed already.
        total += len(content) if name.endswith(".woff2") else len(gzip.compress(content, 9))
    address = re.search(rb'href="(/thema/[^"]+)"', page)
    assert address, "the page names no theme"
    theme = CLIENT.get(address.group(1).decode()).content
    return total + len(gzip.compress(theme, 6))


def main() -> int:
    settings.TEMPLATES[0]["DIRS"].append(settings.BASE_DIR / "benchmarks" / "templates")
    health = status()
    print(
        f"\nPagina met resultaten: {health.documents} voorzieningen, {health.engine}, "
        f"{connection.vendor}, 1 proces"
    )
    paths = [QUERIES[number % len(QUERIES)] for number in range(RUNS)]
    times = measure_in_turn(
        {
            "resultatenpagina": view_only,
            "gewone ListView, zelfde 20 kaarten": plain,
            "resultatenpagina met middleware": page_through_middleware,
        },
        paths,
    )
    print(HEADER)
    for name, found in times.items():
        print(row(name, found))
    share = (
        times["resultatenpagina"].per_second
        / times["gewone ListView, zelfde 20 kaarten"].per_second
    )
    print(f"verzoeken per seconde ten opzichte van de ListView: {share:.2f} (doel >= 0.50)")
    print(f"p95 {times['resultatenpagina met middleware'].p95:.1f} ms (doel <= 60)")
    for path in QUERIES:
        CLIENT.get(path)
        with CaptureQueriesContext(connection) as captured:
            CLIENT.get(path)
        print(
            f"{len(captured):>3} databasevragen  {weight(path) / 1000:5.1f} kB samengeperst  {path}"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
