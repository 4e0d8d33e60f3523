"""The demo as `make run` serves it, with a few addresses more; no collected static files."""

import os

from socialmap.settings.demo import *  # noqa: F403
from socialmap.settings.demo import STATIC_ROOT

os.makedirs(STATIC_ROOT, exist_ok=True)
ROOT_URLCONF = "tests.deploy.addresses"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
