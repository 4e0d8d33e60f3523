"""The filters beside a list and the chips above it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext_lazy as _

from search.choices import HELP, LABELS, choices
from search.filters import ZoekFilterSet
from search.query import FACETS, ONBEKEND, FacetValue, SearchPage
from search.results.address import Address

SHOWN: Final = 8
MOST: Final = 30
CUT_HELP: Final = _(
    "U ziet de keuzes met de meeste resultaten. Zoekt u een andere? Vul uw postcode of plaats in."
)
CUT_HELP_WORDS: Final = _(
    "U ziet de keuzes met de meeste resultaten. Zoekt u een andere? Typ haar in het zoekveld."
)
OPEN: Final = frozenset({"stap", "lijn", "toegangstoets", "eigen_bijdrage"})
FIXED_ORDER: Final = frozenset(
    {"stap", "lijn", "soort", "toegangstoets", "eigen_bijdrage", "vorm", "aanmelding", "bereik"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    slug: str
    label: str
    count: int
    selected: bool
    input_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetView:
    """One filter: `values` are shown at once, `more` after a tap."""

    name: str
    label: str
    help: str
    open: bool
    values: Sequence[Value]
    more: Sequence[Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    label: str
    remove_url: str


def shown_facets(filters: ZoekFilterSet) -> tuple[str, ...]:
    """With a gemeente its own stappen, without one the line that all models share."""
    if filters.context_gemeente is not None:
        return tuple(facet for facet in FACETS if facet not in ("gemeente", "lijn"))
    if filters.chosen.get("stap"):
        return FACETS
    return tuple(facet for facet in FACETS if facet != "stap")


def facet_views(page: SearchPage, filters: ZoekFilterSet) -> list[FacetView]:
    """One view per facet that has something to choose, in the order of FACETS."""
    views = []
    for facet in shown_facets(filters):
        values = _values(facet, page.facets.get(facet, ()), filters)
        if values:
            chosen = any(value.selected for value in values)
            values, cut = _shown(values)
            first = [v for number, v in enumerate(values) if number < SHOWN or v.selected]
            views.append(
                FacetView(
                    name=facet,
                    label=str(LABELS[facet]),
                    help=str(_cut_help(facet) if cut else HELP.get(facet, "")),
                    open=chosen or facet in OPEN,
                    values=first,
                    more=[value for value in values if value not in first],
                )
            )
    return views


def _cut_help(facet: str) -> str:
    return str(CUT_HELP_WORDS if facet == "begrip" else CUT_HELP)


def _shown(values: list[Value]) -> tuple[list[Value], bool]:
    """The first `MOST` values with every chosen one, and whether others were left out.

    All 342 gemeenten as boxes cost half of the time and a fifth of the weight of a page (measured
    at 10,000 entries), and nobody reads them.
    """
    kept = [value for number, value in enumerate(values) if number < MOST or value.selected]
    return kept, len(kept) < len(values)


def _values(facet: str, found: Sequence[FacetValue], filters: ZoekFilterSet) -> list[Value]:
    labels = choices(facet)
    counts = {value.slug: value for value in found}
    chosen = filters.chosen.get(facet, frozenset())
    slugs = [slug for slug in counts if slug in labels]
    if facet == "stap" and filters.context_gemeente is not None:
        own = f"{filters.context_gemeente.slug}:"
        # A chosen stap of another gemeente stays a choice that the visitor can undo.
        slugs = [slug for slug in labels if slug.startswith(own) or slug in chosen]
    elif facet in FIXED_ORDER:
        slugs = [slug for slug in labels if slug in counts]
    # "Niet bekend" is a value like any other, but nobody looks for it first.
    slugs.sort(key=lambda slug: slug == ONBEKEND)
    return [
        Value(
            slug=slug,
            label=labels[slug],
            count=counts[slug].count if slug in counts else 0,
            selected=slug in chosen,
            input_id=f"{facet}-{slug}".replace(":", "-").replace("+", "-plus"),
        )
        for slug in slugs
    ]


def chips(filters: ZoekFilterSet, address: Address) -> list[Chip]:
    """One chip per chosen value, each with the address without it."""
    found = []
    for facet, values in filters.chosen.items():
        labels = choices(facet)
        for slug in labels:
            if slug in values:
                found.append(
                    Chip(
                        label=f"{LABELS[facet]}: {labels[slug]}",
                        remove_url=address.without_value(facet, slug),
                    )
                )
    if filters.age is not None:
        label = filters.form.fields["leeftijd"].label
        found.append(
            Chip(label=f"{label}: {filters.age}", remove_url=address.replacing(leeftijd=""))
        )
    return found
