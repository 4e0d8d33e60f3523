"""Search engines: one protocol (`base`), one setting that picks the class."""

from functools import cache

from django.conf import settings
from django.utils.module_loading import import_string

from search.engines.base import SearchEngine


@cache
def get_engine() -> SearchEngine:
    """Return this process's engine, the class that the setting SEARCH_ENGINE names."""
    engine: SearchEngine = import_string(settings.SEARCH_ENGINE).from_settings(settings)
    return engine
