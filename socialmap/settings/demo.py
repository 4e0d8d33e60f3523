"""`make run`: SQLite and the embedded engine, but with real error pages and compressed assets."""

from socialmap.settings import env
from socialmap.settings.base import *  # noqa: F403
from socialmap.settings.base import DATA_DIR
from socialmap.settings.secret_key import local_secret_key

DEBUG = False
DEMO = True
SECRET_KEY = local_secret_key(DATA_DIR / "secret_key")
PORT = env.integer("PORT", 8000, help="Poort waarop `make run` de site laat zien.")
WAGTAILADMIN_BASE_URL = PUBLIC_ORIGIN = f"http://localhost:{PORT}"
# Mails of the demo are files: they can be read, and none is ever sent.
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = DATA_DIR / "mail"
SITE_NOTICE = (
    "Dit is een demonstratie met oude gegevens uit beleidsstukken en met verzonnen voorbeelden. "
    "Het is geen gids van nu."
)
