"""Ask the engine; when it is away, answer from the database and let the index be built again."""

import logging
from collections.abc import Iterable
from dataclasses import replace

from search.degraded import search_database
from search.engines import get_engine
from search.engines.base import EngineUnavailable
from search.query import Scope, SearchPage, SearchQuery
from search.repair import repair_in_background
from search.suggestions import Option, suggest

logger = logging.getLogger(__name__)


def find(query: SearchQuery) -> SearchPage:
    """Answer `query`; a page past the last one becomes the last one, see `last_page`."""
    try:
        page = get_engine().search(query)
        last = last_page(page.total, query.size)
        if query.page > last:
            page = get_engine().search(replace(query, page=last))
        return page
    except EngineUnavailable:
        logger.warning("The index does not answer; the database answers instead")
        repair_in_background()
        return search_database(query)


def find_points(query: SearchQuery, limit: int) -> list[tuple[str, float, float]]:
    """(id, lat, lon) of the public locations of every result; nothing while the index is away."""
    try:
        points: Iterable[tuple[str, float, float]] = get_engine().points(query, limit)
        return list(points)
    except EngineUnavailable:
        logger.warning("The index does not answer; the map stays empty")
        repair_in_background()
        return []


def find_suggestions(text: str, scope: Scope) -> list[Option]:
    """What `text` may be the beginning of; nothing while the index is away."""
    try:
        return suggest(text, scope)
    except EngineUnavailable:
        logger.warning("The index does not answer; nothing is suggested")
        repair_in_background()
        return []


def find_counts(facet: str, slugs: Iterable[str], scope: Scope) -> dict[str, int]:
    """How many entries in sight have each value; empty while the index is away."""
    try:
        return get_engine().facet_counts(facet, slugs, scope)
    except EngineUnavailable:
        logger.warning("The index does not answer; nothing is counted")
        repair_in_background()
        return {}


def last_page(total: int, size: int) -> int:
    """The number of the last page with results; 1 when there are none."""
    return max(1, -(-total // size)) if size else 1
