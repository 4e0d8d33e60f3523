"""Writing: many documents at a time, each with a version, so that no older state replaces a newer.

The version is that of the database state which a document was read from, see search/outbox.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Final

from elasticsearch import Elasticsearch
from elasticsearch.helpers import streaming_bulk

from search.documents import Document
from search.engines.base import EngineUnavailable, Refused
from search.engines.elastic.mapping import to_source

_CHUNK: Final = 1_000
_CHUNK_BYTES: Final = 10_000_000
_RETRIES: Final = 5  # of what the server had no room for, with growing pauses
_CONFLICT: Final = 409
_HELD: Final = re.compile(r"current version \[(\d+)\]")


def write(
    client: Elasticsearch,
    alias: str,
    documents: Iterable[Document],
    gone: Iterable[str],
    version: int,
    day: date,
) -> tuple[int, Refused]:
    """Write through `alias`, never making an index; return how many, and what was newer already.

    Args:
        day: where the orders of the day begin in this index, see turns.py.

    Raises:
        EngineUnavailable: the index refuses a document: it is of other code.
    """
    count, newer, highest = 0, [], 0
    answers = streaming_bulk(
        client,
        _actions(documents, gone, version, day),
        index=alias,
        require_alias=True,
        chunk_size=_CHUNK,
        max_chunk_bytes=_CHUNK_BYTES,
        max_retries=_RETRIES,
        initial_backoff=0.5,
        raise_on_error=False,
    )
    for good, answer in answers:
        action, item = next(iter(answer.items()))
        if good or (action == "delete" and item["status"] == 404):
            count += action == "index"
        elif item["status"] == _CONFLICT:
            newer.append(item["_id"])
            held = _HELD.search(str(item["error"]))
            highest = max(highest, int(held.group(1)) if held else 0)
        else:
            raise EngineUnavailable(f"the index refuses a document ({item['status']})")
    return count, Refused(ids=frozenset(newer), version=highest)


def _actions(
    documents: Iterable[Document], gone: Iterable[str], version: int, day: date
) -> Iterator[dict[str, Any]]:
    versioned = {"_version": version, "_version_type": "external_gte"}
    for id in gone:
        yield {"_op_type": "delete", "_id": id, **versioned}
    for document in documents:
        source = to_source(document, day)
        yield {"_op_type": "index", "_id": document.id, **versioned, "_source": source}
