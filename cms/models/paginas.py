"""Editorial pages: the overview of articles, themes and articles."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from cms.blocks import TEKSTBLOKKEN

TEKST = [FieldPanel("samenvatting"), FieldPanel("inhoud")]


class Redactiepagina(Page):
    """What all editorial pages share. `gemeente` empty: for visitors of every gemeente."""

    samenvatting = models.CharField(
        _("samenvatting"),
        max_length=300,
        blank=True,
        help_text=_("Een of twee zinnen. Staat in het overzicht en in zoekmachines."),
    )
    inhoud = StreamField(TEKSTBLOKKEN, verbose_name=_("inhoud"), blank=True)

    class Meta:
        abstract = True

    search_fields = [*Page.search_fields, index.SearchField("samenvatting")]

    def make_preview_request(self, *args: Any, **kwargs: Any) -> Any:
        """A preview stands in a frame of the admin; the policy for visitors forbids frames."""
        response = super().make_preview_request(*args, **kwargs)
        response.headers.pop("Content-Security-Policy", None)
        return response

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["kinderen"] = shown_children(self, getattr(request, "gemeente", None))
        return context


class Gemeentepagina(Redactiepagina):
    """A page that may be meant for the visitors of one gemeente."""

    gemeente = models.ForeignKey(
        "socialmap.Gemeente",
        verbose_name=_("alleen voor gemeente"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Laat leeg als het voor iedereen is."),
    )

    class Meta:
        abstract = True


class ArtikelenPage(Redactiepagina):
    """The root: /artikelen/."""

    template = "cms/artikelen_page.html"
    max_count = 1
    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
    subpage_types: ClassVar[list[str]] = ["cms.ThemaPage", "cms.ArtikelPage"]
    content_panels = [*Page.content_panels, *TEKST]

    class Meta:
        verbose_name = _("overzicht van artikelen")


class ThemaPage(Gemeentepagina):
    """A theme with articles under it, such as "Rondkomen"."""

    template = "cms/thema_page.html"
    parent_page_types: ClassVar[list[str]] = ["cms.ArtikelenPage"]
    subpage_types: ClassVar[list[str]] = ["cms.ArtikelPage"]
    content_panels = [*Page.content_panels, *TEKST, FieldPanel("gemeente")]

    class Meta:
        verbose_name = _("thema")
        verbose_name_plural = _("thema's")


class ArtikelPage(Gemeentepagina):
    template = "cms/artikel_page.html"
    parent_page_types: ClassVar[list[str]] = ["cms.ArtikelenPage", "cms.ThemaPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels = [*Page.content_panels, *TEKST, FieldPanel("gemeente")]

    class Meta:
        verbose_name = _("artikel")
        verbose_name_plural = _("artikelen")


def shown_children(page: Page, gemeente: Any) -> list[Page]:
    """The live pages under `page` for visitors of `gemeente`; all of them without one."""
    children = page.get_children().live().public()
    if gemeente is not None:
        hidden = Q(pk__in=[])
        for model in (ThemaPage, ArtikelPage):
            others = model.objects.exclude(gemeente=None).exclude(gemeente=gemeente)
            hidden |= Q(pk__in=others.values("pk"))
        children = children.exclude(hidden)
    return list(children.specific())
