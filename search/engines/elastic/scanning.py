"""Every hit of a question, page by page, in one state of the index: a point in time."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from search.engines.elastic.connection import WRITE_SECONDS, Connection
from search.engines.elastic.mapping import FINGERPRINT, ID

_PAGE: Final = 10_000
_KEEP_ALIVE: Final = "1m"

FINGERPRINTS: Final[dict[str, Any]] = {
    "query": {"match_all": {}},
    "stored_fields": "_none_",
    "docvalue_fields": [ID, FINGERPRINT],
}


def scan(
    connection: Connection, alias: str, body: dict[str, Any], limit: int | None = None
) -> Iterator[Mapping[str, Any]]:
    """Yield at most `limit` hits of `body`, all without one; in no order unless `body` has one."""
    with connection.reading(WRITE_SECONDS) as client:
        opened = client.open_point_in_time(index=alias, keep_alive=_KEEP_ALIVE)
        pit, after, left = opened["id"], None, limit
        asked = {"sort": ["_shard_doc"], **body, "track_total_hits": False}
        asked.pop("size", None)  # each page has its own
        try:
            while left is None or left > 0:
                size = _PAGE if left is None else min(_PAGE, left)
                answer = client.search(
                    pit={"id": pit, "keep_alive": _KEEP_ALIVE},
                    size=size,
                    search_after=after,
                    **asked,
                )
                hits = answer["hits"]["hits"]
                yield from hits
                if len(hits) < size:
                    return
                pit, after = answer["pit_id"], hits[-1]["sort"]
                left = None if left is None else left - len(hits)
        finally:
            client.close_point_in_time(id=pit)
