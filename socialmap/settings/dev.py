"""Development: SQLite, the embedded engine, no server and no settings needed."""

from socialmap.settings.base import *  # noqa: F403
from socialmap.settings.base import DATA_DIR

DATA_DIR.mkdir(parents=True, exist_ok=True)
DEBUG = True
DEMO = True
SECRET_KEY = "development-only"  # noqa: S105
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
SITE_NOTICE = (
    "Dit is een demonstratie met oude gegevens uit beleidsstukken en met verzonnen voorbeelden. "
    "Het is geen gids van nu."
)
