"""Which rows of which model belong to whom."""

from typing import Any

from django.db.models import Model, Q
from wagtail.permissions import register_permission_policy

from cms.policies.media import MediaPolicy
from cms.policies.rows import RowPolicy, Scope, either
from cms.roles import Rollen
from search.models import Synoniem, Woordlijstwoord, Zoekvraag
from socialmap.models import (
    Aanbieder,
    Begrip,
    Bestand,
    Doelgroep,
    Foto,
    Gemeente,
    Leefgebied,
    Lidmaatschap,
    Locatie,
    Ondersteuningsmodel,
    Plaats,
    Redacteurschap,
    Stap,
    Taal,
    Voorziening,
)

MODERATION = ("lock", "unlock")


def voorziening(roles: Rollen, action: str) -> Q | None:
    """The aanbieder's own, or those that the redactie's gemeente keeps."""
    return _entry(roles, action, "beherende_gemeente_id")


def aanbieder(roles: Rollen, action: str) -> Q | None:
    """Those that the gemeente watches over; its own page for an aanbieder's beheerder."""
    redactie = ("gemeente_id", roles.redactie)
    if action == "publish":
        return either(redactie, ("pk", roles.direct & roles.beheerder))
    if action == "change":
        return either(redactie, ("pk", roles.beheerder))
    if action == "view":
        rows = either(redactie, ("pk", roles.aanbieders))
        return _join(rows, _public("gemeente_id", roles))
    return either(redactie)


def locatie(roles: Rollen, action: str) -> Q | None:
    """Belongs to the aanbieder, whose gemeente watches over it."""
    return _entry(roles, action, "aanbieder__gemeente_id")


def _entry(roles: Rollen, action: str, gemeente_column: str) -> Q | None:
    """What an aanbieder makes under the eyes of a redactie."""
    redactie = (gemeente_column, roles.redactie)
    if action in MODERATION:
        return either(redactie)
    if action == "publish":
        return either(redactie, ("aanbieder_id", roles.direct))
    if action == "delete":
        return _join(either(redactie), _never_public("aanbieder_id", roles))
    rows = either(redactie, ("aanbieder_id", roles.aanbieders))
    return _join(rows, _public(gemeente_column, roles)) if action == "view" else rows


def gemeente(roles: Rollen, action: str) -> Q | None:
    """A redactie keeps the desk and colour of its own gemeente, and makes none."""
    return either(("pk", roles.redactie)) if action in ("change", "view") else None


def ondersteuningsmodel(roles: Rollen, action: str) -> Q | None:
    return None if action == "delete" else either(("gemeente_id", roles.redactie))


def stap(roles: Rollen, action: str) -> Q | None:
    return either(("ondersteuningsmodel__gemeente_id", roles.redactie))


def zoekvraag(roles: Rollen, action: str) -> Q | None:
    """The site writes them; the hoofdredactie of the gemeente says what became of each."""
    return either(("gemeente_id", roles.hoofdredactie)) if action in ("change", "view") else None


def synoniem(roles: Rollen, action: str) -> Q | None:
    """A hoofdredactie has synonyms for its own gemeente; those for all are the platform's."""
    return either(("gemeente_id", roles.hoofdredactie))


def platform_only(roles: Rollen, action: str) -> Q | None:
    """Shared lists: the platform beheerder alone."""
    return None


def _public(lookup: str, roles: Rollen) -> Q | None:
    """A consulent reads what is public in the own gemeente."""
    rows = either((lookup, roles.consulent))
    return None if rows is None else rows & Q(live=True)


def _never_public(lookup: str, roles: Rollen) -> Q | None:
    """An aanbieder deletes drafts; what has been public is taken off the site instead."""
    rows = either((lookup, roles.aanbieders))
    return None if rows is None else rows & Q(live=False, first_published_at=None)


def _join(first: Q | None, second: Q | None) -> Q | None:
    if first is None or second is None:
        return second if first is None else first
    return first | second


SCOPES: list[tuple[type[Model], Scope, bool]] = [
    (Voorziening, voorziening, False),
    (Aanbieder, aanbieder, False),
    (Locatie, locatie, False),
    (Gemeente, gemeente, True),
    (Ondersteuningsmodel, ondersteuningsmodel, True),
    (Stap, stap, True),
    (Zoekvraag, zoekvraag, False),
    (Synoniem, synoniem, False),
    (Woordlijstwoord, platform_only, False),
    (Begrip, platform_only, True),
    (Plaats, platform_only, True),
    (Leefgebied, platform_only, True),
    (Doelgroep, platform_only, True),
    (Taal, platform_only, True),
    (Lidmaatschap, platform_only, False),
    (Redacteurschap, platform_only, False),
]


def register_policies() -> None:
    """Called from AppConfig.ready(), before anything asks for a policy."""
    media: list[Any] = [Foto, Bestand]
    for model, scope, public in SCOPES:
        register_permission_policy(model, RowPolicy(model, scope, public=public))
    for model in media:
        register_permission_policy(model, MediaPolicy(model), exact_class=True)
