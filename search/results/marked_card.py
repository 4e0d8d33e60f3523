"""A card that shows what was found in it, and says why when that is only what it is about."""

from dataclasses import replace

from django.utils.translation import gettext as _

from search.begrippen.tagging import tagger
from search.entry_texts import plain_text
from search.results.marking import Marked, Marker, terms_of
from socialmap.models import Voorziening
from socialmap.presentation.card import Card


def marked(card: Card, voorziening: Voorziening, marker: Marker) -> Card:
    """Return `card` with marks; its texts are then ready to print.

    Of an entry without a word of the question the card says by which begrip it was found: by one
    of which it has a word, else by what its text says that it is about.
    """
    naam, samenvatting = marker.mark(card.naam), marker.mark(card.samenvatting)
    shown = [naam, samenvatting]
    if not (naam.typed or samenvatting.typed):
        fragment = marker.fragment(plain_text(voorziening.omschrijving))
        if fragment is not None and (fragment.typed or not naam.begrippen | samenvatting.begrippen):
            shown.append(fragment)
    return replace(
        card,
        naam=naam.text,
        samenvatting=samenvatting.text,
        fragment=shown[2].text if len(shown) > 2 else "",
        waarom="" if any(one.typed for one in shown) else _why(voorziening, marker, shown),
    )


def _why(voorziening: Voorziening, marker: Marker, shown: list[Marked]) -> str:
    if not marker.slugs:
        return ""
    about = frozenset().union(*(one.begrippen for one in shown))
    if not about:
        about = _about(voorziening)
    terms = terms_of(slug for slug in marker.slugs if slug in about)
    return (
        _("Gevonden omdat dit gaat over: %(begrippen)s") % {"begrippen": ", ".join(terms)}
        if terms
        else ""
    )


def _about(voorziening: Voorziening) -> frozenset[str]:
    """What its own text says that it is about; asks the database nothing."""
    texts = {
        "naam": voorziening.naam,
        "trefwoorden": " . ".join(voorziening.trefwoorden),
        "aanbieder": "",
        "doelgroepen": "",
        "tekst": f"{voorziening.samenvatting} . {plain_text(voorziening.omschrijving)}",
    }
    tagged = tagger().tags(texts, ())
    return frozenset((*tagged.strong, *tagged.weak))
