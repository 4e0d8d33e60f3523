"""The strict policy for visitors, the looser one for the editors' screens."""

from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase


class ContentSecurityMiddleware(CSPMiddleware):
    """django-csp, with a second policy under `SOCIALMAP_BEHEER_PATHS`."""

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        parts: PolicyParts = super().get_policy_parts(request, response, report_only)
        if report_only or not request.path_info.startswith(settings.SOCIALMAP_BEHEER_PATHS):
            return parts
        if parts.config is None:
            parts.config = settings.SOCIALMAP_BEHEER_SECURITY_POLICY["DIRECTIVES"]
        return parts
