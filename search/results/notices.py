"""What the page says above the list: what was ignored, unknown, corrected or limited."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from search.choices import UNKNOWN_ABOUT
from search.filters import EVERYWHERE, ZoekFilterSet
from search.query import ONBEKEND, SearchPage
from search.results.address import Address
from search.results.link import Link
from search.results.ways_on import begrip_links, wider_links
from search.text.words import MAX_WORDS
from search.words import MAX_CHARACTERS
from socialmap.geo.place import Reden


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    kind: str  # info or warning
    text: str
    links: list[Link] = field(default_factory=list)


def notices(
    request: HttpRequest,
    page: SearchPage,
    filters: ZoekFilterSet,
    address: Address,
    last: int,
    *,
    unreadable: bool,
) -> list[Notice]:
    """All notices, the most important first.

    Args:
        last: the number of the last page.
        unreadable: characters were taken out of the address before anything read it.
    """
    return [
        *_degraded(page),
        *_place(filters, address),
        *_whereabouts(filters, address),
        *_ignored(filters, last, unreadable=unreadable),
        *_words(page),
        *_unknown(page, address),
        *_radius(page, filters, address),
        *_ways_on(request, page, filters, address),
    ]


def _degraded(page: SearchPage) -> Iterator[Notice]:
    if page.degraded:
        yield Notice(
            kind="warning",
            text=_(
                "Zoeken werkt nu beperkt: zonder afstand en zonder aantallen. "
                "Wij herstellen dit vanzelf. Probeer het straks nog eens."
            ),
        )


def _place(filters: ZoekFilterSet, address: Address) -> Iterator[Notice]:
    lookup = filters.place
    if lookup is None:
        return
    links = [Link(label=name, url=address.replacing(plaats=name)) for name in lookup.suggesties]
    if lookup.plek is not None:
        if links:
            yield Notice(kind="info", text=_("Er zijn meer plaatsen met deze naam:"), links=links)
        return
    typed = filters.place_text[:60]
    if lookup.reden is Reden.BUITEN_NEDERLAND:
        text = _("Die plek ligt buiten Nederland. Wij zoeken nu zonder afstand.")
    elif lookup.reden is Reden.DIENST_WEG:
        text = _("Wij kunnen adressen nu niet opzoeken. Vul een postcode of plaats in.")
    elif links:
        text = _("Wij kennen de plaats “%(plaats)s” niet. Bedoelt u:") % {"plaats": typed}
    else:
        text = _(
            "Wij kennen de plaats “%(plaats)s” niet. Wij zoeken nu zonder afstand. "
            "Vul een postcode of de naam van een plaats in."
        ) % {"plaats": typed}
    yield Notice(kind="warning", text=text, links=links)


def _whereabouts(filters: ZoekFilterSet, address: Address) -> Iterator[Notice]:
    """What became of a place that is named among the words, with the other way to read it."""
    found = filters.whereabouts
    if found is None or found.lookup.plek is None:
        return
    plaats = found.lookup.plek.naam
    if not found.acts:
        url = address.replacing(q=found.rest, plaats=plaats, woord="")
        link = Link(label=_("Zoek bij %(plaats)s") % {"plaats": plaats}, url=url)
        text = _("Bedoelt u de plaats %(plaats)s?") % {"plaats": plaats}
        yield Notice(kind="info", text=text, links=[link])
        return
    if found.rest:
        text = _("Wij zochten “%(woorden)s” bij %(plaats)s.")
    else:
        text = _("Wij zochten bij %(plaats)s.")
    literally = Link(
        label=_("Zoek toch op het woord “%(woord)s”") % {"woord": found.typed},
        url=address.replacing(woord=found.typed),
    )
    others = [
        Link(label=name, url=address.replacing(q=found.rest, plaats=name))
        for name in found.lookup.suggesties
    ]
    yield Notice(
        kind="info",
        text=text % {"woorden": found.rest, "plaats": plaats},
        links=[literally, *others],
    )


def _ignored(filters: ZoekFilterSet, last: int, *, unreadable: bool) -> Iterator[Notice]:
    if unreadable:
        yield Notice(
            kind="warning",
            text=_("In het adres stonden tekens die wij niet kunnen lezen. Die lieten wij weg."),
        )
    if filters.text_was_cut:
        yield Notice(
            kind="warning",
            text=_("Uw zoekvraag is erg lang. Wij zochten met de eerste %(n)d tekens.")
            % {"n": MAX_CHARACTERS},
        )
    elif filters.has_many_words:
        yield Notice(
            kind="warning",
            text=_("Uw zoekvraag is erg lang. Wij zochten met de eerste %(n)d woorden.")
            % {"n": MAX_WORDS},
        )
    if filters.ignored:
        parts = [f"{item.label}: “{item.value}”" for item in filters.ignored[:5]]
        yield Notice(
            kind="warning",
            text=_("Dit begrijpen wij niet en hebben wij overgeslagen: %(wat)s.")
            % {"wat": ", ".join(parts)},
        )
    if filters.page_number > last:
        yield Notice(
            kind="warning",
            text=_("Pagina %(n)d is er niet. U ziet nu de laatste pagina.")
            % {"n": filters.page_number},
        )


def _words(page: SearchPage) -> Iterator[Notice]:
    if page.corrections:
        changed = ", ".join(f"“{old}” → “{new}”" for old, new in page.corrections.items())
        yield Notice(
            kind="info",
            text=_("Wij zochten ook met andere spelling: %(wat)s.") % {"wat": changed},
        )
    if page.missing_words:
        words = ", ".join(f"“{word}”" for word in page.missing_words)
        if not page.total:
            text = _("Dit kennen wij niet: %(woorden)s.")
            yield Notice(kind="info", text=text % {"woorden": words})
            return
        text = ngettext(
            "Het woord %(woorden)s vonden wij nergens. Wij zochten met de rest.",
            "De woorden %(woorden)s vonden wij nergens. Wij zochten met de rest.",
            len(page.missing_words),
        )
        yield Notice(kind="info", text=text % {"woorden": words})


def _unknown(page: SearchPage, address: Address) -> Iterator[Notice]:
    for facet, count in page.unknown.items():
        if count:
            yield Notice(
                kind="info",
                text=ngettext(
                    "Van %(n)d resultaat is niet bekend %(wat)s.",
                    "Van %(n)d resultaten is niet bekend %(wat)s.",
                    count,
                )
                % {"n": count, "wat": UNKNOWN_ABOUT[facet]},
                links=[Link(label=_("Toon deze ook"), url=address.with_value(facet, ONBEKEND))],
            )


def _radius(page: SearchPage, filters: ZoekFilterSet, address: Address) -> Iterator[Notice]:
    if filters.near is not None and filters.radius_km is not None and page.total == 0:
        yield Notice(
            kind="info",
            text=_("Binnen %(km)d kilometer vonden wij niets.") % {"km": filters.radius_km},
            links=[Link(label=_("Zoek zonder afstand"), url=address.replacing(straal=EVERYWHERE))],
        )


def _ways_on(
    request: HttpRequest, page: SearchPage, filters: ZoekFilterSet, address: Address
) -> Iterator[Notice]:
    """What comes near a question without results, and whether another gemeente has something."""
    if page.total or page.degraded or not filters.text:
        return
    near = begrip_links(filters, address)
    if near:
        yield Notice(kind="info", text=_("Misschien zoekt u dit:"), links=near)
    wider = list(wider_links(request, filters, _("Zoek in alle gemeenten")))
    if wider:
        yield Notice(kind="info", text=_("Andere gemeenten hebben wel iets:"), links=wider)
