"""Who is what. Scope comes from Lidmaatschap and Redacteurschap rows, never from Django groups.

The groups only carry model permissions ("may somebody like this ever change a voorziening?");
which rows that is about, a policy reads from the rows. See `cms/policies`.
"""

from dataclasses import dataclass
from typing import Any, Final

from django.apps import apps
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission
from django.db.models import Q, Value
from wagtail.models import Collection, GroupCollectionPermission
from wagtail.snippets.models import create_extra_permissions

from socialmap.models import Lidmaatschap, Redacteurschap

AANBIEDERS: Final = "Aanbieders"
REDACTIE: Final = "Redactie"
CONSULENTEN: Final = "Consulenten"

EIGEN: Final = ("add", "change", "delete", "view", "publish")
ALLES: Final = (*EIGEN, "lock", "unlock")

# group → model → actions; a model of another app than socialmap has its app in front. Platform
# beheerders are superusers and need no group. What search learns and its synonyms are for the
# hoofdredactie alone; `cms/policies/table.py` narrows that down to the rows of their gemeente.
PERMISSIONS: Final[dict[str, dict[str, tuple[str, ...]]]] = {
    AANBIEDERS: {
        "voorziening": EIGEN,
        "locatie": EIGEN,
        "aanbieder": ("change", "view", "publish"),
    },
    REDACTIE: {
        "voorziening": ALLES,
        "locatie": ALLES,
        "aanbieder": ALLES,
        "gemeente": ("change", "view"),
        "ondersteuningsmodel": ("add", "change", "view"),
        "stap": ("add", "change", "delete", "view"),
        "search.zoekvraag": ("change", "view"),
        "search.synoniem": ("add", "change", "delete", "view"),
    },
    CONSULENTEN: {"voorziening": ("view",), "aanbieder": ("view",), "locatie": ("view",)},
}
# Pictures and documents: wagtail asks these on a collection; the row decides after that.
MEDIA: Final = {"image": ("add", "change", "choose"), "document": ("add", "change", "choose")}
MEDIA_GROUPS: Final = (AANBIEDERS, REDACTIE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rollen:
    """What one person is, as sets of primary keys."""

    platform: bool = False
    redactie: frozenset[int] = frozenset()  # gemeenten, as redacteur or hoofdredacteur
    hoofdredactie: frozenset[int] = frozenset()
    consulent: frozenset[int] = frozenset()
    aanbieders: frozenset[int] = frozenset()
    beheerder: frozenset[int] = frozenset()  # aanbieders whose own page this person keeps
    direct: frozenset[int] = frozenset()  # aanbieders that publish without waiting

    @property
    def is_redactie(self) -> bool:
        return self.platform or bool(self.redactie)

    @property
    def groups(self) -> set[str]:
        """The names of the groups whose model permissions this person needs."""
        named = {
            REDACTIE: bool(self.redactie),
            CONSULENTEN: bool(self.consulent),
            AANBIEDERS: bool(self.aanbieders),
        }
        return {name for name, needed in named.items() if needed}


def roles_of(user: Any) -> Rollen:
    """Return what `user` is; read once per user object, that is once per request."""
    cached: Rollen | None = getattr(user, "_cms_rollen", None)
    if cached is None:
        cached = _read_roles(user)
        user._cms_rollen = cached
    return cached


def _read_roles(user: Any) -> Rollen:
    if not user.is_authenticated or not user.is_active:
        return Rollen()
    rol = Redacteurschap.Rol
    gemeenten: dict[str, set[int]] = {value: set() for value in rol.values}
    leden: list[tuple[int, str, bool]] = []
    for at_gemeente, key, name, direct in _rows(user):
        if at_gemeente:
            gemeenten[name].add(key)
        else:
            leden.append((key, name, bool(direct)))
    return Rollen(
        platform=user.is_superuser,
        redactie=frozenset(gemeenten[rol.REDACTEUR] | gemeenten[rol.HOOFDREDACTEUR]),
        hoofdredactie=frozenset(gemeenten[rol.HOOFDREDACTEUR]),
        consulent=frozenset(gemeenten[rol.CONSULENT]),
        aanbieders=frozenset(pk for pk, _, _ in leden),
        beheerder=frozenset(pk for pk, name, _ in leden if name == Lidmaatschap.Rol.BEHEERDER),
        direct=frozenset(pk for pk, _, direct in leden if direct),
    )


def _rows(user: Any) -> Any:
    """(at a gemeente?, key, rol, publishes at once) of both kinds of rows, in one query."""
    yes, no = Value(True), Value(False)
    redacties = Redacteurschap.objects.filter(user=user).values_list(yes, "gemeente", "rol", no)
    leden = Lidmaatschap.objects.filter(user=user).values_list(
        no, "aanbieder", "rol", "aanbieder__direct_publiceren"
    )
    return redacties.union(leden, all=True)


def ensure_groups() -> None:
    """Make the groups and give them exactly the permissions above. Safe to repeat."""
    for label in ("socialmap", "search", "wagtailadmin", "wagtailimages", "wagtaildocs"):
        create_permissions(apps.get_app_config(label), verbosity=0)
    create_extra_permissions(apps.get_app_config("wagtailsnippets"))
    admin = Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin")
    for group_name, models in PERMISSIONS.items():
        group, _ = Group.objects.get_or_create(name=group_name)
        wanted = Q(pk=admin.pk)
        for model, actions in models.items():
            app_label, name = model.split(".") if "." in model else ("socialmap", model)
            codenames = [f"{action}_{name}" for action in actions]
            wanted |= Q(content_type__app_label=app_label, codename__in=codenames)
        group.permissions.set(Permission.objects.filter(wanted))
    _ensure_media_permissions()


def _ensure_media_permissions() -> None:
    root = Collection.get_first_root_node()
    if root is None:
        root = Collection.add_root(name="Root")
    for model, actions in MEDIA.items():
        permissions = Permission.objects.filter(
            content_type__app_label__in=("wagtailimages", "wagtaildocs"),
            codename__in=[f"{action}_{model}" for action in actions],
        )
        for group in Group.objects.filter(name__in=MEDIA_GROUPS):
            for permission in permissions:
                GroupCollectionPermission.objects.get_or_create(
                    group=group, collection=root, permission=permission
                )


def sync_groups(user: Any) -> None:
    """Put `user` in exactly those of our groups that their rows ask for; leave other groups."""
    needed = _read_roles(user).groups
    ours = {group.name: group for group in Group.objects.filter(name__in=PERMISSIONS)}
    if needed - ours.keys():
        ensure_groups()
        ours = {group.name: group for group in Group.objects.filter(name__in=PERMISSIONS)}
    user.groups.remove(*(group for name, group in ours.items() if name not in needed))
    user.groups.add(*(ours[name] for name in needed))
    user.__dict__.pop("_cms_rollen", None)


def sync_groups_of_row(instance: Any, **kwargs: Any) -> None:
    """Signal receiver: a Lidmaatschap or Redacteurschap was saved or deleted."""
    if not kwargs.get("raw"):
        sync_groups(instance.user)
