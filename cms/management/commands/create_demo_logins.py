"""Makes the log-ins of the demo and shows them."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from cms.demo import NotADemo, create_demo_logins


class Command(BaseCommand):
    help = "Maakt de logins van de demo en laat ze zien."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            self.stdout.write(create_demo_logins())
        except NotADemo as error:
            raise CommandError(str(error)) from error
