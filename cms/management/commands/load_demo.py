"""Loads everything that `make run` shows: begrippen, four gemeenten, examples and log-ins."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from cms.demo import NotADemo, create_demo_logins
from cms.demo_pages import create_demo_pages
from search.begrippen.loading import BegrippenRefused, load_begrippen
from search.synonyms.csv_file import CsvRefused
from search.synonyms.loading import load_synoniemen
from socialmap.geo.loading import load_plaatsen
from socialmap.imports.loading import demo_files, load_gemeenten, load_voorbeelden
from socialmap.imports.problems import ImportRefused


class Command(BaseCommand):
    help = "Laadt de demo: begrippen, vier gemeenten, voorbeelden en logins. Twee keer mag."

    def handle(self, *args: Any, **options: Any) -> None:
        steps = (
            ("Begrippen", load_begrippen),
            ("Synoniemen", load_synoniemen),
            ("Vier gemeenten", lambda: load_gemeenten(demo_files("gemeenten"))),
            ("Plaatsen van Nederland", load_plaatsen),
            ("Verzonnen aanbieders", lambda: load_voorbeelden(demo_files("voorbeelden"))),
            ("Artikelen", create_demo_pages),
            ("Logins", create_demo_logins),
        )
        for title, step in steps:
            self.stdout.write(f"{title} …")
            try:
                self.stdout.write(str(step()))
            except (BegrippenRefused, CsvRefused, ImportRefused, NotADemo) as error:
                raise CommandError(str(error)) from error
