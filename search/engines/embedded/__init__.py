"""The engine that needs no server: a tantivy index in a directory."""

from search.engines.embedded.engine import EmbeddedEngine

__all__ = ["EmbeddedEngine"]
