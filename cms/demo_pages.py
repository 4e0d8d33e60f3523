"""One theme and one article, so that the demo shows what editors can make."""

from cms.models import ArtikelPage, ThemaPage
from cms.pages import ensure_pages

INHOUD = [
    (
        "alinea",
        "<p>Hebt u hulp nodig, of zoekt u gezelschap? Op deze site staat wat er bij u in de buurt "
        "is. Bij veel van dit aanbod kunt u gewoon binnenlopen.</p>",
    ),
    ("kop", "Zo zoekt u"),
    (
        "alinea",
        "<ul><li>Schrijf in uw eigen woorden wat u zoekt.</li>"
        "<li>Vul uw postcode of plaats in. Dan ziet u eerst wat dichtbij is.</li>"
        "<li>Kies een filter, bijvoorbeeld: gratis.</li></ul>",
    ),
    (
        "voorzieningen",
        {
            "titel": "Mensen ontmoeten",
            "uitleg": "",
            "adres": "/zoeken/?leefgebied=sociale-contacten",
        },
    ),
    (
        "vraag",
        {
            "vraag": "Wat is een toegangstoets?",
            "antwoord": "<p>Soms kijkt iemand eerst of het aanbod bij u past. Bij elk aanbod staat "
            "of dat zo is, en wie dat doet.</p>",
        },
    ),
]


def create_demo_pages() -> str:
    """Make them when there are no pages yet; what editors made stays as it is."""
    overview = ensure_pages()
    if overview.get_children().exists():
        return "Er zijn al artikelen."
    thema = overview.add_child(
        instance=ThemaPage(
            title="Hulp vinden", samenvatting="Waar begint u, en wat kunt u verwachten?"
        )
    )
    thema.add_child(
        instance=ArtikelPage(
            title="Zo vindt u hulp in de buurt",
            samenvatting="In drie stappen naar aanbod dat bij u past.",
            inhoud=INHOUD,
        )
    )
    return "1 thema en 1 artikel."
