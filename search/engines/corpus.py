"""Documents in memory with plain word statistics, for the reference engine."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, Self

from search.documents import Document
from search.engines.bm25 import inverse_document_frequency, rounded_length, saturated
from search.engines.ordering import number_of
from search.engines.tokens import PARTS, STEMS, DocumentTokens, document_tokens, naam_key
from search.plan import FIELD_WEIGHTS, PARTS_WEIGHT, PHRASE_FIELDS
from search.text import Phrase, Scored, TextPlan, Tokens, Word
from search.typos import SpellingIndex
from search.vocabulary import Similar

LAYER_WEIGHTS: Final = {STEMS: 1.0, PARTS: PARTS_WEIGHT}


@dataclass(frozen=True, slots=True)
class Entry:
    document: Document
    tokens: DocumentTokens
    name: tuple[str, str, str]  # what sorting by name goes by
    number: int

    @classmethod
    def of(cls, document: Document) -> Self:
        number = number_of(document.id)
        return cls(document, document_tokens(document), naam_key(document), number)


@dataclass(frozen=True)
class Corpus:
    """Every entry, with the word statistics that scoring needs; made anew after each change."""

    entries: dict[str, Entry] = field(default_factory=dict)

    @cached_property
    def postings(self) -> dict[tuple[str, str], dict[str, dict[str, int]]]:
        """(field, layer) → token → id → occurrences."""
        postings: dict[tuple[str, str], dict[str, dict[str, int]]] = {}
        for id, entry in self.entries.items():
            for name, (stems, parts) in entry.tokens.fields.items():
                for layer, tokens in ((STEMS, stems), (PARTS, parts)):
                    lists = postings.setdefault((name, layer), defaultdict(dict))
                    for token, frequency in Counter(tokens).items():
                        lists[token][id] = frequency
        return postings

    @cached_property
    def lengths(self) -> dict[tuple[str, str], dict[str, int]]:
        """(field, layer) → id → tokens."""
        lengths: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
        for id, entry in self.entries.items():
            for name, (stems, parts) in entry.tokens.fields.items():
                lengths[name, STEMS][id] = len(stems)
                lengths[name, PARTS][id] = len(parts)
        return lengths

    @cached_property
    def holders(self) -> dict[str, set[str]]:
        """Token → ids of the documents that hold it in any field."""
        holders: dict[str, set[str]] = defaultdict(set)
        for id, entry in self.entries.items():
            for token in entry.tokens.every:
                holders[token].add(id)
        return holders

    def holding(self, tokens: tuple[str, ...]) -> set[str]:
        if not tokens:
            return set(self.entries)
        return set.intersection(*(self.holders.get(token, set()) for token in tokens))

    def having(self, word: Word) -> set[str]:
        return set().union(*map(self.holding, word.alternatives))

    def following(self, phrase: Phrase) -> set[str]:
        """Return the documents in which the words of `phrase` follow each other."""
        return {
            id
            for id in self.holding(phrase.tokens)
            if any(
                _holds(self.entries[id].tokens.fields[name].stems, phrase.tokens)
                for name in PHRASE_FIELDS
            )
        }

    def matching(self, text: TextPlan | None) -> set[str]:
        if text is None:
            return set(self.entries)
        meant = set().union(*(self.holding((token,)) for token in text.begrippen))
        found = Counter(id for word in text.words for id in self.having(word))
        enough = {id for id, count in found.items() if count >= text.at_least}
        rare = self.having(text.rarest) if text.rarest else set()
        return enough | rare | meant

    def scores(self, text: TextPlan | None) -> dict[str, float]:
        scores: dict[str, float] = defaultdict(float)
        for scored in text.scored if text else ():
            self._add_scores(scored, scores)
        for bonus in text.bonuses if text else ():
            for id, entry in self.entries.items():
                if bonus.gebied in entry.document.gebieden:
                    scores[id] += bonus.weight
        for phrase in text.phrases if text else ():
            for id in self.following(phrase):
                scores[id] += phrase.weight
        for id in scores:
            scores[id] *= self.entries[id].document.boost
        return scores

    def _add_scores(self, scored: Scored, scores: dict[str, float]) -> None:
        allowed = self.holding(scored.tokens)
        for token in scored.tokens:
            for (name, layer), lists in self.postings.items():
                holders = lists.get(token, {})
                if not holders:
                    continue
                lengths = self.lengths[name, layer]
                average = sum(lengths.values()) / len(lengths)
                weight = scored.weight * FIELD_WEIGHTS[name] * LAYER_WEIGHTS[layer]
                weight *= inverse_document_frequency(len(holders), len(self.entries))
                for id in allowed & holders.keys():
                    length = rounded_length(lengths[id])
                    scores[id] += weight * saturated(holders[id], length, average)


def _holds(stems: list[str], phrase: Tokens) -> bool:
    size = len(phrase)
    return any(tuple(stems[at : at + size]) == phrase for at in range(len(stems) - size + 1))


class CorpusVocabulary:
    """The words of the documents of one gemeente, or of all."""

    def __init__(self, corpus: Corpus, gemeente: str | None) -> None:
        self._corpus = corpus
        self._visible = [
            entry
            for entry in corpus.entries.values()
            if gemeente is None or gemeente in entry.document.facets.get("gemeente", ())
        ]
        self._ids = {entry.document.id for entry in self._visible}

    def frequency(self, tokens: tuple[str, ...]) -> int:
        return len(self._corpus.holding(tokens) & self._ids)

    def completions(self, beginning: str) -> list[Similar]:
        return self._spelling.completions(beginning)

    def similar(self, word: str) -> list[Similar]:
        return self._spelling.similar(word)

    @cached_property
    def _spelling(self) -> SpellingIndex:
        words = Counter(word for entry in self._visible for word in entry.tokens.surfaces)
        return SpellingIndex(words.items())
