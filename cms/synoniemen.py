"""Synonyms in and out as a CSV file: all rows or none, and every fault named by its row."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.permissions import policy_registry

from cms.roles import Rollen, roles_of
from search.models import Synoniem
from search.synonyms.csv_file import MAX_BYTES, CsvRefused, export_csv
from search.synonyms.importing import import_csv
from socialmap.models import Gemeente

LIST = "wagtailsnippets_search_synoniem:list"


class CsvForm(forms.Form):
    """A file, or its rows in a text field: there a file with faults comes back."""

    gemeente = forms.ModelChoiceField(
        Gemeente.objects.none(), label=gettext_lazy("Gemeente"), empty_label=None
    )
    bestand = forms.FileField(
        label=gettext_lazy("Bestand"),
        required=False,
        help_text=gettext_lazy("Bewaar het in Excel als “CSV UTF-8”."),
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}),
    )
    tekst = forms.CharField(
        label=gettext_lazy("Of plak de rijen hier"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 10, "spellcheck": "false", "class": "sk-rijen"}),
    )

    def __init__(self, *args: Any, roles: Rollen, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        gemeente: Any = self.fields["gemeente"]
        gemeente.queryset = Gemeente.objects.filter(pk__in=roles.hoofdredactie)
        if roles.platform or len(roles.hoofdredactie) == 1:
            del self.fields["gemeente"]  # There is nothing to choose.

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        bestand = cleaned.get("bestand")
        # One byte more than is allowed is enough to be refused.
        content = bestand.read(MAX_BYTES + 1) if bestand else cleaned.get("tekst", "").encode()
        if not content.strip():
            self.add_error("bestand", _("Kies een bestand of plak de rijen."))
        return cleaned | {"content": content}


class CsvInView(WagtailAdminTemplateMixin, PermissionCheckedMixin, FormView):  # type: ignore[type-arg]
    model = Synoniem
    permission_required = "add"
    template_name = "cms/synoniemen_csv.html"
    form_class = CsvForm

    def get_page_title(self) -> str:
        return _("Synoniemen inlezen")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *super().get_breadcrumbs_items(),
            {"url": reverse(LIST), "label": _("Synoniemen")},
            {"url": "", "label": self.get_page_title()},
        ]

    @property
    def roles(self) -> Rollen:
        return roles_of(self.request.user)

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"roles": self.roles}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(action_url=self.request.path, **kwargs)

    def form_valid(self, form: Any) -> HttpResponse:
        content = form.cleaned_data["content"]
        try:
            report = import_csv(content, gemeente=self._gemeente(form))
        except CsvRefused as refused:
            initial = {"tekst": _readable(content), "gemeente": form.cleaned_data.get("gemeente")}
            again = CsvForm(initial=initial, roles=self.roles)
            context = self.get_context_data(form=again, faults=refused.faults)
            return self.render_to_response(context)
        messages.success(self.request, str(report))
        return redirect(LIST)

    def _gemeente(self, form: Any) -> Gemeente | None:
        """Whose rows these may be; the platform's may be of any gemeente, and of all."""
        if self.roles.platform:
            return None
        chosen: Gemeente | None = form.cleaned_data.get("gemeente")
        return chosen or Gemeente.objects.get(pk__in=self.roles.hoofdredactie)


class CsvOutView(PermissionCheckedMixin, View):
    """Every synonym that this person may change, as a file that `CsvInView` takes again."""

    model = Synoniem
    permission_required = "change"

    def get(self, request: HttpRequest) -> HttpResponse:
        policy = policy_registry.get_by_type(Synoniem)
        rows = policy.instances_user_has_permission_for(request.user, "change")
        shown = rows.filter(verwijderd=False).select_related("gemeente").order_by("van", "naar")
        response = HttpResponse(export_csv(shown), content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = 'attachment; filename="synoniemen.csv"'
        return response


def _readable(content: bytes) -> str:
    """What was uploaded, to be put right in the text field; nothing of what is far too long."""
    return content.decode("utf-8-sig", errors="replace") if len(content) <= MAX_BYTES else ""
