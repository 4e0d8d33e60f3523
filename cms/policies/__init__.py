"""Permission policies: a model permission AND a row in scope, looked up in the database."""

from cms.policies.media import MediaPolicy
from cms.policies.rows import RowPolicy
from cms.policies.table import register_policies

__all__ = ["MediaPolicy", "RowPolicy", "register_policies"]
