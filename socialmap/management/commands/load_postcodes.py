"""`manage.py load_postcodes FILE`: load an open postcode file."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext_lazy as _

from socialmap.geo.postcode_file import PostcodeFileError
from socialmap.geo.postcodes import load_postcodes
from socialmap.models import Postcode

MAX_BRON = Postcode._meta.get_field("bron").max_length or 60


class Command(BaseCommand):
    help = str(
        _(
            "Leest postcodes met hun punt uit een CSV-bestand (UTF-8) met de kolommen postcode, "
            "lat, lon en eventueel plaats. Laadt alles of niets."
        )
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("bestand", type=Path, help=str(_("het CSV-bestand")))
        parser.add_argument(
            "--bron", default="", help=str(_("naam van de bron; anders de naam van het bestand"))
        )
        parser.add_argument(
            "--dry-run", action="store_true", help=str(_("alleen controleren, niets bewaren"))
        )

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["bestand"]
        bron = options["bron"] or path.name
        if len(bron) > MAX_BRON:
            raise CommandError(
                _("De naam van de bron is langer dan %(lengte)d tekens.") % {"lengte": MAX_BRON}
            )
        try:
            report = load_postcodes(path, bron=bron, dry_run=options["dry_run"])
        except PostcodeFileError as error:
            raise CommandError(_("Er is niets geladen.\n%(fouten)s") % {"fouten": error}) from error
        except OSError as error:
            raise CommandError(
                _("Het bestand kan niet worden gelezen: %(fout)s") % {"fout": error.strerror}
            ) from error
        self.stdout.write(str(report))
