"""Every address of the admin, from the URL resolver, filled in for a given object."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import get_resolver, reverse

ADMIN = "beheer/"
SNIPPETS = (
    "wagtailsnippets_socialmap_",
    "wagtailsnippetchoosers_socialmap_",
    "wagtailsnippets_search_",
)
BULK = "wagtail_bulk_action"


@dataclass(frozen=True)
class AdminUrl:
    """One pattern: its full name and the names of its arguments."""

    name: str
    params: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.name}({', '.join(self.params)})"

    @property
    def model(self) -> str:
        """The model of a snippet screen or chooser, else an empty string."""
        namespace = self.name.split(":")[0]
        for prefix in SNIPPETS:
            if namespace.startswith(prefix):
                return namespace.removeprefix(prefix)
        return ""


def admin_urls() -> list[AdminUrl]:
    """Sorted, without the nameless pattern that answers 404 to everything else."""
    found = set(_walk(get_resolver(), "", (), inside=False))
    return sorted(found, key=str)


def _walk(
    resolver: Any, namespace: str, params: tuple[str, ...], inside: bool
) -> Iterator[AdminUrl]:
    for pattern in resolver.url_patterns:
        names = tuple(pattern.pattern.converters) or tuple(pattern.pattern.regex.groupindex)
        within = inside or str(pattern.pattern) == ADMIN
        if hasattr(pattern, "url_patterns"):
            space = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from _walk(pattern, space, params + names, within)
        elif within and pattern.name:
            yield AdminUrl(namespace + pattern.name, params + names)


def fill(url: AdminUrl, values: dict[str, Any]) -> str:
    """The address; a KeyError for an argument that nobody has thought about."""
    return reverse(url.name, kwargs={param: values[param] for param in url.params})


# Keys of `pk` outside the snippets, by the start of the name.
PK_OF = (
    ("wagtailadmin_api:pages", "page"),
    ("wagtailadmin_pages", "page"),
    ("wagtailadmin_api:documents", "document"),
    ("wagtailadmin_api:images", "image"),
    ("wagtailadmin_collections", "collection"),
    ("wagtailadmin_workflows:edit_task", "task"),
    ("wagtailadmin_workflows:disable_task", "task"),
    ("wagtailadmin_workflows:enable_task", "task"),
    ("wagtailadmin_workflows", "workflow"),
    ("wagtailusers_users", "user"),
    ("wagtailusers_groups", "group"),
    ("wagtaildocs", "document"),
    ("wagtailimages", "image"),
    ("wagtailsettings", "site"),
    ("wagtailsites", "site"),
)


def pk_of(url: AdminUrl, keys: dict[str, Any]) -> Any:
    """The key that `pk` stands for in this address."""
    if url.model:
        return keys[url.model]
    for start, name in PK_OF:
        if url.name.startswith(start):
            return keys[name]
    raise KeyError(f"pk of {url}")
