"""The two databases that the site runs on; which one is chosen stays with the settings modules."""

from pathlib import Path
from typing import Any

from socialmap.settings import env

Database = dict[str, Any]


def sqlite(path: Path) -> Database:
    """One file, for development, the demo and a single gemeente.

    WAL lets readers go on beside a writer. Every transaction begins IMMEDIATE: a transaction that
    begins by reading and then writes cannot wait for another writer and fails at once with
    "database is locked" (measured: 55 of 80 concurrent writes). Requests that only read run in no
    transaction at all (see `socialmap.middleware.transaction`), so they never take the write lock.
    """
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": {
            "timeout": 20,  # Seconds that a writer waits for another one.
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
    }


def postgresql() -> Database:
    """PostgreSQL 15 or newer: what production runs on."""
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": env.text(
            "SOCIALMAP_DATABASE_NAME", "socialmap", help="Naam van de PostgreSQL-database."
        ),
        "USER": env.text(
            "SOCIALMAP_DATABASE_USER", "socialmap", help="Gebruiker van de PostgreSQL-database."
        ),
        "PASSWORD": env.text(
            "SOCIALMAP_DATABASE_PASSWORD",
            "",
            help="Wachtwoord van die gebruiker; leeg bij aanmelden met de naam van het systeem.",
            secret=True,
        ),
        "HOST": env.text(
            "SOCIALMAP_DATABASE_HOST",
            "",
            help="Computer van de database, of de map van de Unix-socket; leeg is de lokale.",
        ),
        "PORT": env.text("SOCIALMAP_DATABASE_PORT", "", help="Poort van de database."),
        "CONN_MAX_AGE": env.integer(
            "SOCIALMAP_DATABASE_CONN_MAX_AGE",
            60,
            help="Hoe lang een verbinding met de database open blijft, in seconden.",
        ),
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"connect_timeout": 5},
    }
