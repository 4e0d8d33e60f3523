"""What the redactie makes of a search that found little."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.generic import FormView, View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from cms.forms.begrip_field import BegripField
from cms.roles import roles_of
from search.begrippen.matching import matcher
from search.models import Synoniem, Zoekvraag
from socialmap.models import Begrip, Begripswoord

LIST = "wagtailsnippets_search_zoekvraag:list"
# A synonym and a link change more than the state; see `CreateSynoniemView` and `KoppelView`.
BY_BUTTON = frozenset({Zoekvraag.Stand.OPEN, Zoekvraag.Stand.WITTE_VLEK, Zoekvraag.Stand.VERBORGEN})


class ZoekvraagMixin(PermissionCheckedMixin):
    """A view of one row; ScopedViewMixin answers 404 to whoever may not see it."""

    model = Zoekvraag
    permission_required = "change"
    kwargs: dict[str, Any]

    @cached_property
    def zoekvraag(self) -> Zoekvraag:
        return Zoekvraag.objects.select_related("gemeente").get(pk=self.kwargs["pk"])


class StandView(ZoekvraagMixin, View):
    """The buttons "witte vlek", "verberg" and "zet terug"."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        stand = request.POST.get("stand", "")
        if stand in BY_BUTTON:
            Zoekvraag.objects.filter(pk=pk).update(stand=stand)
            chosen = Zoekvraag.Stand(stand).label
            text = _("“%(woorden)s” staat nu bij: %(stand)s.")
            messages.success(request, text % {"woorden": self.zoekvraag.woorden, "stand": chosen})
        return redirect(_back(request))


class KoppelForm(forms.Form):
    begrip = BegripField(required=False)
    gekozen = forms.ModelChoiceField(
        Begrip.objects.none(), required=False, widget=forms.RadioSelect, empty_label=None
    )

    def __init__(
        self, *args: Any, likely: list[Begrip], words: str, most: int, **kwargs: Any
    ) -> None:
        """Take what the words are likely about, the words, and how long a stored text may be."""
        super().__init__(*args, **kwargs)
        self.words, self.most = words, most
        gekozen: Any = self.fields["gekozen"]
        gekozen.queryset = Begrip.objects.filter(pk__in=[begrip.pk for begrip in likely])
        gekozen.choices = [(begrip.pk, begrip.term) for begrip in likely]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        cleaned["begrip"] = cleaned.get("begrip") or cleaned.get("gekozen")
        begrip = cleaned["begrip"]
        if not self.errors and begrip is None:
            self.add_error("begrip", _("Kies een begrip."))
        if begrip is not None and max(map(len, (self.words, begrip.term))) > self.most:
            text = _("Dit is te lang om te bewaren. Maak een synoniem van een paar woorden eruit.")
            self.add_error("begrip", text)
        return cleaned


class KoppelView(WagtailAdminTemplateMixin, ZoekvraagMixin, FormView):  # type: ignore[type-arg]
    """Let the words lead to a begrip.

    Begrippen are shared by all gemeenten and kept by the platform: for the platform the words join
    the begrip. For a hoofdredactie they lead to it in their own gemeente, as a synonym.
    """

    template_name = "cms/zoekvraag_koppel.html"
    form_class = KoppelForm

    def get_page_title(self) -> str:
        return _("Koppel “%(woorden)s” aan een begrip") % {"woorden": self.zoekvraag.woorden}

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *super().get_breadcrumbs_items(),
            {"url": reverse(LIST), "label": _("Zoekvragen zonder antwoord")},
            {"url": "", "label": self.get_page_title()},
        ]

    @cached_property
    def for_everybody(self) -> bool:
        return roles_of(self.request.user).platform

    def get_form_kwargs(self) -> dict[str, Any]:
        meant = [meant.slug for meant in matcher().begrippen(self.zoekvraag.woorden)][:6]
        by_slug = Begrip.objects.in_use().in_bulk(meant, field_name="slug")
        likely = [by_slug[slug] for slug in meant if slug in by_slug]
        field = Begripswoord.tekst.field if self.for_everybody else Synoniem.van.field
        most = field.max_length
        words = self.zoekvraag.woorden
        return super().get_form_kwargs() | {"likely": likely, "words": words, "most": most}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            zoekvraag=self.zoekvraag,
            for_everybody=self.for_everybody,
            action_url=self.request.path,
            **kwargs,
        )

    def form_valid(self, form: Any) -> HttpResponse:
        begrip: Begrip = form.cleaned_data["begrip"]
        if self.for_everybody:
            _add_word(begrip, self.zoekvraag.woorden)
        else:
            _add_synonym(begrip, self.zoekvraag)
        Zoekvraag.objects.filter(pk=self.zoekvraag.pk).update(stand=Zoekvraag.Stand.BEGRIP)
        text = _("Wie “%(woorden)s” zoekt, vindt nu ook: %(begrip)s.")
        texts = {"woorden": self.zoekvraag.woorden, "begrip": begrip.term}
        messages.success(self.request, text % texts)
        return redirect(LIST)


def _add_word(begrip: Begrip, words: str) -> None:
    """Also when an editor took the same words away before: then they come back."""
    word, made = Begripswoord.objects.get_or_create(
        begrip=begrip, kant=Begripswoord.Kant.VRAAG, taal="nl", tekst=words
    )
    if not made and word.verwijderd:
        word.verwijderd = False
        word.save(update_fields=["verwijderd"])


def _add_synonym(begrip: Begrip, zoekvraag: Zoekvraag) -> None:
    """Also when it was taken away or set aside before; one that works both ways keeps doing so."""
    row, made = Synoniem.objects.get_or_create(
        van=zoekvraag.woorden,
        naar=begrip.term,
        gemeente=zoekvraag.gemeente,
        defaults={"richting": Synoniem.Richting.EEN},
    )
    if not made and (row.verwijderd or not row.actief):
        row.verwijderd, row.actief = False, True
        row.save(update_fields=["verwijderd", "actief"])


def _back(request: HttpRequest) -> str:
    """The list as it was narrowed; never another site."""
    address = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(address, allowed_hosts=None)
    return address if safe and address.startswith("/") else LIST
