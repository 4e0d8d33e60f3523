"""`make lint`: style, types, templates, migrations, settings and generated documentation."""

import os
import secrets
import subprocess
import sys
import tempfile

from deploy.packages import build_frontend, install_python
from deploy.steps import PYTHON, ROOT, StepFailed, only_one, say

BIN = PYTHON.parent
MANAGE = [str(PYTHON), "manage.py"]


def checks() -> list[tuple[str, list[str], dict[str, str]]]:
    """Title, command and extra environment of each check."""
    test = {"DJANGO_SETTINGS_MODULE": "socialmap.settings.test"}
    production = {
        "DJANGO_SETTINGS_MODULE": "socialmap.settings.production",
        "SOCIALMAP_SECRET_KEY": secrets.token_urlsafe(50),
    }
    templates = sorted(map(str, (ROOT / "templates").rglob("*.html")))
    return [
        ("ruff: fouten en stijl", [str(BIN / "ruff"), "check", "."], {}),
        ("ruff: opmaak", [str(BIN / "ruff"), "format", "--check", "."], {}),
        ("mypy: typen", [str(BIN / "mypy"), "socialmap", "search", "cms", "deploy"], {}),
        ("djhtml: sjablonen", [str(BIN / "djhtml"), "--check", "--tabwidth", "2", *templates], {}),
        ("migraties horen bij de modellen", [*MANAGE, "makemigrations", "--check"], test),
        (
            "instellingen voor productie",
            [*MANAGE, "check", "--deploy", "--fail-level", "WARNING"],
            production,
        ),
        ("docs/configuration.md", [*MANAGE, "write_configuration_docs", "--check"], test),
    ]


def main() -> int:
    with only_one():
        install_python("runtime", "Python-pakketten installeren")
        install_python("dev", "Pakketten voor de controles installeren")
        build_frontend()
    failed = []
    with tempfile.TemporaryDirectory(prefix="socialmap-lint-") as folder:
        for title, command, env in checks():
            say(title)
            data = {"SOCIALMAP_DATA_DIR": folder}
            if subprocess.run(command, cwd=ROOT, env={**os.environ, **data, **env}).returncode:
                failed.append(title)
    for title in failed:
        say(f"MISLUKT: {title}")
    return int(bool(failed))


if __name__ == "__main__":
    try:
        sys.exit(main())
    except StepFailed as failure:
        sys.stderr.write(f"{failure}\n")
        sys.exit(1)
