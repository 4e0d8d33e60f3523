"""The ready tokens of one document, the same for every engine."""

from typing import Final, NamedTuple

from search.analysis import SENTINEL, fold, layers
from search.begrippen.tokens import confirmed_tokens, strong_tokens, weak_tokens
from search.documents import BEGRIP_FIELDS, TEXT_FIELDS, Document

STEMS: Final = "s"
PARTS: Final = "p"
_LONGEST_NAME: Final = 500  # characters; engines refuse exact values of more than some 32,000 bytes
# Short fields, where a stop word may be the name itself ("Wij", "Doe mee").
_KEEP_STOP_WORDS: Final = frozenset({"naam", "aanbieder"})


class FieldTokens(NamedTuple):
    stems: list[str]
    parts: list[str]


class DocumentTokens(NamedTuple):
    fields: dict[
        str, FieldTokens
    ]  # keys TEXT_FIELDS and BEGRIP_FIELDS; each list ends with the sentinel
    every: list[str]  # each stem of any field once: what matching goes by
    surfaces: list[str]  # each word and compound part as written, once: for typos and completion


def document_tokens(document: Document) -> DocumentTokens:
    fields: dict[str, FieldTokens] = {}
    every: dict[str, None] = {}
    surfaces: dict[str, None] = {}
    for name in TEXT_FIELDS:
        text = document.texts.get(name, "")
        words, stems, parts = layers(text, keep_stop_words=name in _KEEP_STOP_WORDS)
        every |= dict.fromkeys(stems)
        every |= dict.fromkeys(parts)
        surfaces |= dict.fromkeys(words)
        stems.append(SENTINEL)
        parts.append(SENTINEL)
        fields[name] = FieldTokens(stems, parts)
    makers = (confirmed_tokens, strong_tokens, weak_tokens)
    for name, made in zip(BEGRIP_FIELDS, makers, strict=True):
        begrippen = made(document.begrippen.get(name, ()))
        every |= dict.fromkeys(begrippen)
        fields[name] = FieldTokens([*begrippen, SENTINEL], [SENTINEL])
    return DocumentTokens(fields, list(every), list(surfaces))


def naam_key(document: Document) -> tuple[str, str, str]:
    """Return what sorting by name goes by: folded, then as written, then the id."""
    naam = document.texts.get("naam", "")
    return _one_line(fold(document.naam_sort)), _one_line(naam), document.id


def _one_line(text: str) -> str:
    """Drop control characters, which could end the text in an index, and half surrogate pairs."""
    printable = text if text.isprintable() else "".join(filter(str.isprintable, text))
    return printable[:_LONGEST_NAME]
