"""Show in a text what a question found: its words, their family, and the words of its begrippen.

From the texts of the database by the analysis of the index, so it is the same with every engine.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple, Self

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from search.analysis import analyse, fold, token
from search.analysis.derivations import relatives
from search.begrippen.beginnings import beginnings
from search.begrippen.matching import matcher
from search.begrippen.meaning import MATCHES
from search.synonyms.table import synonyms
from search.text.words import content_of, fillers_of

MOST_BEGRIPPEN: Final = 3
AROUND: Final = 90  # characters of a fragment before and after what was found
_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


class Marked(NamedTuple):
    """A text ready to print, and why."""

    text: SafeString
    typed: bool  # some word of the question is in it, or one of its family
    begrippen: frozenset[str]  # slugs of which a word is in it


class Marker:
    """What to mark for one question.

    Args:
        text: what was typed.
        corrections: typed word → word that was looked for instead.
        gemeente: slug of the one that is searched in.
    """

    def __init__(
        self, text: str, corrections: Mapping[str, str] | None = None, gemeente: str | None = None
    ) -> None:
        content = content_of(text)
        fillers = fillers_of(content)
        self._stems: set[str] = set()
        for typed in (word for word in content if word.folded not in fillers):
            self._stems |= {typed.stem, *typed.parts, *relatives(typed.stem)}
        for used in (corrections or {}).values():
            for word in analyse(used):
                self._stems |= {word.stem, *word.parts}
        for expansion in synonyms().expansions(content, gemeente):
            self._stems.update(expansion.tokens)
        self._begrippen: dict[str, set[str]] = {}  # stem → slugs
        self.slugs = [
            meant.slug
            for meant in matcher().begrippen(text)
            if meant.weight >= MATCHES and meant.words
        ][:MOST_BEGRIPPEN]
        for slug in self.slugs:
            for stem in beginnings().single_words(slug):
                self._begrippen.setdefault(stem, set()).add(slug)

    @classmethod
    def of(
        cls, text: str, corrections: Mapping[str, str], gemeente: str | None = None
    ) -> Self | None:
        """Return None for a text that looks for nothing."""
        return cls(text, corrections, gemeente) if text.strip() else None

    def mark(self, text: str) -> Marked:
        """Return `text`, escaped, with what was found in <mark>."""
        parts: list[str] = []
        typed, begrippen, end = False, set[str](), 0
        for match, is_typed, slugs in self._found(text):
            typed = typed or is_typed
            begrippen |= slugs
            parts.append(conditional_escape(text[end : match.start()]))
            parts.append(f"<mark>{conditional_escape(match.group())}</mark>")
            end = match.end()
        parts.append(conditional_escape(text[end:]))
        # Every part of the text was escaped above.
        return Marked(mark_safe("".join(parts)), typed, frozenset(begrippen))  # noqa: S308

    def fragment(self, text: str) -> Marked | None:
        """Return what surrounds the first place in `text` that was found, None without any."""
        first = next(self._found(text), None)
        if first is None:
            return None
        start, end = first[0].start() - AROUND, first[0].end() + AROUND
        before, after = "", ""
        if start > 0:
            start, before = text.find(" ", start) + 1, "… "
        if end < len(text):
            end, after = text.rfind(" ", 0, end), " …"
        return self.mark(f"{before}{text[max(0, start) : end].strip()}{after}")

    def _found(self, text: str) -> Iterator[tuple[re.Match[str], bool, set[str]]]:
        for match in _WORD.finditer(text):
            word = token(fold(match.group()))
            if word.is_stop_word:
                continue
            stems = (word.stem, *word.parts)
            typed = not self._stems.isdisjoint(stems)
            slugs = self._begrippen.get(word.stem, set())
            if typed or slugs:
                yield match, typed, slugs
