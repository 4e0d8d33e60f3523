"""The synonyms in force, by the word with which each begins, and what a question gets from them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from search.analysis import Token, analyse
from search.lists import versions
from search.lists.kept import Kept
from search.models import Synoniem
from search.synonyms.loading import shipped_rows
from search.text.alternatives import Expansion
from socialmap.models import Herkomst

WEIGHT: Final = 0.7  # of the other words, against those that were typed


class _Synonym(NamedTuple):
    stems: tuple[str, ...]  # typed words in a row
    instead: str  # what is looked for besides, as written
    tokens: tuple[str, ...]  # the same as stems
    gemeente: str  # slug, "" for everywhere


class Table:
    """Synonyms as stems: both sides went through the analysis that entries go through."""

    def __init__(self, pairs: Iterable[tuple[str, str, str]]) -> None:
        """Take (typed, looked for besides, slug of the gemeente or "")."""
        self._by_first: dict[str, list[_Synonym]] = defaultdict(list)
        for van, naar, gemeente in dict.fromkeys(pairs):
            stems, tokens = _stems(van), tuple(dict.fromkeys(_stems(naar)))
            if stems and tokens and stems != tokens:
                self._by_first[stems[0]].append(_Synonym(stems, naar, tokens, gemeente))

    def expansions(self, content: Sequence[Token], gemeente: str | None) -> Iterator[Expansion]:
        """Yield what stands for stretches of `content`.

        Args:
            content: the typed words without stop words, in order.
            gemeente: slug of the one that is searched in; her own synonyms count there only.
        """
        stems = [typed.stem for typed in content]
        for start, stem in enumerate(stems):
            for synonym in self._by_first.get(stem, ()):
                end = start + len(synonym.stems)
                if synonym.gemeente not in ("", gemeente):
                    continue
                if tuple(stems[start:end]) == synonym.stems:
                    yield Expansion(start, end, synonym.tokens, WEIGHT, synonym.instead)


def _stems(text: str) -> tuple[str, ...]:
    return tuple(token.stem for token in analyse(text) if not token.is_stop_word)


def _pairs() -> Iterator[tuple[str, str, str]]:
    """Every synonym in force in the directions in which it works."""
    if not versions.current().synoniemen:
        stored: list[tuple[str, str, str, str | None]] = []
    else:
        columns = ("van", "naar", "richting", "gemeente__slug")
        stored = list(Synoniem.objects.in_use().order_by("pk").values_list(*columns))
    if not _was_loaded():
        rows = shipped_rows()
        stored = [(r.van, r.naar, r.richting, r.gemeente) for r in rows] + stored
    for van, naar, richting, gemeente in stored:
        yield van, naar, gemeente or ""
        if richting == Synoniem.Richting.TWEE:
            yield naar, van, gemeente or ""


def _was_loaded() -> bool:
    shipped = Synoniem.objects.filter(herkomst=Herkomst.MEEGELEVERD)
    return bool(versions.current().synoniemen) and shipped.exists()


_kept: Final = Kept(lambda: Table(_pairs()), ("synoniemen", "woordenlijst"))


def synonyms() -> Table:
    """The synonyms in force, within seconds of a change."""
    return _kept.get()
