"""Fills the database with invented listings, to measure with."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from search.outbox.triggers import suspended
from socialmap.samples.loading import make_sample

SHOW_EVERY = 18_000


class Command(BaseCommand):
    help = "Maakt verzonnen voorzieningen, steeds dezelfde bij hetzelfde getal voor --seed."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--count", type=int, required=True, help="Hoeveel er moeten staan.")
        parser.add_argument("--seed", type=int, default=1)
        parser.add_argument(
            "--no-snapshots",
            action="store_true",
            help="Zonder gedateerde publicaties: sneller, en minder ruimte.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["count"] < 1:
            raise CommandError("--count is een getal van 1 of meer.")
        # The triggers would write a row per child row; the index is built anew afterwards anyway.
        with suspended():
            report = make_sample(
                options["count"],
                options["seed"],
                snapshots=not options["no_snapshots"],
                progress=self._show,
            )
        self.stdout.write(str(report))
        self.stdout.write("De zoekindex is verouderd. Bouw hem met: manage.py searchindex build")

    def _show(self, done: int) -> None:
        if done % SHOW_EVERY == 0:
            self.stdout.write(f"{done} gemaakt …")
            self.stdout.flush()
