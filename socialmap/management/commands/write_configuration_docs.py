"""Make docs/configuration.md from the registry of environment variables."""

import importlib
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from socialmap.settings import env

DOCUMENT = Path("docs") / "configuration.md"
# Importing a settings module fills the registry; most of them read variables of their own.
MODULES = ("base", "demo", "production", "test")
INTRODUCTION = """\
# Instellingen

De site leest deze omgevingsvariabelen. Een demo heeft er geen nodig; in productie is alleen
`SOCIALMAP_SECRET_KEY` verplicht, en de database. Deze pagina is gemaakt met
`manage.py write_configuration_docs`: verander hem niet met de hand.

| Naam | Soort | Als u niets opgeeft | Uitleg |
| --- | --- | --- | --- |
"""


def configuration_page() -> str:
    """The page in Markdown, one row a variable, in order of name."""
    for module in MODULES:
        importlib.import_module(f"socialmap.settings.{module}")
    rows = [_row(variable) for _, variable in sorted(env.REGISTRY.items())]
    return INTRODUCTION + "\n".join(rows) + "\n"


def _row(variable: env.Variable) -> str:
    help = variable.help + (" Geheim." if variable.secret else "")
    cells = [f"`{variable.name}`", variable.kind, _default(variable), help]
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _default(variable: env.Variable) -> str:
    if variable.shown:
        return variable.shown
    match variable.default:
        case bool():
            return "`true`" if variable.default else "`false`"
        case list():
            return f"`{','.join(variable.default)}`" if variable.default else "niets"
        case "":
            return "niets"
        case default:
            return f"`{default}`"


class Command(BaseCommand):
    help = "Maakt docs/configuration.md; met --check wordt alleen gekeken of die klopt."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="Schrijf niets, meld verschil.")

    def handle(self, *args: Any, **options: Any) -> None:
        path = settings.BASE_DIR / DOCUMENT
        page = configuration_page()
        if not options["check"]:
            path.parent.mkdir(exist_ok=True)
            path.write_text(page, encoding="utf-8")
            self.stdout.write(f"{DOCUMENT} geschreven")
        elif not path.exists() or path.read_text(encoding="utf-8") != page:
            raise CommandError(f"{DOCUMENT} is oud. Draai: manage.py write_configuration_docs")
