"""Settings that every environment shares. Environment variables are read here and nowhere else."""

from pathlib import Path
from typing import Any

from socialmap.settings import databases, env
from socialmap.settings.csp import admin_policy, public_policy, tile_hosts
from socialmap.settings.logs import logging_config

BASE_DIR = Path(__file__).resolve().parent.parent.parent
DATA_DIR = Path(
    env.text(
        "SOCIALMAP_DATA_DIR",
        str(BASE_DIR / "var"),
        help="Map voor de database (SQLite), de zoekindex en de bestanden die mensen uploaden.",
        shown="var/ naast manage.py",
    )
)

INSTALLED_APPS = [
    "cms",
    "search",
    "socialmap",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.users",
    "wagtail.sites",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_tasks",
    "django_tasks_db",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
    "django.forms",
]

# From the outside in. What stands above TransactionMiddleware runs outside the transaction.
MIDDLEWARE = [
    "socialmap.middleware.head.HeadMiddleware",
    "socialmap.middleware.headers.HeadersMiddleware",
    "socialmap.middleware.content_security.ContentSecurityMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "socialmap.middleware.request_line.RequestLineMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "socialmap.middleware.hosts.HostMiddleware",
    "search.middleware.DrainMiddleware",
    "socialmap.middleware.transaction.TransactionMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "socialmap.middleware.language.LanguageMiddleware",
    "socialmap.middleware.gemeente.GemeenteMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "cms.middleware.AllowlistMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "socialmap.urls"
WSGI_APPLICATION = "socialmap.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "socialmap.context_processors.site",
            ],
        },
    },
]

DATABASES: dict[str, dict[str, Any]] = {"default": databases.sqlite(DATA_DIR / "socialmap.sqlite3")}
# Files, because the processes of one machine share them and reading them locks no database.
# Counters never go here: this cache drops what it likes (DESIGN: "not in a cache that culls").
CACHES: dict[str, dict[str, Any]] = {
    "default": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": DATA_DIR / "cache",
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    },
    "aanmelden": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache_aanmelden",
        "OPTIONS": {"MAX_ENTRIES": 1_000_000},
    },
}
TASKS: dict[str, dict[str, Any]] = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "socialmap.Gebruiker"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "socialmap" / "locale"]
TIME_ZONE = "Europe/Amsterdam"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "frontend" / "dist"]
STORAGES: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA_DIR / "media"

WAGTAIL_SITE_NAME = "Sociale kaart"
WAGTAILADMIN_BASE_URL = env.text(
    "SOCIALMAP_BEHEER_URL",
    "http://localhost:8000",
    help="Adres van de computer waarop /beheer/ draait, zonder pad; staat in e-mails.",
)
WAGTAILIMAGES_IMAGE_MODEL = "socialmap.Foto"
WAGTAILDOCS_DOCUMENT_MODEL = "socialmap.Bestand"
WAGTAILADMIN_USER_LOGIN_FORM = "cms.forms.login.LoginForm"
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAILADMIN_RICH_TEXT_EDITORS = {"default": {"WIDGET": "cms.rich_text.RichTextArea"}}
WAGTAIL_I18N_ENABLED = False
WAGTAILADMIN_PERMITTED_LANGUAGES = [("nl", "Nederlands")]
WAGTAIL_AUTOSAVE_INTERVAL = 0
WAGTAILSEARCH_BACKENDS = {
    "default": {"BACKEND": "wagtail.search.backends.database", "SEARCH_CONFIG": "dutch"}
}

SEARCH_ENGINE = env.text(
    "SOCIALMAP_SEARCH_ENGINE",
    "embedded",
    help="De zoekmachine: embedded, elasticsearch, reference of een Python-pad naar een klasse.",
)
ELASTICSEARCH_URLS = env.words(
    "SOCIALMAP_ELASTICSEARCH_URL",
    [],
    help="Adres van Elasticsearch 8 of 9, of van enkele nodes ervan: https://naam:9200.",
)
ELASTICSEARCH_API_KEY = env.text(
    "SOCIALMAP_ELASTICSEARCH_API_KEY",
    "",
    help="Sleutel met alle rechten op onze indices; anders een gebruiker met wachtwoord.",
    secret=True,
)
ELASTICSEARCH_USER = env.text(
    "SOCIALMAP_ELASTICSEARCH_USER", "", help="Gebruiker van Elasticsearch, zonder sleutel."
)
ELASTICSEARCH_PASSWORD = env.text(
    "SOCIALMAP_ELASTICSEARCH_PASSWORD", "", help="Wachtwoord van die gebruiker.", secret=True
)
ELASTICSEARCH_CA_FILE = env.text(
    "SOCIALMAP_ELASTICSEARCH_CA_FILE",
    "",
    help="Bestand met het certificaat van wie dat van Elasticsearch uitgaf; leeg: de bekende.",
)
ELASTICSEARCH_INDEX = env.text(
    "SOCIALMAP_ELASTICSEARCH_INDEX",
    "socialekaart",
    help="Begin van de namen van onze indices; voor elke database een ander.",
)
ELASTICSEARCH_TIMEOUT_SECONDS = env.number(
    "SOCIALMAP_ELASTICSEARCH_TIMEOUT_SECONDS",
    2.0,
    help="Hoe lang een bezoeker hooguit op Elasticsearch wacht, in seconden.",
)
SEARCH_INDEX_DIR = DATA_DIR / "index"
# None (tests): never look, what ships with the code counts; 0: look at every question.
SEARCH_LISTS_SECONDS: float | None = env.number(
    "SOCIALMAP_SEARCH_LISTS_SECONDS",
    2.0,
    help="Hoe vaak elk proces kijkt of begrippen, synoniemen of woordenlijst veranderd zijn, "
    "in seconden.",
)
SEARCH_SELF_REPAIR = env.flag(
    "SOCIALMAP_SEARCH_SELF_REPAIR",
    True,
    help="Bouwt een verloren zoekindex vanzelf opnieuw op, ook zonder volgproces.",
)
SEARCH_FEW_RESULTS = env.integer(
    "SOCIALMAP_SEARCH_FEW_RESULTS",
    2,
    help="Een zoekvraag met hooguit zoveel resultaten telt mee in de lijst voor de redactie.",
)
SEARCH_COUNTS_DAYS = env.integer(
    "SOCIALMAP_SEARCH_COUNTS_DAYS",
    365,
    help="Hoeveel dagen een zoekvraag in die lijst blijft als niemand hem meer stelt.",
)

PUBLIC_ORIGIN = env.text(
    "SOCIALMAP_PUBLIC_URL",
    "http://localhost:8000",
    help="Adres van de neutrale site zonder pad, voor gemeenten zonder eigen webadres.",
)
SITE_NOTICE = env.text(
    "SOCIALMAP_SITE_NOTICE",
    "",
    help="Melding boven elke pagina die niet van één gemeente is.",
)
MAP_TILES_URL = env.text(
    "SOCIALMAP_MAP_TILES_URL",
    "https://service.pdok.nl/brt/achtergrondkaart/wmts/v2_0/standaard/EPSG:3857/{z}/{x}/{y}.png",
    help="Adres van de kaarttegels; leeg betekent een kaart zonder achtergrond.",
)
MAP_TILES_ATTRIBUTION = env.text(
    "SOCIALMAP_MAP_TILES_ATTRIBUTION",
    "Kaartgegevens © Kadaster",
    help="Bronvermelding op de kaart.",
)

GEOCODER = env.text(
    "SOCIALMAP_GEOCODER",
    "offline",
    help="Wie adressen opzoekt: offline (alleen eigen plaatsen en postcodes) of pdok. "
    "Met pdok gaat wat iemand als plaats intypt naar PDOK als wij het zelf niet kennen.",
)
GEOCODER_TIMEOUT_SECONDS = env.number(
    "SOCIALMAP_GEOCODER_TIMEOUT_SECONDS",
    2.0,
    help="Hoe lang een bezoeker hooguit op PDOK wacht, in seconden.",
)
GEOCODER_CACHE_DAYS = env.integer(
    "SOCIALMAP_GEOCODER_CACHE_DAYS", 30, help="Hoeveel dagen een antwoord van PDOK geldt."
)
GEOCODER_CACHE_UNKNOWN_HOURS = env.integer(
    "SOCIALMAP_GEOCODER_CACHE_UNKNOWN_HOURS",
    24,
    help="Hoeveel uur het geldt dat PDOK een plaats niet kent.",
)
GEOCODER_PDOK_DOMAIN = env.text(
    "SOCIALMAP_GEOCODER_PDOK_DOMAIN",
    "api.pdok.nl/bzk/locatieserver/search/v3_1",
    help="Adres van de Locatieserver van PDOK, zonder https://.",
)
GEOCODER_USER_AGENT = env.text(
    "SOCIALMAP_GEOCODER_USER_AGENT", "sociale-kaart", help="Naam waarmee wij ons bij PDOK melden."
)

# Which hosts the site answers is checked by HostMiddleware, against the Site rows and this list.
ALLOWED_HOSTS = ["*"]
SOCIALMAP_HOSTS = env.words(
    "SOCIALMAP_HOSTS",
    ["localhost", "127.0.0.1", "[::1]"],
    help="Namen van computers die altijd antwoord krijgen, naast de sites in het beheer.",
)
SOCIALMAP_REQUEST_LINE_BYTES = 50_000  # 4,000 characters of 3 bytes, percent-encoded, and filters.
SOCIALMAP_BEHEER_PATHS = ("/beheer/", "/account/")

CONTENT_SECURITY_POLICY = public_policy(tile_hosts(MAP_TILES_URL))
SOCIALMAP_BEHEER_SECURITY_POLICY = admin_policy(tile_hosts(MAP_TILES_URL))
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"

EMAIL_SUBJECT_PREFIX = ""
DEFAULT_FROM_EMAIL = env.text(
    "SOCIALMAP_EMAIL_FROM",
    "Sociale kaart <noreply@socialekaart.example>",
    help="Afzender van e-mails.",
)
LOGGING = logging_config(
    env.text("SOCIALMAP_LOG_LEVEL", "INFO", help="Hoeveel er in het logboek komt.")
)

# Only where this is true may log-ins with a known password be made.
DEMO = False
