"""What the CMS needs in an empty database: groups, the workflow, the first pages."""

from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection

from cms.moderation import ensure_workflow
from cms.pages import ensure_pages
from cms.roles import ensure_groups

TABLES = frozenset(
    {"cms_gemeentemoderatietask", "cms_artikelenpage", "auth_group", "socialmap_voorziening"}
    | {"wagtailcore_workflowcontenttype", "wagtailcore_groupcollectionpermission"}
)


def ensure_cms() -> None:
    """Make what is missing; safe to repeat."""
    ensure_groups()
    ensure_workflow()
    ensure_pages()


def ensure_cms_after_migrate(using: str = DEFAULT_DB_ALIAS, **kwargs: Any) -> None:
    """Signal receiver; does nothing while a migration stopped halfway or ran backwards."""
    if using == DEFAULT_DB_ALIAS and set(connection.introspection.table_names()) >= TABLES:
        ensure_cms()
