"""Sets up a real gemeente without any data."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from socialmap.imports.starting import StartRefused, start_gemeente
from socialmap.models import Ondersteuningsmodel


class Command(BaseCommand):
    help = "Zet een gemeente klaar, zonder gegevens: manage.py start_gemeente GM0014 Groningen"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("code", help="CBS-code, zoals GM0014.")
        parser.add_argument("naam")
        parser.add_argument("--slug", default="", help="Adres in de browser; anders de naam.")
        parser.add_argument("--kleur", default="", help="Zoals #0b5563.")
        parser.add_argument(
            "--model",
            default=Ondersteuningsmodel.Vorm.ROTONDE.value,
            choices=Ondersteuningsmodel.Vorm.values,
            help="Het ondersteuningsmodel om mee te beginnen; de redactie past het aan.",
        )
        parser.add_argument("--host", default="", help="Eigen webadres, zoals kaart.example.nl.")

    def handle(self, *args: Any, **options: Any) -> None:
        names = ("slug", "kleur", "model", "host")
        try:
            report = start_gemeente(
                options["code"], options["naam"], **{name: options[name] for name in names}
            )
        except StartRefused as error:
            raise CommandError(str(error)) from error
        self.stdout.write(str(report))
