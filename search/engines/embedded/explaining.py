"""What tantivy itself says that the score of one entry is made of."""

import json
import math
from collections.abc import Iterator

from tantivy import DocAddress, Occur, Query

from search.begrippen.tokens import is_begrip
from search.documents import BEGRIP_FIELDS
from search.engines.embedded import translate
from search.engines.embedded.finding import Finding
from search.engines.embedded.reader import Reader
from search.engines.embedded.schema import BOOST, ID, scored_field
from search.engines.explaining import Explanation, Part
from search.engines.tokens import PARTS, STEMS
from search.plan import FIELD_WEIGHTS, PARTS_WEIGHT
from search.text import TextPlan


def explain(finding: Finding, text: TextPlan, id: str) -> Explanation | None:
    """Explain the score of one entry; None when the index does not hold it."""
    reader = finding.reader
    own = translate.term(ID, id)
    addresses = reader.addresses(own)
    if not addresses:
        return None
    shoulds = [(Occur.Should, query) for query in translate.scoring(text)]
    required = translate.unscored(translate.all_of([own, finding.matches]))
    found = reader.searcher.search(
        Query.boolean_query([(Occur.Must, required), *shoulds]), 1, weight_by_field=BOOST
    ).hits
    (stored,) = reader.floats(BOOST, addresses)
    return Explanation(
        parts=(*_words(reader, text, addresses[0]), *_constants(reader, text, addresses[0])),
        boost=math.log2(2.0 + stored),  # as tantivy multiplies by a column
        score=float(found[0][0]) if found else 0.0,
    )


def _words(reader: Reader, text: TextPlan, address: DocAddress) -> Iterator[Part]:
    for scored in text.scored:
        if not _points(reader, translate.holding(scored.tokens), address):
            continue
        for token in scored.tokens:
            for name, of_field in FIELD_WEIGHTS.items():
                if (name in BEGRIP_FIELDS) != is_begrip(token):
                    continue
                for layer, of_layer in ((STEMS, 1.0), (PARTS, PARTS_WEIGHT)):
                    where = scored_field(name, layer)
                    bm25 = _points(reader, translate.term(where, token), address)
                    weight = scored.weight * of_field * of_layer
                    if bm25:
                        yield Part(what=token, where=where, weight=weight, points=weight * bm25)


def _constants(reader: Reader, text: TextPlan, address: DocAddress) -> Iterator[Part]:
    names = [
        *(" ".join(phrase.tokens) for phrase in text.phrases),
        *(bonus.gebied for bonus in text.bonuses),
    ]
    for what, query in zip(names, translate.constants(text), strict=True):
        points = _points(reader, query, address)
        if points:
            yield Part(what=what, where="", weight=points, points=points)


def _points(reader: Reader, query: Query, address: DocAddress) -> float:
    try:
        said = query.explain(reader.searcher, address).to_json()
    except ValueError:  # the entry does not match
        return 0.0
    return float(json.loads(said)["value"])
