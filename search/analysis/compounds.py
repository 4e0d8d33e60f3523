"""Dutch compounds and their parts: maaltijdvoorzieningen → maaltijd + voorziening.

Two tiers. Parts chosen by hand come first; only a word that they do not cover is tried with the
larger list derived from OpenTaal, and then the words chosen by hand stay whole. On 131 labelled
compounds 127 split exactly and of 88 words that are none 8 do (curated parts alone: 126 and 1, but
13 of 49 unseen compounds where the two tiers reach 40). The lists are versioned with the analysis:
an other split of a word means an other index.
"""

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Final, NamedTuple

from search.analysis.additions import additions
from search.analysis.lists import read_words
from search.analysis.stemmer import stem

LINKS: Final = ("", "s", "en", "n", "e")
MIN_WORD: Final = 6
MIN_PART: Final = 3
LONGEST_WORD: Final = 48  # beyond this it is a web address or noise, and splitting costs n²


class _Path(NamedTuple):
    """A way to cover the first letters of a word; a smaller `cost` is better."""

    cost: tuple[int, int, int]  # parts, link letters, minus the length of the shortest part
    parts: tuple[str, ...]


class Splitter:
    """Cover a whole word with known parts: fewest parts, then fewest link letters.

    A part may be followed by a link; the last one may be inflected instead (its stem is the stem of
    a known part). Protected words are never split, but may be a part of a longer word.
    """

    def __init__(self, parts: Iterable[str], protected: Iterable[str]) -> None:
        self._protected = frozenset(protected)
        self._parts = frozenset(parts) | self._protected
        self._longest = max(map(len, self._parts)) + max(map(len, LINKS)) + 1
        self._by_stem: dict[str, str] = {}
        for part in sorted(self._parts, key=lambda part: (len(part), part)):
            self._by_stem.setdefault(stem(part), part)

    def split(self, word: str) -> tuple[str, ...]:
        """Return the leaf parts in the spelling of the list, or () for a word that is not split."""
        if not MIN_WORD <= len(word) <= LONGEST_WORD or word in self._protected:
            return ()
        path = self._cover(word)
        if path is None or len(path.parts) < 2:
            return ()
        # vrijwilligersvacaturebank → vrijwilliger + vacaturebank → … + vacature + bank
        return tuple(leaf for part in path.parts for leaf in self.split(part) or (part,))

    def _cover(self, word: str) -> _Path | None:
        length = len(word)
        best: list[_Path | None] = [None] * (length + 1)
        best[0] = _Path((0, 0, 0), ())
        for start in range(length):
            path = best[start]
            if path is None:
                continue
            (count, links, shortest), parts = path
            for end in range(start + MIN_PART, min(length, start + self._longest) + 1):
                if start == 0 and end == length:
                    continue
                piece = word[start:end]
                found = self._last_part(piece) if end == length else self._part(piece)
                if found is None:
                    continue
                part, link = found
                least = max(shortest, -len(part)) if parts else -len(part)
                cost = (count + 1, links + link, least)
                known = best[end]
                if known is None or cost < known.cost:
                    best[end] = _Path(cost, (*parts, part))
        return best[length]

    def _part(self, piece: str) -> tuple[str, int] | None:
        """Return the part that `piece` is, with the number of link letters after it."""
        for link in LINKS:
            part = piece.removesuffix(link) if link else piece
            if len(part) + len(link) == len(piece) >= MIN_PART + len(link) and part in self._parts:
                return part, len(link)
        return None

    def _last_part(self, piece: str) -> tuple[str, int] | None:
        if piece in self._parts:
            return piece, 0
        if len(piece) >= 4:
            part = self._by_stem.get(stem(piece))
            if part is not None and abs(len(part) - len(piece)) <= 4 and part[:3] == piece[:3]:
                return part, 0
        return None


@cache
def _tiers() -> tuple[Splitter, Splitter]:
    added = additions()
    parts = read_words("parts.txt") | added.parts
    protected = read_words("protected.txt") | added.protected
    chosen = parts | protected
    return (
        Splitter(parts, protected),
        Splitter(chosen | read_words("derived_parts.txt"), chosen),
    )


@cache
def _known_stems() -> frozenset[str]:
    lists = map(read_words, ("parts.txt", "protected.txt", "derived_parts.txt"))
    added = additions()
    return frozenset(stem(word) for words in (*lists, *added) for word in words)


def is_known(word: str) -> bool:
    """Tell whether a folded word is one of the word lists, inflected or compounded."""
    return stem(word) in _known_stems() or bool(split(word))


@lru_cache(maxsize=200_000)
def split(word: str) -> tuple[str, ...]:
    """Return the parts of one folded word, or () when it is no known compound."""
    curated, derived = _tiers()
    return curated.split(word) or derived.split(word)


def forget() -> None:
    """Read the lists and the additions again: they changed. Splits are kept in `split`."""
    _tiers.cache_clear()
    _known_stems.cache_clear()
