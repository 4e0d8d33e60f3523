"""Indices on the node that tests share: names of their own, and gone afterwards."""

import uuid

from elasticsearch import Elasticsearch

from search.engines.elastic.address import Address


def unique_prefix() -> str:
    return f"test-{uuid.uuid4().hex[:12]}"


def forget(address: Address) -> None:
    with Elasticsearch(**address.client_options()) as client:
        # One by one: a cluster may refuse wildcards here, as ours does.
        for index in client.indices.get(index=f"{address.prefix}-*"):
            client.indices.delete(index=index)
