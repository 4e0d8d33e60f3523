"""The only base for admin screens of rows that belong to somebody. Never a stock SnippetViewSet.

Stock views ask a policy about the model, not about the row (wagtail #13314): without this package
42 of 90 hostile requests leaked or changed another aanbieder's entry.
"""

from cms.scoped.chooser import ScopedChooserViewSet
from cms.scoped.viewset import ScopedViewSet

__all__ = ["ScopedChooserViewSet", "ScopedViewSet"]
