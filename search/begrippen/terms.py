"""The begrippen as visitors see them, and what is broader: small enough to keep."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from search.begrippen.thesaurus import thesaurus
from search.lists.kept import Kept


class _Terms(NamedTuple):
    terms: dict[str, str]
    broader: dict[str, str]
    entrances: frozenset[str]


# A begrip that is broader than begrippen of so many leefgebieden helps on with anything ("ik weet
# niet waar ik moet zijn", the wijkteam): what lies below it is no kind of it.
ENTRANCE: Final = 6


def _make() -> _Terms:
    begrippen = thesaurus().begrippen
    below: dict[str, set[str]] = {}
    for begrip in begrippen:
        below.setdefault(begrip.breder, set()).add(begrip.leefgebied)
    return _Terms(
        {begrip.slug: begrip.term for begrip in begrippen},
        {b.slug: b.breder for b in begrippen if b.breder},
        frozenset(slug for slug, leefgebieden in below.items() if len(leefgebieden) >= ENTRANCE),
    )


_kept: Final = Kept(_make, ("begrippen",))


def begrip_terms() -> dict[str, str]:
    """Slug → preferred term, of the begrippen in force."""
    return _kept.get().terms


def terms_of(slugs: Iterable[str]) -> list[str]:
    """The preferred terms of begrippen, in order."""
    terms = begrip_terms()
    return [terms[slug] for slug in slugs if slug in terms]


def broader_begrippen() -> dict[str, str]:
    """Slug → slug of the broader begrip."""
    return _kept.get().broader


def kinds_of() -> dict[str, str]:
    """Slug → slug of the broader begrip of which it is a kind: general entrances are left out."""
    kept = _kept.get()
    return {slug: above for slug, above in kept.broader.items() if above not in kept.entrances}
