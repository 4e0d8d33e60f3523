"""The engine that several machines share: an index on an Elasticsearch server."""

from search.engines.elastic.engine import ElasticsearchEngine

__all__ = ["ElasticsearchEngine"]
