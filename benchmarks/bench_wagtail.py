"""Wagtail's own search beside ours, on the same entries and words: 20 results and their number.

Wagtail gets the texts that it indexes well (name, summary, description); ours has all of them. On
PostgreSQL its full text search by hand stands beside both: the same texts, configuration "dutch".
"""

import sys
from typing import Any

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from wagtail.search import index  # noqa: E402
from wagtail.search.backends import get_search_backend  # noqa: E402

from benchmarks.fulltext import FullText  # noqa: E402
from benchmarks.timing import HEADER, measure, row  # noqa: E402
from benchmarks.words import questions  # noqa: E402
from search.engines import get_engine  # noqa: E402
from search.lifecycle import status  # noqa: E402
from search.query import SearchQuery  # noqa: E402
from socialmap.models import Voorziening  # noqa: E402

RUNS = 40


def ask_wagtail(text: str) -> Any:
    found = get_search_backend().search(text, Voorziening.objects.live(), operator="or")
    return list(found[:20]), found.count()


def ask_ours(text: str) -> Any:
    return get_engine().search(SearchQuery(text=text, facets=()))


def main() -> int:
    Voorziening.search_fields = [
        *Voorziening.search_fields,
        index.SearchField("samenvatting"),
        index.SearchField("omschrijving"),
    ]
    call_command("wagtail_update_index", verbosity=0)
    fulltext = FullText.made() if connection.vendor == "postgresql" else None
    health = status()
    print(f"\nWagtail's eigen zoeken: {health.documents} voorzieningen, {connection.vendor}")
    print(HEADER)
    for words in (1, 3, 6):
        texts = questions(words, RUNS)
        print(
            row(f"Wagtail ({connection.vendor}), {words} woorden", measure(ask_wagtail, texts, 2))
        )
        if fulltext is not None:
            print(row(f"PostgreSQL full text, {words} woorden", measure(fulltext.ask, texts, 2)))
        print(row(f"{health.engine}, {words} woorden", measure(ask_ours, texts, 2)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
