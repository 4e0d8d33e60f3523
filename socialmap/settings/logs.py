"""Logging to standard error, free of what visitors search for."""

from typing import Any


def logging_config(level: str) -> dict[str, Any]:
    """Everything goes through one formatter that removes query strings and error values."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"private": {"()": "socialmap.logs.PrivateFormatter"}},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "private"}},
        "root": {"handlers": ["stderr"], "level": level},
        # Django brings handlers of its own for these two; its mail handler sends whole requests.
        "loggers": {
            "django": {"handlers": [], "level": level, "propagate": True},
            # One line for every revision and publication, with its title: an import makes hundreds.
            "wagtail": {"level": "WARNING"},
            "django_tasks": {"level": "WARNING"},  # Two lines for every task.
            "elastic_transport": {"level": "CRITICAL"},  # Addresses; search logs what is wrong.
            "django.server": {"handlers": [], "level": level, "propagate": True},
        },
    }
