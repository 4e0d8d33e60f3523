"""Registers; what is registered lives in its own module."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from cms.scoped.bulk import ScopedDeleteBulkAction
from cms.viewsets import VIEWSETS

for viewset in VIEWSETS:
    register_snippet(viewset)

# After wagtail's own, which it replaces.
hooks.register("register_bulk_action", ScopedDeleteBulkAction, order=1000)
