"""The production settings, each time in a process of its own."""

import os
import secrets
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent.parent
SHOW = """
import django
django.setup()
from django.conf import settings
print(settings.DATABASES["default"]["ENGINE"], settings.SESSION_COOKIE_NAME, settings.DEBUG)
"""


def production(*arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("SOCIALMAP_", "DJANGO_"))}
    clean["DJANGO_SETTINGS_MODULE"] = "socialmap.settings.production"
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env={**clean, **env}, capture_output=True, text=True
    )


def test_production_does_not_start_without_a_secret_key() -> None:
    done = production("-c", "import socialmap.wsgi")

    assert done.returncode != 0
    assert "SECRET_KEY" in done.stderr


def test_production_runs_on_postgresql_with_cookies_bound_to_the_host(tmp_path: Path) -> None:
    key = secrets.token_urlsafe(50)

    done = production("-c", SHOW, SOCIALMAP_SECRET_KEY=key, SOCIALMAP_DATA_DIR=str(tmp_path))

    assert done.stdout.split() == ["django.db.backends.postgresql", "__Host-sessionid", "False"]


def test_the_deployment_check_of_django_finds_nothing(tmp_path: Path) -> None:
    done = production(
        "manage.py",
        "check",
        "--deploy",
        "--fail-level",
        "WARNING",
        SOCIALMAP_SECRET_KEY=secrets.token_urlsafe(50),
        SOCIALMAP_DATA_DIR=str(tmp_path),
    )

    assert done.returncode == 0, done.stderr
