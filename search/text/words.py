"""Which of the typed words count."""

from typing import Final

from search.analysis import Token, analyse
from search.begrippen.phrases import is_filler
from search.vocabulary import Vocabulary

MAX_CHARACTERS: Final = 200
MAX_WORDS: Final = 12


def content_of(text: str, vocabulary: Vocabulary) -> list[Token]:
    """Return the words of `text` that carry meaning, each once, MAX_WORDS at most.

    Only stop words: a name may consist of them ("Doe mee"), so those that some document holds.
    """
    tokens = list(dict.fromkeys(analyse(text)))
    content = [token for token in tokens if not token.is_stop_word][:MAX_WORDS]
    if not content:
        content = [t for t in tokens if vocabulary.frequency((t.stem,))][:MAX_WORDS]
    return content


def fillers_of(content: list[Token]) -> frozenset[str]:
    """Return the folded words that say nothing about which help; none if there is nothing else."""
    fillers = frozenset(typed.folded for typed in content if is_filler(typed.folded))
    return fillers if len(fillers) < len(content) else frozenset()
