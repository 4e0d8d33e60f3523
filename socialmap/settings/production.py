"""Production: PostgreSQL, https behind a proxy, every secret from the environment."""

from socialmap.settings import databases, env
from socialmap.settings.base import *  # noqa: F403
from socialmap.settings.base import CACHES

DEBUG = False
# Django refuses to start without one.
SECRET_KEY = env.text(
    "SOCIALMAP_SECRET_KEY",
    "",
    help="Geheime sleutel van minstens 50 tekens; verplicht in productie.",
    secret=True,
)
SECRET_KEY_FALLBACKS = env.words(
    "SOCIALMAP_SECRET_KEY_FALLBACKS",
    [],
    help="Vorige geheime sleutels, zodat wie ingelogd is dat na een wissel blijft.",
    secret=True,
)
DATABASES = {"default": databases.postgresql()}
# One cache for all processes and machines; `manage.py createcachetable` makes the tables.
CACHES = {
    **CACHES,
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache_gedeeld",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    },
}

# The proxy must set this header itself and drop what a visitor sends: deploy/README.md.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = env.flag(
    "SOCIALMAP_SSL_REDIRECT", True, help="Stuur http door naar https, op dezelfde naam."
)
SECURE_REDIRECT_EXEMPT = [r"^gezond$"]  # Health probes inside the network speak http.
SECURE_HSTS_SECONDS = env.integer(
    "SOCIALMAP_HSTS_SECONDS", 31_536_000, help="Hoe lang een browser alleen https gebruikt."
)
SECURE_HSTS_INCLUDE_SUBDOMAINS = env.flag(
    "SOCIALMAP_HSTS_SUBDOMAINS", True, help="Geldt dat ook voor namen daaronder."
)
# Preloading is for the whole domain and hard to undo: a choice of the gemeente, not of this site.
SILENCED_SYSTEM_CHECKS = ["security.W021"]
# The prefix makes browsers refuse these cookies from another host or over http.
SESSION_COOKIE_NAME = "__Host-sessionid"
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_NAME = "__Host-csrftoken"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_HTTPONLY = True
# No CSRF_TRUSTED_ORIGINS: every form is posted to the host that showed it, and the Origin check
# accepts a request's own host. HostMiddleware has compared that host with the Site rows.
EMAIL_HOST = env.text("SOCIALMAP_EMAIL_HOST", "localhost", help="Computer die e-mail verstuurt.")
EMAIL_PORT = env.integer("SOCIALMAP_EMAIL_PORT", 25, help="Poort van die computer.")
EMAIL_HOST_USER = env.text("SOCIALMAP_EMAIL_USER", "", help="Gebruiker voor het versturen.")
EMAIL_HOST_PASSWORD = env.text(
    "SOCIALMAP_EMAIL_PASSWORD", "", help="Wachtwoord voor het versturen.", secret=True
)
EMAIL_USE_TLS = env.flag("SOCIALMAP_EMAIL_TLS", False, help="Versleutel met STARTTLS.")
EMAIL_TIMEOUT = 10
