"""Turn voorzieningen into documents: what is findable, by which words, under which facets."""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from django.utils import timezone
from django.utils.html import strip_tags

from search.begrippen.tagging import tagger
from search.documents import ZONDER_PLEK, Document
from search.query import ONBEKEND
from socialmap.models import Doelgroep, Gemeente, Voorziening
from socialmap.serialisation import serialise
from socialmap.text import fold_name

CHUNK = 500
OLDEST = 150
_BLOCK_END = re.compile(r"</(p|li|h[1-6]|div)>|<br ?/?>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lists:
    """The closed lists that some facet values expand to; read once per batch."""

    gemeenten: tuple[str, ...]
    doelgroepen: tuple[str, ...]

    @classmethod
    def load(cls) -> Self:
        return cls(
            gemeenten=tuple(Gemeente.objects.shown().values_list("slug", flat=True)),
            doelgroepen=tuple(Doelgroep.objects.values_list("slug", flat=True)),
        )


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
    punten = [
        (locatie["lat"], locatie["lon"])
        for locatie in shape["locaties"]
        if on_earth(locatie["lat"], locatie["lon"])
    ]
    youngest, oldest = _ages(shape)
    return Document(
        id=shape["public_id"],
        texts=_texts(shape),
        begrippen=_begrippen(shape),
        aanbieders=_aanbieders(shape),
        facets=_facets(shape, lists),
        gebieden=tuple(_gebieden(shape)),
        punten=tuple(punten),
        leeftijd_van=youngest,
        leeftijd_tot=oldest,
        naam_sort=fold_name(shape["naam"]),
    )


def on_earth(lat: float | None, lon: float | None) -> bool:
    """Whether there is a point that exists: one wrong row may not stop the whole index."""
    return lat is not None and lon is not None and abs(lat) <= 90 and abs(lon) <= 180


def _ages(shape: dict[str, Any]) -> tuple[int, int]:
    youngest = min(shape["leeftijd_van"] or 0, OLDEST)
    oldest = OLDEST if shape["leeftijd_tot"] is None else min(shape["leeftijd_tot"], OLDEST)
    return youngest, max(youngest, oldest)


def plain_text(rich: str) -> str:
    """Rich text without tags, with a space where a block ended."""
    return html.unescape(strip_tags(_BLOCK_END.sub(" ", rich)))


def _texts(shape: dict[str, Any]) -> dict[str, str]:
    aanbieders = [shape["aanbieder"], *shape["mede_aanbieders"]]
    return {
        "naam": shape["naam"],
        "trefwoorden": " . ".join(shape["trefwoorden"]),
        "aanbieder": " . ".join(
            [
                *(aanbieder["naam"] for aanbieder in aanbieders if aanbieder),
                shape["aanbieder_tekst"],
            ]
        ),
        "tekst": " . ".join(part for part in _body(shape) if part),
    }


def _aanbieders(shape: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    found = (shape["aanbieder"], *shape["mede_aanbieders"])
    return tuple((one["slug"], one["naam"]) for one in found if one)


def _begrippen(shape: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    """What the entry is about, from the text that says so: not from who refers or what to bring."""
    texts = _texts(shape)
    texts["tekst"] = " . ".join(
        [
            shape["samenvatting"],
            plain_text(shape["omschrijving"]),
            *(activiteit["naam"] for activiteit in shape["activiteiten"]),
        ]
    )
    texts["doelgroepen"] = " . ".join(
        term["naam"] for term in shape["doelgroepen"] if not term["voor_iedereen"]
    )
    tagged = tagger().tags(texts, (term["slug"] for term in shape["leefgebieden"]))
    return {"begrip_sterk": tagged.strong, "begrip_zwak": tagged.weak}


def _body(shape: dict[str, Any]) -> Iterator[str]:
    yield shape["samenvatting"]
    yield plain_text(shape["omschrijving"])
    yield shape["goed_om_te_weten"]
    yield shape["wat_meenemen"]
    yield shape["toegangstoets"]["criterium"]
    yield shape["aanmelding"]["bij"]
    for term in (*shape["leefgebieden"], *shape["doelgroepen"]):
        yield term["naam"]
    for activiteit in shape["activiteiten"]:
        yield activiteit["naam"]
        yield activiteit["toelichting"]
    for locatie in shape["locaties"]:
        yield locatie["naam"]
        yield locatie["plaats"]
    for gebied in shape["werkingsgebieden"]:
        yield gebied["plaats_naam"] or ""


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
    """Tokens of the areas in which it is offered; the narrowest that is known of each."""
    if shape["bereik"]:
        yield ZONDER_PLEK
    for gebied in shape["werkingsgebieden"]:
        if gebied["soort"] == "landelijk":
            yield "landelijk"
        elif gebied["soort"] in ("plaats", "buurt", "locatie") and gebied["plaats"]:
            yield f"plaats:{gebied['plaats']}"
        elif gebied["gemeente"]:
            yield f"gemeente:{gebied['gemeente']}"


def _today() -> date:
    return timezone.localdate()
