"""Loads the synonyms that ship with the code into the database."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from search.synonyms.csv_file import CsvRefused
from search.synonyms.loading import load_synoniemen


class Command(BaseCommand):
    help = "Leest de meegeleverde synoniemen in. Wat de redactie veranderde, blijft. Twee keer mag."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="Controleer; sla niets op.")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            report = load_synoniemen(dry_run=options["dry_run"])
        except CsvRefused as error:
            raise CommandError(str(error)) from error
        self.stdout.write(str(report))
