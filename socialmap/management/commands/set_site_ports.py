"""Write the port of this machine into the Site rows, or addresses of pages lack it."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db.models import Q
from wagtail.models import Site


def set_site_ports(port: int) -> int:
    """Give every site on localhost or a name below it `port`; return how many changed.

    Saved one by one: Wagtail forgets the addresses that it remembers when a site is saved.
    """
    local = Q(hostname="localhost") | Q(hostname__endswith=".localhost")
    sites = Site.objects.filter(local).exclude(port=port)
    for site in sites:
        site.port = port
        site.save()
    return len(sites)


class Command(BaseCommand):
    help = "Zet de poort in de sites op localhost: manage.py set_site_ports 8000"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("port", type=int)

    def handle(self, *args: Any, **options: Any) -> None:
        changed = set_site_ports(options["port"])
        self.stdout.write(f"{changed} sites op poort {options['port']}")
