"""Turn voorzieningen into documents: what is findable, by which words, under which facets."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from django.utils import timezone
from django.utils.text import slugify

from search.begrippen.suggestions import suggested
from search.begrippen.terms import kinds_of
from search.boost import boost_of
from search.documents import ZONDER_PLEK, Document
from search.entry_texts import searched_texts
from search.nearness import stands_in
from search.query import ONBEKEND
from socialmap.models import Doelgroep, Gemeente, Voorziening
from socialmap.serialisation import serialise
from socialmap.text import fold_name

CHUNK = 500
OLDEST = 150


@dataclass(frozen=True, slots=True, kw_only=True)
class Lists:
    """The closed lists that some facet values expand to; read once per batch."""

    gemeenten: tuple[str, ...]
    doelgroepen: tuple[str, ...]
    broader: Mapping[str, str]  # slug of a begrip → slug of the broader one

    @classmethod
    def load(cls) -> Self:
        return cls(
            gemeenten=tuple(Gemeente.objects.shown().values_list("slug", flat=True)),
            doelgroepen=tuple(Doelgroep.objects.values_list("slug", flat=True)),
            broader=kinds_of(),
        )

    def with_broader(self, begrippen: Iterable[str]) -> tuple[str, ...]:
        """The begrippen and all broader ones, so that choosing one finds what is narrower."""
        found: dict[str, None] = {}
        for slug in begrippen:
            while slug and slug not in found:
                found[slug] = None
                slug = self.broader.get(slug, "")
        return tuple(found)


def documents_for(public_ids: Iterable[Any]) -> list[Document]:
    """The documents of those that are findable today; the others belong out of the index."""
    lists = Lists.load()
    found = Voorziening.objects.findable_on(_today()).filter(public_id__in=list(public_ids))
    return [document_of(voorziening, lists) for voorziening in found.for_serialisation()]


def all_documents() -> Iterator[Document]:
    """Every findable voorziening, in chunks of constant memory."""
    lists = Lists.load()
    findable = Voorziening.objects.findable_on(_today()).for_serialisation().order_by("pk")
    for voorziening in findable.iterator(chunk_size=CHUNK):
        yield document_of(voorziening, lists)


def document_of(voorziening: Voorziening, lists: Lists) -> Document:
    """Build the document of one voorziening from its public serialisation."""
    shape = serialise(voorziening)
    begrippen = suggested(voorziening, shape)
    punten = [
        (locatie["lat"], locatie["lon"])
        for locatie in shape["locaties"]
        if on_earth(locatie["lat"], locatie["lon"])
    ]
    youngest, oldest = _ages(shape)
    return Document(
        id=shape["public_id"],
        texts=searched_texts(shape),
        begrippen={
            "begrip_bevestigd": begrippen.confirmed,
            "begrip_sterk": begrippen.strong,
            "begrip_zwak": begrippen.weak,
        },
        aanbieders=_aanbieders(shape),
        facets=_facets(shape, lists) | {"begrip": lists.with_broader(begrippen.certain)},
        gebieden=tuple(_gebieden(shape)),
        punten=tuple(punten),
        leeftijd_van=youngest,
        leeftijd_tot=oldest,
        naam_sort=fold_name(shape["naam"]),
        boost=boost_of(shape, _today()),
    )


def on_earth(lat: float | None, lon: float | None) -> bool:
    """Whether there is a point that exists: one wrong row may not stop the whole index."""
    return lat is not None and lon is not None and abs(lat) <= 90 and abs(lon) <= 180


def _ages(shape: dict[str, Any]) -> tuple[int, int]:
    youngest = min(shape["leeftijd_van"] or 0, OLDEST)
    oldest = OLDEST if shape["leeftijd_tot"] is None else min(shape["leeftijd_tot"], OLDEST)
    return youngest, max(youngest, oldest)


def _aanbieders(shape: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    found = (shape["aanbieder"], *shape["mede_aanbieders"])
    return tuple((one["slug"], one["naam"]) for one in found if one)


def _facets(shape: dict[str, Any], lists: Lists) -> dict[str, tuple[str, ...]]:
    nationwide = any(gebied["soort"] == "landelijk" for gebied in shape["werkingsgebieden"])
    gemeenten = {gebied["gemeente"] for gebied in shape["werkingsgebieden"] if gebied["gemeente"]}
    doelgroepen = {term["slug"] for term in shape["doelgroepen"]}
    if any(term["voor_iedereen"] for term in shape["doelgroepen"]):
        doelgroepen.update(lists.doelgroepen)
    return {
        "gemeente": tuple(sorted(gemeenten | set(lists.gemeenten if nationwide else ()))),
        "stap": tuple(f"{stap['gemeente']}:{stap['slug']}" for stap in shape["stappen"]),
        "lijn": tuple(dict.fromkeys(stap["lijn"] for stap in shape["stappen"])),
        "soort": (shape["soort"],),
        "toegangstoets": (shape["toegangstoets"]["code"],),
        "eigen_bijdrage": (shape["eigen_bijdrage"]["code"],),
        "vorm": (shape["vorm"],),
        "aanmelding": (shape["aanmelding"]["wijze"],),
        "doelgroep": tuple(sorted(doelgroepen)) or (ONBEKEND,),
        "leefgebied": tuple(term["slug"] for term in shape["leefgebieden"]) or (ONBEKEND,),
        "taal": tuple(term["slug"] for term in shape["talen"]) or (ONBEKEND,),
        "toegankelijk": _accessibility(shape),
        "bereik": tuple(shape["bereik"]),
    }


def _accessibility(shape: dict[str, Any]) -> tuple[str, ...]:
    """What is certain at one of the locations; unknown only when nothing at all is known."""
    facts = [fact for locatie in shape["locaties"] for fact in locatie["toegankelijk"].items()]
    if not any(value is not None for _, value in facts):
        return (ONBEKEND,)
    return tuple(dict.fromkeys(name for name, value in facts if value))


def _gebieden(shape: dict[str, Any]) -> Iterator[str]:
    """Tokens of where it is offered, the narrowest known of each area, and of where it stands."""
    if shape["bereik"]:
        yield ZONDER_PLEK
    for gebied in shape["werkingsgebieden"]:
        if gebied["soort"] == "landelijk":
            yield "landelijk"
        elif gebied["soort"] in ("plaats", "buurt", "locatie") and gebied["plaats"]:
            yield f"plaats:{gebied['plaats']}"
        elif gebied["gemeente"]:
            yield f"gemeente:{gebied['gemeente']}"
    for locatie in shape["locaties"]:
        if locatie["plaats"]:
            yield stands_in(slugify(locatie["plaats"]))


def _today() -> date:
    return timezone.localdate()
