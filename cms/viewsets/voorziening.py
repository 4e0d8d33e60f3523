"""Voorzieningen: the list, and the form in sections with help in plain words."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList

from cms.columns import (
    BijgewerktColumn,
    ControleColumn,
    PublicatieColumn,
    text_column,
)
from cms.filters import VoorzieningFilterSet
from cms.forms.voorziening import PrijsForm, StapForm, VoorzieningForm
from cms.forms.widgets import Checkboxes
from cms.scoped import ScopedViewSet
from cms.scoped.forms import ScopedInlinePanel
from socialmap.models import Voorziening


def checkboxes(name: str) -> FieldPanel:
    return FieldPanel(name, widget=Checkboxes)


WAT = MultiFieldPanel(
    [
        FieldPanel("naam", required_on_save=True),
        FieldPanel("samenvatting"),
        FieldPanel("omschrijving"),
        FieldPanel("trefwoorden"),
        FieldPanel("goed_om_te_weten"),
        FieldPanel("wat_meenemen"),
        checkboxes("leefgebieden"),
        FieldPanel("soort"),
        FieldPanel("onderdeel_van"),
    ],
    heading=_("Wat is het?"),
    help_text=_(
        "Vertel wat iemand hier kan doen of krijgen. Gebruik korte zinnen en gewone woorden. "
        "U kunt altijd een concept bewaren en later verder gaan."
    ),
    icon="edit",
)
VOOR_WIE = MultiFieldPanel(
    [
        checkboxes("doelgroepen"),
        FieldRowPanel([FieldPanel("leeftijd_van"), FieldPanel("leeftijd_tot")]),
        checkboxes("talen"),
    ],
    heading=_("Voor wie is het?"),
    help_text=_("Kies alleen wat echt zo is. Is het voor iedereen? Kies dan alle inwoners."),
    icon="group",
)
STAP = MultiFieldPanel(
    [
        ScopedInlinePanel(
            "stappen",
            panels=[FieldPanel("stap", widget=forms.Select)],
            form_class=StapForm,
            label=_("stap"),
        )
    ],
    heading=_("Waar hoort het in het model van de gemeente?"),
    help_text=_(
        "Kies per gemeente één stap. Twijfelt u? Kies de stap die het minst vraagt van mensen."
    ),
    icon="list-ol",
)
KOSTEN_EN_TOEGANG = MultiFieldPanel(
    [
        FieldPanel("toegangstoets"),
        FieldPanel("toetser"),
        FieldPanel("toegangscriterium"),
        FieldPanel("eigen_bijdrage"),
        FieldPanel("bijdrage_soort"),
        FieldPanel("bijdrage_toelichting"),
        ScopedInlinePanel(
            "prijzen",
            panels=[
                FieldRowPanel([FieldPanel("bedrag_cents"), FieldPanel("eenheid")]),
                FieldPanel("toelichting"),
            ],
            form_class=PrijsForm,
            label=_("prijs"),
        ),
    ],
    heading=_("Mag iedereen komen, en wat kost het?"),
    help_text=_("Bezoekers zien dit voordat zij bellen. Weet u het niet? Kies dan: niet bekend."),
    icon="key",
)
WAAR = MultiFieldPanel(
    [
        ScopedInlinePanel(
            "werkingsgebieden",
            panels=[
                FieldPanel("soort"),
                FieldRowPanel([FieldPanel("gemeente"), FieldPanel("plaats")]),
                FieldPanel("omschrijving"),
            ],
            label=_("gebied"),
            heading=_("Voor mensen uit"),
        ),
        ScopedInlinePanel(
            "locatiekoppelingen",
            panels=[FieldPanel("locatie"), FieldPanel("toelichting")],
            label=_("locatie"),
            heading=_("Op deze plekken"),
        ),
        FieldRowPanel([FieldPanel("aan_huis"), FieldPanel("online"), FieldPanel("telefonisch")]),
    ],
    heading=_("Waar is het?"),
    help_text=_(
        "Kies eerst voor mensen uit welke gemeente of plaats dit is. "
        "Voeg daarna de plek toe waar zij naartoe gaan. Komt u bij mensen thuis? Kies dat ook."
    ),
    icon="site",
)
WANNEER = MultiFieldPanel(
    [
        ScopedInlinePanel(
            "openingstijden",
            panels=[
                FieldRowPanel([FieldPanel("weekdag"), FieldPanel("van"), FieldPanel("tot")]),
                FieldPanel("toelichting"),
            ],
            label=_("openingstijd"),
            heading=_("Open op"),
        ),
        ScopedInlinePanel(
            "activiteiten",
            panels=[
                FieldPanel("naam"),
                FieldPanel(
                    "herhaling",
                    help_text=_(
                        "FREQ=WEEKLY;BYDAY=MO is elke maandag. "
                        "FREQ=MONTHLY;BYDAY=1WE is elke eerste woensdag van de maand."
                    ),
                ),
                FieldRowPanel([FieldPanel("begint_op"), FieldPanel("eindigt_op")]),
                FieldRowPanel([FieldPanel("van"), FieldPanel("tot")]),
                FieldPanel("locatie"),
                FieldPanel("toelichting"),
            ],
            label=_("activiteit"),
            heading=_("Activiteiten die terugkomen"),
        ),
        FieldPanel("alleen_op_afspraak"),
        FieldRowPanel([FieldPanel("plek_vrij"), FieldPanel("wachttijd_weken")]),
        FieldRowPanel([FieldPanel("geldig_van"), FieldPanel("geldig_tot")]),
        FieldPanel("tijdelijk_gesloten"),
        FieldPanel("mededeling"),
        FieldRowPanel([FieldPanel("mededeling_van"), FieldPanel("mededeling_tot")]),
    ],
    heading=_("Wanneer is het?"),
    help_text=_("Bent u tijdelijk gesloten? Zet een mededeling met een einddatum."),
    icon="calendar-alt",
)
AANMELDEN = MultiFieldPanel(
    [
        FieldPanel("aanmelding"),
        FieldPanel("aanmelden_bij"),
        FieldPanel("na_aanmelding"),
        ScopedInlinePanel(
            "contacten",
            panels=[
                FieldRowPanel([FieldPanel("soort"), FieldPanel("waarde")]),
                FieldPanel("toelichting"),
                FieldPanel("historisch"),
            ],
            label=_("contact"),
            heading=_("Zo bereikt men u"),
        ),
    ],
    heading=_("Hoe meldt iemand zich aan?"),
    help_text=_("Gebruik het nummer en het adres van de organisatie, niet van een persoon."),
    icon="mail",
)
BEGRIPPEN = MultiFieldPanel(
    [FieldPanel("begrippen_oordeel")],
    heading=_("Begrippen"),
    help_text=_(
        "Een begrip is een onderwerp met alle woorden die mensen ervoor gebruiken. "
        "Zo vindt iemand die “mijn man vergeet alles” zoekt, hulp bij dementie."
    ),
    icon="tag",
)
FOTO = MultiFieldPanel(
    [FieldPanel("foto")],
    heading=_("Foto"),
    help_text=_(
        "Kies een foto van de plek of de activiteit. Vraag mensen op de foto om toestemming."
    ),
    icon="image",
)
VAN_WIE = MultiFieldPanel(
    [
        FieldPanel("aanbieder"),
        FieldPanel("mede_aanbieders"),
        FieldPanel("vorm"),
        FieldPanel("beherende_gemeente"),
        FieldPanel("status"),
        FieldPanel("slug"),
        FieldPanel("opmerking"),
        FieldPanel("controle_interval_maanden"),
        FieldPanel("alles_gecontroleerd"),
    ],
    heading=_("Van wie is het, en klopt het nog?"),
    help_text=_("Kijk alles na voordat u het vinkje zet."),
    icon="user",
)
SECTIES = [
    *(WAT, VOOR_WIE, STAP, KOSTEN_EN_TOEGANG, WAAR, WANNEER, AANMELDEN),
    *(BEGRIPPEN, FOTO, VAN_WIE),
]


class VoorzieningViewSet(ScopedViewSet):
    model = Voorziening
    icon = "tasks"
    menu_label = _("Voorzieningen")
    menu_name = "voorzieningen"
    menu_order = 100
    inspect_view_enabled = True
    inspect_view_fields = ("naam", "samenvatting", "aanbieder", "beherende_gemeente")
    list_display = (
        "naam",
        text_column("aanbieder", _("Aanbieder")),
        text_column("beherende_gemeente", _("Gemeente")),
        ControleColumn(),
        BijgewerktColumn(),
        PublicatieColumn(sort_key="live"),
    )
    filterset_class = VoorzieningFilterSet
    search_fields = ("naam", "samenvatting", "aanbieder__naam")
    related = ("aanbieder", "beherende_gemeente")
    edit_handler: Any = ObjectList(SECTIES, base_form_class=VoorzieningForm)
