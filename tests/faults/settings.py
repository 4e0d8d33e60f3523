"""The demo on PostgreSQL, on a machine with a name of its own, with an address that writes."""

import os
import socket

from socialmap.settings import databases, env
from socialmap.settings.demo import *  # noqa: F403
from socialmap.settings.demo import STATIC_ROOT

_name = env.text("SOCIALMAP_TEST_MACHINE", "", help="Tests: hoe deze machine heet.")
if _name:
    socket.gethostname = lambda: _name

os.makedirs(STATIC_ROOT, exist_ok=True)
DATABASES = {"default": databases.postgresql()}
ROOT_URLCONF = "tests.faults.addresses"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
