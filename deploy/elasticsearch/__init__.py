"""A real Elasticsearch node of our own for development and tests, built from Maven artifacts."""

from deploy.elasticsearch.node import Node, temporary_node

__all__ = ["Node", "temporary_node"]
