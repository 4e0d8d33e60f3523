"""Names of places to offer: near what was typed wrong, or while somebody is typing."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from django.db.models import Case, IntegerField, Value, When
from rapidfuzz.distance import JaroWinkler

from socialmap.geo.names import MAX_LENGTH, clean_text
from socialmap.geo.rows import label
from socialmap.models import Plaats, Postcode
from socialmap.text import fold_name

# Between "glimen" and "glimmen" 0.97, "winschoter" and "winschoten" 0.96, "harem" and "haren"
# 0.92; two names that only begin alike ("haren", "harich") stay below.
MIN_SIMILARITY: Final = 0.88
# A place in the gemeente of the page goes before an equally near one elsewhere.
OWN_GEMEENTE: Final = 0.04
MAX_MATCHES: Final = 3
MIN_PREFIX: Final = 2
MAX_CODE: Final = 6

# Without this "Hoofdstraat 5" would suggest Hoofdplaat.
_STREET: Final = re.compile(r"(straat|laan|plein|steeg|gracht|singel)$")
_BETWEEN_PARTS: Final = re.compile(r"[-,()0-9]+")


class _Name(NamedTuple):
    zoeknaam: str
    naam: str
    slug: str
    provincie: str
    inwoners: int
    gemeente_slug: str | None


def near_matches(text: str, *, gemeente_slug: str | None = None) -> tuple[str, ...]:
    """Return at most three names of places that look like `text` or a part of it; one query."""
    parts = _parts_of(text)
    if not parts:
        return ()
    names = Plaats.objects.values_list(
        "zoeknaam", "naam", "slug", "provincie", "inwoners", "gemeente__slug"
    )
    scored = []
    for name in map(_Name._make, names.iterator()):
        likeness = max(JaroWinkler.similarity(part, name.zoeknaam) for part in parts)
        if likeness >= MIN_SIMILARITY:
            own = gemeente_slug is not None and name.gemeente_slug == gemeente_slug
            scored.append((-likeness - (OWN_GEMEENTE if own else 0), -name.inwoners, name))
    labels = (label(name.naam, name.slug, name.provincie) for *_, name in sorted(scored))
    return tuple(dict.fromkeys(labels))[:MAX_MATCHES]


def suggest_places(
    prefix: str, *, gemeente_slug: str | None = None, limit: int = 8
) -> tuple[str, ...]:
    """Return places, or postcodes, that begin with `prefix`: own gemeente first, then by size.

    Answers from our own tables alone: what somebody is typing never leaves the machine.
    """
    prefix = clean_text(prefix)
    if prefix[:1].isdigit():
        return _postcodes(prefix, limit)
    folded = fold_name(prefix)
    if len(folded) < MIN_PREFIX:
        return ()
    # "" is the slug of no gemeente; None would match the places without one.
    own = When(gemeente__slug=gemeente_slug or "", then=Value(0))
    rows = (
        Plaats.objects.filter(zoeknaam__startswith=folded)
        .annotate(buiten=Case(own, default=Value(1), output_field=IntegerField()))
        .order_by("buiten", "-inwoners", "naam", "slug")
        .values_list("naam", "slug", "provincie")[:limit]
    )
    return tuple(dict.fromkeys(label(*row) for row in rows))


def _postcodes(prefix: str, limit: int) -> tuple[str, ...]:
    code = prefix.replace(" ", "").upper()
    if not (MIN_PREFIX <= len(code) <= MAX_CODE and code.isascii() and code.isalnum()):
        return ()
    # A range uses the index on every database; SQLite reads the whole table for a prefix.
    rows = Postcode.objects.filter(code__range=(code, code.ljust(MAX_CODE + 1, "Z")))
    names = rows.order_by("code").values_list("code", "plaats__naam")[:limit]
    return tuple(f"{code} {naam}" if naam else code for code, naam in names)


def _parts_of(text: str) -> frozenset[str]:
    """Return the folded whole, the parts between commas and digits, and the last word of each."""
    parts = {fold_name(part) for part in _BETWEEN_PARTS.split(text[:MAX_LENGTH])}
    parts.add(fold_name(text))
    parts |= {part.rpartition(" ")[2] for part in parts}
    return frozenset(p for p in parts if len(p) >= MIN_PREFIX and not _STREET.search(p))
