"""Synonyms to a CSV file and back."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from search.models import Synoniem
from search.synonyms.csv_file import CsvRefused, export_csv
from search.synonyms.importing import import_csv


class Command(BaseCommand):
    help = "Schrijft de synoniemen naar een CSV-bestand of leest ze eruit. Alles of niets."

    def add_arguments(self, parser: CommandParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True)
        export = actions.add_parser("export", help="Schrijf de synoniemen naar een bestand.")
        export.add_argument("file", type=Path)
        read = actions.add_parser("import", help="Lees synoniemen uit een bestand.")
        read.add_argument("file", type=Path)
        read.add_argument("--dry-run", action="store_true", help="Controleer; sla niets op.")

    def handle(self, *args: Any, action: str, **options: Any) -> None:
        file: Path = options["file"]
        try:
            if action == "export":
                rows = Synoniem.objects.shown().select_related("gemeente")
                file.write_bytes(export_csv(rows))
                self.stdout.write(f"{len(rows)} synoniemen geschreven.")
            else:
                report = import_csv(file.read_bytes(), dry_run=options["dry_run"])
                self.stdout.write(str(report))
        except CsvRefused as error:
            raise CommandError(f"Er is niets opgeslagen.\n{error}") from error
        except OSError as error:
            raise CommandError(f"Dit bestand kan niet: {error.strerror}.") from error
