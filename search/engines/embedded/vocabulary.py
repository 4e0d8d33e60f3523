"""The words of the index, as the planner asks about them."""

from collections.abc import Callable

from tantivy import Query

from search.engines.embedded.reader import Reader
from search.engines.embedded.schema import EVERY, SURFACES
from search.engines.embedded.translate import all_of, holding, term
from search.vocabulary import Similar


class ReaderVocabulary:
    """A Vocabulary of one reader, within one gemeente or all; for one query, so it remembers."""

    def __init__(self, reader: Reader, gemeente: str | None) -> None:
        self._reader = reader
        self._within = [term("gemeente", gemeente)] if gemeente is not None else []
        # Frequencies in the term dictionary cost nothing, but count deleted documents.
        self._dictionary_is_exact = not self._within and not reader.has_deletes
        self._frequencies: dict[tuple[str, ...], int] = {}

    def frequency(self, tokens: tuple[str, ...]) -> int:
        known = self._frequencies.get(tokens)
        if known is None:
            known = self._frequencies[tokens] = self._frequency(tokens)
        return known

    def _frequency(self, tokens: tuple[str, ...]) -> int:
        if not tokens:
            return self._count([]) if self._within else self._reader.documents
        doc_freq = self._reader.searcher.doc_freq
        upper = min(doc_freq(EVERY, token) for token in tokens)
        if not upper or (self._dictionary_is_exact and len(tokens) == 1):
            return upper
        return self._count([holding(tokens)])

    def completions(self, beginning: str) -> list[Similar]:
        return self._reader.spelling.completions(beginning, self._surface_frequency)

    def similar(self, word: str) -> list[Similar]:
        return self._reader.spelling.similar(word, self._surface_frequency)

    @property
    def _surface_frequency(self) -> Callable[[str], int] | None:
        if self._dictionary_is_exact:
            return None
        return lambda word: self._count([term(SURFACES, word)])

    def _count(self, queries: list[Query]) -> int:
        return self._reader.count(all_of(queries + self._within))
