"""The begrippen as visitors see them, and what is broader: small enough to keep."""

from typing import Final, NamedTuple

from search.begrippen.thesaurus import thesaurus
from search.lists.kept import Kept


class _Terms(NamedTuple):
    terms: dict[str, str]
    broader: dict[str, str]


def _make() -> _Terms:
    begrippen = thesaurus().begrippen
    return _Terms(
        {begrip.slug: begrip.term for begrip in begrippen},
        {begrip.slug: begrip.breder for begrip in begrippen if begrip.breder},
    )


_kept: Final = Kept(_make, ("begrippen",))


def begrip_terms() -> dict[str, str]:
    """Slug → preferred term, of the begrippen in force."""
    return _kept.get().terms


def broader_begrippen() -> dict[str, str]:
    """Slug → slug of the broader begrip."""
    return _kept.get().broader
