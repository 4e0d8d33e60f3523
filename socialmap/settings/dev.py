"""Development and the demo: SQLite, the embedded engine, no server and no settings needed."""

from socialmap.settings.base import *  # noqa: F403

DEBUG = True
SECRET_KEY = "development-only"  # noqa: S105
ALLOWED_HOSTS = ["*"]
