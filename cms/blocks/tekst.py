"""Blocks of an article. Each has a template in templates/cms/blocks/."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageBlock

OPMAAK = ["bold", "italic", "ul", "ol", "link"]


class KopBlock(blocks.CharBlock):
    class Meta:
        label = _("Kop")
        icon = "title"
        template = "cms/blocks/kop.html"


class AlineaBlock(blocks.RichTextBlock):
    class Meta:
        label = _("Alinea")
        icon = "pilcrow"
        template = "cms/blocks/alinea.html"


class AfbeeldingBlock(blocks.StructBlock):
    afbeelding = ImageBlock(label=_("Afbeelding"))
    bijschrift = blocks.CharBlock(label=_("Bijschrift"), required=False, max_length=200)

    class Meta:
        label = _("Afbeelding")
        icon = "image"
        template = "cms/blocks/afbeelding.html"


class CitaatBlock(blocks.StructBlock):
    tekst = blocks.TextBlock(label=_("Wat iemand zei"), max_length=500)
    wie = blocks.CharBlock(
        label=_("Wie"),
        required=False,
        max_length=100,
        help_text=_("Vraag altijd om toestemming. Een voornaam of functie is genoeg."),
    )

    class Meta:
        label = _("Citaat")
        icon = "openquote"
        template = "cms/blocks/citaat.html"


class VraagBlock(blocks.StructBlock):
    vraag = blocks.CharBlock(label=_("Vraag"), max_length=200)
    antwoord = blocks.RichTextBlock(label=_("Antwoord"), features=OPMAAK)

    class Meta:
        label = _("Vraag en antwoord")
        icon = "help"
        template = "cms/blocks/vraag.html"


class ZoekadresBlock(blocks.CharBlock):
    """The address of a page with results, on this site only."""

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        path = cleaned.split("?")[0]
        if cleaned.startswith("//") or not path.startswith("/") or "/zoeken/" not in path:
            raise ValidationError(_("Kopieer het adres vanaf /zoeken/ uit uw browser."))
        return cleaned


class VoorzieningenBlock(blocks.StructBlock):
    """Points to results of a search, so that the list never gets old."""

    titel = blocks.CharBlock(label=_("Titel"), max_length=100)
    uitleg = blocks.CharBlock(label=_("Uitleg"), required=False, max_length=200)
    adres = ZoekadresBlock(
        label=_("Adres van de zoekpagina"),
        max_length=500,
        help_text=_("Zoek op de site wat u wilt laten zien. Bijvoorbeeld /zoeken/?leefgebied=geld"),
    )

    class Meta:
        label = _("Lijst van voorzieningen")
        icon = "list-ul"
        template = "cms/blocks/voorzieningen.html"


TEKSTBLOKKEN: list[tuple[str, blocks.Block]] = [
    ("kop", KopBlock(max_length=120)),
    ("alinea", AlineaBlock(features=OPMAAK)),
    ("afbeelding", AfbeeldingBlock()),
    ("voorzieningen", VoorzieningenBlock()),
    ("citaat", CitaatBlock()),
    ("vraag", VraagBlock()),
]
