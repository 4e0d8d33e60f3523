"""What the score of one entry for one question is made of."""

from dataclasses import dataclass

from search.documents import Document
from search.engines.bm25 import inverse_document_frequency, rounded_length, saturated
from search.engines.corpus import LAYER_WEIGHTS, Corpus
from search.plan import FIELD_WEIGHTS
from search.text import TextPlan


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Points for one thing: those of a word are weight × BM25, those of the others are constant."""

    what: str  # the token; the words of a phrase with spaces between; the token of an area
    where: str  # field and layer, such as "naam_s"; "" for a constant
    weight: float
    points: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """The parts add up to `score` once multiplied by `boost`."""

    parts: tuple[Part, ...]
    boost: float  # of the entry: complete, and checked lately
    score: float  # as the engine orders by; 0 for an entry that it does not find

    @property
    def sum(self) -> float:
        return sum(part.points for part in self.parts) * self.boost


def explain_in_corpus(corpus: Corpus, text: TextPlan, id: str) -> Explanation:
    """Explain the score that the reference engine computes."""
    document: Document = corpus.entries[id].document
    found = id in corpus.matching(text)
    return Explanation(
        parts=(*_words(corpus, text, id), *_constants(corpus, text, document)),
        boost=document.boost,
        score=corpus.scores(text).get(id, 0.0) if found else 0.0,
    )


def _words(corpus: Corpus, text: TextPlan, id: str) -> list[Part]:
    parts = []
    for scored in text.scored:
        if id not in corpus.holding(scored.tokens):
            continue
        for token in scored.tokens:
            for (name, layer), lists in corpus.postings.items():
                holders = lists.get(token, {})
                if id not in holders:
                    continue
                lengths = corpus.lengths[name, layer]
                average = sum(lengths.values()) / len(lengths)
                weight = scored.weight * FIELD_WEIGHTS[name] * LAYER_WEIGHTS[layer]
                bm25 = inverse_document_frequency(len(holders), len(corpus.entries))
                bm25 *= saturated(holders[id], rounded_length(lengths[id]), average)
                where = f"{name}_{layer}"
                parts.append(Part(what=token, where=where, weight=weight, points=weight * bm25))
    return parts


def _constants(corpus: Corpus, text: TextPlan, document: Document) -> list[Part]:
    phrases = [
        (" ".join(phrase.tokens), phrase.weight)
        for phrase in text.phrases
        if document.id in corpus.following(phrase)
    ]
    bonuses = [(b.gebied, b.weight) for b in text.bonuses if b.gebied in document.gebieden]
    return [
        Part(what=what, where="", weight=weight, points=weight)
        for what, weight in phrases + bonuses
    ]
