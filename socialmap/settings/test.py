"""The test suite: everything in a temporary folder of its own, nothing shared between processes."""

import atexit
import os
import shutil
import tempfile

_folder = tempfile.mkdtemp(prefix="socialmap-test-")
atexit.register(shutil.rmtree, _folder, ignore_errors=True)
os.environ["SOCIALMAP_DATA_DIR"] = _folder
os.mkdir(os.path.join(_folder, "static"))  # WhiteNoise warns when it is missing.

from socialmap.settings import databases, env  # noqa: E402
from socialmap.settings.base import *  # noqa: E402, F403

DEMO = True
SECRET_KEY = "test-only"  # noqa: S105
SOCIALMAP_HOSTS = ["testserver", "localhost", "127.0.0.1"]
if env.text("SOCIALMAP_TEST_DATABASE", "sqlite", help="Tests: sqlite of postgres.") == "postgres":
    DATABASES = {"default": databases.postgresql() | {"CONN_MAX_AGE": 0}}
CACHES = {
    alias: {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": alias}
    for alias in ("default", "aanmelden")
}
# Hashed names need collectstatic; one test of its own covers them.
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
# The repair of a lost index runs in a thread, which sees no data of a test.
SEARCH_SELF_REPAIR = False
# Tests that change a list set another value; the others know what ships, and count no query more.
SEARCH_LISTS_SECONDS = None
