"""Documents and queries for the engine tests: readable ones by hand, random ones by hypothesis."""

import uuid
from typing import Any

from hypothesis import strategies as st

from search.documents import BEGRIP_FIELDS, Document
from search.query import FACETS, Near, Scope, SearchQuery, Sort


def id_of(key: str) -> str:
    """Return the public id that stands for a readable key."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, key))


def made(naam: str, *, key: str = "", **fields: Any) -> Document:
    """Return a document; its id comes from `key`, or from its name."""
    texts = {"naam": naam} | {
        name: fields.pop(name) for name in ("trefwoorden", "aanbieder", "tekst") if name in fields
    }
    return Document(id=id_of(key or naam), texts=texts, **fields)


# Few words, so that random documents and queries meet; compounds with their parts, one family, one
# typo apart, stop words, and letters outside ASCII.
WORDS = (
    *("maaltijd", "maaltijden", "maaltijdvoorziening", "voorziening", "ouderen", "ouderenvervoer"),
    *("vervoer", "alarmknop", "alarm", "knop", "mantelzorg", "mantelzorger", "hulp", "huis"),
    *("thuis", "schuldhulp", "schuld", "schulden", "taal", "taalhuis", "taalhuys", "café"),
    *("cafe's", "dementie", "wij", "doe", "mee", "voor", "de", "in", "2024", "9751ab"),
    *("begeleiding", "beleid"),
)
TYPED = (*WORDS, "maaltjid", "vervoor", "ouderevervoer", "demente", "bestaatniet", "é", "🙂", "%00")
SLUGS = ("a", "b", "c", "onbekend")
GEMEENTEN = ("haren", "oldambt", "tynaarlo")
# Begrippen that the words above reach.
BEGRIPPEN = ("dementie", "maaltijd-aan-huis", "mantelzorgondersteuning", "ritje-nodig", "schulden")
GEBIEDEN = ("landelijk", "gemeente:haren", "plaats:glimmen", "in:glimmen", "zonder-plek")

_texts = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)
# A coarse grid, so that equal distances and points on the edge of a box occur.
_lat = st.integers(0, 8).map(lambda step: 53.0 + step / 20)
_lon = st.integers(0, 8).map(lambda step: 6.4 + step / 20)
_facets = st.fixed_dictionaries(
    {"gemeente": st.sets(st.sampled_from(GEMEENTEN), max_size=2).map(sorted).map(tuple)},
    optional={
        facet: st.sets(st.sampled_from(SLUGS), max_size=2).map(sorted).map(tuple)
        for facet in ("stap", "soort", "doelgroep")
    },
)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    van = draw(st.integers(0, 80))
    return Document(
        id=str(uuid.UUID(int=draw(st.integers(0, 400)) * 7919**9 % 2**128)),
        texts={
            "naam": draw(_texts),
            "trefwoorden": draw(_texts),
            "aanbieder": draw(_texts),
            "tekst": draw(_texts),
        },
        begrippen={
            name: tuple(draw(st.lists(st.sampled_from(BEGRIPPEN), max_size=2, unique=True)))
            for name in BEGRIP_FIELDS
        },
        facets=draw(_facets),
        gebieden=tuple(draw(st.sets(st.sampled_from(GEBIEDEN), max_size=2))),
        punten=tuple(draw(st.lists(st.tuples(_lat, _lon), max_size=3))),
        leeftijd_van=van,
        leeftijd_tot=draw(st.integers(van, 150)),
        boost=draw(st.sampled_from((1.0, 1.0, 1.1, 1.5))),
    )


corpora = st.lists(documents(), max_size=40, unique_by=lambda document: document.id)
_near = st.builds(
    Near,
    lat=_lat,
    lon=_lon,
    km=st.sampled_from((None, 0.0, 3.0, 5.5597, 10.0, 25.0)),
    gebieden=st.frozensets(st.sampled_from(GEBIEDEN), max_size=2),
)
_boxes = st.tuples(_lon, _lat, _lon, _lat).map(
    lambda b: (min(b[0], b[2]), min(b[1], b[3]), max(b[0], b[2]), max(b[1], b[3]))
)


@st.composite
def queries(draw: st.DrawFn) -> SearchQuery:
    near = draw(st.none() | _near)
    sorts = [None, Sort.RELEVANTIE, Sort.NAAM] + ([Sort.AFSTAND] if near else [])
    return SearchQuery(
        scope=Scope(gemeente=draw(st.none() | st.sampled_from(GEMEENTEN))),
        text=draw(st.lists(st.sampled_from(TYPED), max_size=5).map(" ".join)),
        near=near,
        filters=draw(
            st.dictionaries(
                st.sampled_from(("gemeente", "stap", "soort", "doelgroep")),
                st.frozensets(st.sampled_from((*SLUGS, "haren", "*")), max_size=2),
                max_size=2,
            )
        ),
        leeftijd=draw(st.none() | st.integers(0, 100)),
        bbox=draw(st.none() | _boxes),
        sort=draw(st.sampled_from(sorts)),
        page=draw(st.integers(1, 3)),
        size=draw(st.sampled_from((0, 1, 5, 20))),
        facets=draw(st.sampled_from((FACETS, ("stap", "gemeente"), ()))),
        include_unknown=draw(st.frozensets(st.sampled_from(("stap", "soort")))),
    )
