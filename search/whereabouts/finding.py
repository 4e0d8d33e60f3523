"""From the words of a question to the place that is named in them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import DatabaseError
from django.db.models import Q
from django.utils.text import slugify

from search.whereabouts.rules import Known, is_place, may_be_place
from search.whereabouts.sentence import Sentence, Stretch
from socialmap.geo.gazetteer import Gazetteer
from socialmap.geo.names import parse_name
from socialmap.geo.place import PlaceLookup, Reden
from socialmap.models import Aanbieder, Plaats, Voorziening


@dataclass(frozen=True, slots=True, kw_only=True)
class Whereabouts:
    """A place that is named among the words."""

    typed: str  # its words as typed
    rest: str  # the other words, without "in" and the like
    lookup: PlaceLookup  # always with a plek
    acts: bool  # whether it acts as the place; else the words stay words, and a page may offer it


def find_whereabouts(
    text: str, *, gemeente_slug: str | None = None, as_word: str = ""
) -> Whereabouts | None:
    """Return the place that `text` names, or None; never raises.

    One query; two more when there is a name. A text that is just what a voorziening or aanbieder
    is called names no place.

    Args:
        text: what was typed.
        gemeente_slug: the gemeente of the page.
        as_word: a name that the visitor wants to be looked for as a word.
    """
    try:
        stretches = list(Sentence(text).stretches())
        known = _known(stretches, gemeente_slug)
        named = [stretch for stretch in stretches if stretch.name in known]
        if not named or _is_called(text):
            return None
        return _chosen(named, known, gemeente_slug, as_word.strip().lower())
    except DatabaseError:
        return None


def _chosen(
    named: list[Stretch], known: dict[str, Known], gemeente_slug: str | None, as_word: str
) -> Whereabouts | None:
    meant = [s for s in named if is_place(s, known[s.name]) and s.typed.lower() != as_word]
    # "activiteiten Haren in Glimmen": where somebody says "in", that is the place.
    meant.sort(key=lambda stretch: not stretch.has_preposition)
    possible = meant or [
        s for s in named if s.typed.lower() == as_word or may_be_place(s, known[s.name])
    ]
    for stretch in possible[:1]:
        match = Gazetteer().match_name(stretch.name, gemeente_slug=gemeente_slug)
        if match.plek is not None:
            lookup = PlaceLookup(plek=match.plek, suggesties=match.others, reden=Reden.GEVONDEN)
            return Whereabouts(
                typed=stretch.typed, rest=stretch.rest, lookup=lookup, acts=bool(meant)
            )
    return None


def _known(stretches: Iterable[Stretch], gemeente_slug: str | None) -> dict[str, Known]:
    """Return what the tables know of the names of `stretches`."""
    forms = {form: s.name for s in stretches for form in parse_name(s.name).namen}
    slugs = {slugify(form): name for form, name in forms.items()}
    if not forms:
        return {}
    rows = Plaats.objects.filter(Q(zoeknaam__in=forms) | Q(gemeente__slug__in=slugs))
    known: dict[str, Known] = {}
    for zoeknaam, slug, shown, inwoners in rows.values_list(
        "zoeknaam", "gemeente__slug", "gemeente__zichtbaar", "inwoners"
    ):
        names = (forms.get(zoeknaam, ""), slugs.get(slug or "", ""))
        for name in filter(None, names):
            old = known.get(name)
            known[name] = Known(
                is_own=(old is not None and old.is_own)
                or (slug is not None and slug == gemeente_slug),
                is_shown=(old is not None and old.is_shown) or bool(shown),
                inwoners=max(old.inwoners if old else 0, inwoners),
            )
    return known


def _is_called(text: str) -> bool:
    """Tell whether an entry or aanbieder has exactly this name; slugs are made of names."""
    slug = slugify(text)
    return (
        Voorziening.objects.filter(slug=slug).exists()
        or Aanbieder.objects.filter(slug=slug).exists()
    )
