"""Where to go from a question without results: what comes near, and the gemeenten around."""

from collections.abc import Iterator
from itertools import islice
from typing import Final

from django.http import HttpRequest

from search.begrippen.matching import matcher
from search.begrippen.terms import terms_of
from search.filters import ZoekFilterSet
from search.find import find
from search.results.address import Address
from search.results.link import Link
from socialmap.context import page_url

MOST: Final = 3
TRIED: Final = 5  # each costs a search


def begrip_links(filters: ZoekFilterSet, address: Address) -> list[Link]:
    """Links to the begrippen nearest to the words, of those that do lead to entries here."""
    slugs = [meant.slug for meant in matcher().begrippen(filters.words)][:TRIED]
    leading = (
        term
        for term in terms_of(slugs)
        if find(filters.to_query(text=term, size=0, facets=())).total
    )
    chosen = islice(leading, MOST)
    return [Link(label=term, url=address.replacing(q=term)) for term in chosen]


def wider_links(request: HttpRequest, filters: ZoekFilterSet, label: str) -> Iterator[Link]:
    """A link from the pages of one gemeente to the same question in all, if it finds anything."""
    if filters.context_gemeente is None or not filters.text:
        return
    params = request.GET.copy()
    params.pop("pagina", None)
    everywhere = ZoekFilterSet(params)
    if find(everywhere.to_query(size=0, facets=())).total:
        path = page_url(None, "zoeken", gemeente="")
        yield Link(label=label, url=Address(path, everywhere.parameters).page(1))
