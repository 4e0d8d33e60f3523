"""Settings of development, on PostgreSQL when the environment names one."""

from socialmap.settings import databases
from socialmap.settings.dev import *  # noqa: F403

DEBUG = False  # with it Django keeps every query in memory
_postgresql = databases.postgresql()
if _postgresql["HOST"]:
    DATABASES = {"default": _postgresql}
