"""The log-ins of the demo: one of each role, on addresses that cannot exist."""

from dataclasses import dataclass
from typing import Final

from django.conf import settings

from cms.roles import ensure_groups, sync_groups
from socialmap.models import Aanbieder, Gebruiker, Gemeente, Lidmaatschap, Redacteurschap

PASSWORD: Final = "sociale-kaart-demo"  # noqa: S105 - shown on screen, only where settings.DEMO
GEMEENTE: Final = "haren"
AANBIEDER: Final = "buurthuis-de-wilgentuin"


class NotADemo(Exception):
    """A log-in with a known password is only for the demo."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Login:
    email: str
    naam: str
    rol: str


LOGINS: Final = (
    Login(email="beheer@voorbeeld.example", naam="Beheer", rol="beheerder van het platform"),
    Login(email="redactie.haren@voorbeeld.example", naam="Redactie", rol="redacteur van Haren"),
    Login(email="aanbieder@voorbeeld.example", naam="Aanbieder", rol="Buurthuis De Wilgentuin"),
)


def create_demo_logins() -> str:
    """Make the log-ins that are missing and return how to use them; existing ones stay as they are.

    Raises:
        NotADemo: these settings are not those of a demo.
    """
    if not settings.DEMO:
        raise NotADemo("Deze logins hebben een bekend wachtwoord en zijn er alleen voor de demo.")
    ensure_groups()
    beheer, redactie, aanbieder = (_user(login) for login in LOGINS)
    if not beheer.is_superuser:
        beheer.is_superuser = beheer.is_staff = True
        beheer.save(update_fields=["is_superuser", "is_staff"])
    for gemeente in Gemeente.objects.filter(slug=GEMEENTE):
        Redacteurschap.objects.get_or_create(
            user=redactie,
            gemeente=gemeente,
            defaults={"rol": Redacteurschap.Rol.HOOFDREDACTEUR},
        )
    for row in Aanbieder.objects.filter(slug=AANBIEDER, is_voorbeeld=True):
        Lidmaatschap.objects.get_or_create(
            user=aanbieder, aanbieder=row, defaults={"rol": Lidmaatschap.Rol.BEHEERDER}
        )
    for user in (redactie, aanbieder):
        sync_groups(user)
    lines = [f"{login.email:<34} {login.rol}" for login in LOGINS]
    return "\n".join(["Inloggen op /beheer/:", *lines, f"Wachtwoord voor alle drie: {PASSWORD}"])


def _user(login: Login) -> Gebruiker:
    user = Gebruiker.objects.filter(email=login.email).first()
    if user is None:
        user = Gebruiker.objects.create_user(login.email, PASSWORD, first_name=login.naam)
    return user
