"""A card that shows what was found in it, and says why when that is only what it is about."""

from collections.abc import Sequence
from dataclasses import replace

from django.utils.translation import gettext as _

from search.begrippen.tagging import tagger
from search.begrippen.terms import terms_of
from search.entry_texts import plain_text
from search.results.marking import Marked, Marker
from socialmap.models import Voorziening, VoorzieningBegrip
from socialmap.presentation.card import Card

Status = VoorzieningBegrip.Status


def marked_cards(pairs: Sequence[tuple[Card, Voorziening]], marker: Marker) -> list[Card]:
    """Return the cards with marks; their texts are then ready to print.

    Of an entry without a word of the question the card says by which begrip it was found: by one
    of which it has a word, else by what it is about.
    """
    shown = [_shown(card, voorziening, marker) for card, voorziening in pairs]
    return [
        replace(
            card,
            naam=texts[0].text,
            samenvatting=texts[1].text,
            fragment=texts[2].text if len(texts) > 2 else "",
            waarom=_why(voorziening, marker, texts),
        )
        for (card, voorziening), texts in zip(pairs, shown, strict=True)
    ]


def _shown(card: Card, voorziening: Voorziening, marker: Marker) -> list[Marked]:
    """The name, the summary, and a fragment of the description if only that says something."""
    shown = [marker.mark(card.naam), marker.mark(card.samenvatting)]
    if not any(text.typed for text in shown):
        fragment = marker.fragment(plain_text(voorziening.omschrijving))
        if fragment is not None and (fragment.typed or not any(text.begrippen for text in shown)):
            shown.append(fragment)
    return shown


def _why(voorziening: Voorziening, marker: Marker, shown: list[Marked]) -> str:
    if not marker.slugs or any(text.typed for text in shown):
        return ""
    about = frozenset().union(*(text.begrippen for text in shown)) or _about(voorziening)
    terms = terms_of(slug for slug in marker.slugs if slug in about)
    if not terms:
        return ""
    return _("Gevonden omdat dit gaat over: %(begrippen)s") % {"begrippen": ", ".join(terms)}


def _about(voorziening: Voorziening) -> frozenset[str]:
    """What people said that it is about, else what its own text suggests and nobody rejected."""
    judged = {one.begrip.slug: one.status for one in voorziening.begrippen.all()}
    confirmed = {slug for slug, status in judged.items() if status == Status.BEVESTIGD}
    if confirmed:
        return frozenset(confirmed)
    texts = {
        "naam": voorziening.naam,
        "trefwoorden": " . ".join(voorziening.trefwoorden),
        "aanbieder": "",
        "doelgroepen": "",
        "tekst": f"{voorziening.samenvatting} . {plain_text(voorziening.omschrijving)}",
    }
    tagged = tagger().tags(texts, ())
    return frozenset((*tagged.strong, *tagged.weak)) - judged.keys()
