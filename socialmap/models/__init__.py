"""The domain, one noun a module."""

from socialmap.models.aanbieder import Aanbieder
from socialmap.models.activiteit import Activiteit
from socialmap.models.begrip import Begrip
from socialmap.models.begripswoord import Begripswoord
from socialmap.models.contact import Contact
from socialmap.models.gebruiker import Gebruiker
from socialmap.models.gemeente import Gemeente
from socialmap.models.geocode import GeocodeResultaat
from socialmap.models.herkomst import Herkomst
from socialmap.models.importstand import ImportStand
from socialmap.models.lidmaatschap import Lidmaatschap
from socialmap.models.locatie import Locatie, Precisie, VoorzieningLocatie
from socialmap.models.media import Bestand, Foto, FotoRendition
from socialmap.models.ondersteuningsmodel import Ondersteuningsmodel, Stap, VoorzieningStap
from socialmap.models.opening import LocatieOpening, VoorzieningOpening, Weekdag
from socialmap.models.oude_slug import OudeSlug
from socialmap.models.plaats import Plaats, Postcode
from socialmap.models.prijs import Prijs
from socialmap.models.publicatie import Publicatie
from socialmap.models.redacteurschap import Redacteurschap
from socialmap.models.taxonomie import Doelgroep, Leefgebied, Taal
from socialmap.models.toegang import (
    Aanmelding,
    Bereik,
    BijdrageSoort,
    EigenBijdrage,
    Toegangstoets,
    Vorm,
)
from socialmap.models.voorziening import Voorziening
from socialmap.models.voorzieningbegrip import VoorzieningBegrip
from socialmap.models.werkingsgebied import Werkingsgebied

__all__ = [
    "Aanbieder",
    "Aanmelding",
    "Activiteit",
    "Begrip",
    "Begripswoord",
    "Bereik",
    "Bestand",
    "BijdrageSoort",
    "Contact",
    "Doelgroep",
    "EigenBijdrage",
    "Foto",
    "FotoRendition",
    "Gebruiker",
    "Gemeente",
    "GeocodeResultaat",
    "Herkomst",
    "ImportStand",
    "Leefgebied",
    "Lidmaatschap",
    "Locatie",
    "LocatieOpening",
    "Ondersteuningsmodel",
    "OudeSlug",
    "Plaats",
    "Postcode",
    "Precisie",
    "Prijs",
    "Publicatie",
    "Redacteurschap",
    "Stap",
    "Taal",
    "Toegangstoets",
    "Voorziening",
    "VoorzieningBegrip",
    "VoorzieningLocatie",
    "VoorzieningOpening",
    "VoorzieningStap",
    "Vorm",
    "Weekdag",
    "Werkingsgebied",
]
