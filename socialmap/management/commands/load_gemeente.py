"""Loads gemeenten with their model, aanbieders and voorzieningen from JSON files."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from socialmap.imports.loading import load_gemeenten
from socialmap.imports.problems import ImportRefused


class Command(BaseCommand):
    help = "Leest gemeenten met hun voorzieningen in. Alles of niets; twee keer inlezen mag."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument("--dry-run", action="store_true", help="Controleer; sla niets op.")
        parser.add_argument(
            "--without-confirmed",
            action="store_true",
            help="Geef geen voorziening de begrippen die ervoor bevestigd zijn.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            report = load_gemeenten(
                options["files"],
                dry_run=options["dry_run"],
                confirmed=not options["without_confirmed"],
            )
        except ImportRefused as error:
            raise CommandError(str(error)) from error
        self.stdout.write(str(report))
