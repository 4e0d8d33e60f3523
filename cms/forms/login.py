"""The form to log in with."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.auth import LoginForm as WagtailLoginForm


class LoginForm(WagtailLoginForm):
    """Wagtail's, in our words, and with what a password manager reads (WCAG 1.3.5)."""

    error_messages = {
        **WagtailLoginForm.error_messages,
        "invalid_login": _("Dit e-mailadres en wachtwoord horen niet bij elkaar."),
    }

    def __init__(self, request: Any = None, *args: Any, **kwargs: Any) -> None:
        super().__init__(request, *args, **kwargs)
        username, password = self.fields["username"], self.fields["password"]
        password.label = _("Wachtwoord")
        # The labels say it already, and Wagtail says "je" where we say "u".
        username.widget.attrs["placeholder"] = password.widget.attrs["placeholder"] = ""
        username.widget.attrs["autocomplete"] = "username"
        password.widget.attrs["autocomplete"] = "current-password"
