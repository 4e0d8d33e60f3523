"""Count after the page was sent, so that no visitor waits for it or sees it fail."""

import logging
import re
from functools import partial
from typing import Final

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone

from search.filters import DEFAULT_RADIUS, ZoekFilterSet
from search.learning.counting import count
from search.learning.words import countable_words
from search.query import SearchPage
from socialmap.context import known_gemeente

logger = logging.getLogger(__name__)

# Looked at, never kept.
_ROBOT: Final = re.compile(
    r"bot|crawl|spider|slurp|scan|fetch|preview|monitor|headless|lighthouse|http", re.IGNORECASE
)


def count_afterwards(
    response: HttpResponseBase, request: HttpRequest, filters: ZoekFilterSet, found: SearchPage
) -> None:
    """Have the search counted when the response is closed, if it is one to learn from."""
    if _is_by_a_person(request) and _is_about_words(filters) and _found_little(found):
        work = partial(_count, filters, found)
        response._resource_closers.append(work)  # type: ignore[attr-defined]


def _count(filters: ZoekFilterSet, found: SearchPage) -> None:
    try:
        words = countable_words(filters.words, found)
        if words:
            count(words, _gemeente(filters), found.total, timezone.localdate())
    except DatabaseError as error:
        logger.warning("A search could not be counted: %s", type(error).__name__)


def _is_by_a_person(request: HttpRequest) -> bool:
    """A page that a browser shows; no part of one, nothing fetched ahead, no robot."""
    agent = request.headers.get("User-Agent", "")
    return (
        request.method == "GET"
        and agent.startswith("Mozilla/")
        and not _ROBOT.search(agent)
        and not {"X-Fragment", "Sec-Purpose", "Purpose", "X-Moz"} & set(request.headers)
    )


def _is_about_words(filters: ZoekFilterSet) -> bool:
    """The first page of a search whose words, and no filter, leave so little."""
    narrowed = set(filters.chosen) - {"gemeente"} or filters.age is not None
    nearby = filters.near is not None and (filters.radius_km or DEFAULT_RADIUS) < DEFAULT_RADIUS
    return bool(filters.words) and filters.page_number == 1 and not narrowed and not nearby


def _found_little(found: SearchPage) -> bool:
    return found.total <= settings.SEARCH_FEW_RESULTS and not found.degraded


def _gemeente(filters: ZoekFilterSet) -> int | None:
    """The gemeente whose pages these are, or the one that was chosen; else None, for all."""
    if filters.context_gemeente is not None:
        return filters.context_gemeente.pk
    slugs = filters.chosen.get("gemeente", frozenset())
    chosen = known_gemeente(next(iter(slugs))) if len(slugs) == 1 else None
    return chosen.pk if chosen else None
