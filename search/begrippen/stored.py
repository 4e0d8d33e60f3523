"""The begrippen as the database holds them, with what editors changed."""

from collections import defaultdict

from search.begrippen.values import Begrip
from socialmap.models import Begrip as Row
from socialmap.models import Begripswoord, Herkomst

Kant = Begripswoord.Kant
_Words = dict[str, list[str]]  # kant → words


def stored_begrippen() -> list[Begrip]:
    """Return the begrippen in use, in the order of the files."""
    rows = list(
        Row.objects.order_by().values_list(
            "pk", "slug", "term", "leefgebied__slug", "breder_id", "actief", "hulpvraag"
        )
    )
    slugs = {pk: slug for pk, slug, *_ in rows}
    above = {pk: breder for pk, _, _, _, breder, _, _ in rows}
    unused = {pk for pk, *_, actief, _ in rows if not actief}
    words: defaultdict[int, _Words] = defaultdict(lambda: defaultdict(list))
    found = Begripswoord.objects.in_use().order_by("volgorde", "pk")
    for pk, kant, tekst in found.values_list("begrip_id", "kant", "tekst").iterator():
        words[pk][kant].append(tekst)
    begrippen = [
        Begrip(
            slug=slug,
            term=term,
            leefgebied=leefgebied,
            breder=slugs.get(_broader(pk, above, unused) or 0, ""),
            vraag=tuple(words[pk][Kant.VRAAG]),
            aanbod=tuple(words[pk][Kant.AANBOD]),
            vertalingen=tuple(words[pk][Kant.VERTALING]),
            hulpvraag=hulpvraag,
        )
        for pk, slug, term, leefgebied, _, actief, hulpvraag in rows
        if actief
    ]
    return sorted(begrippen, key=lambda begrip: (begrip.leefgebied, begrip.slug))


def was_loaded() -> bool:
    """Whether what ships is in the database."""
    return Row.objects.filter(herkomst=Herkomst.MEEGELEVERD).exists()


def _broader(pk: int, above: dict[int, int | None], unused: set[int]) -> int | None:
    """Return the nearest broader begrip that is in use; two that point to each other end too."""
    seen = {pk}
    broader = above[pk]
    while broader is not None and broader in unused and broader not in seen:
        seen.add(broader)
        broader = above[broader]
    return None if broader in seen else broader
