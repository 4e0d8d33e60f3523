"""The words of a search that may be counted: known ones, and few."""

import re
from collections.abc import Iterable
from itertools import zip_longest
from typing import Final

from search.analysis import Token, analyse
from search.analysis.compounds import is_known
from search.begrippen.matching import matcher
from search.begrippen.phrases import is_filler
from search.query import SearchPage

# A longer question is somebody's own story: hardly anybody else asks it in these words, and whoever
# keeps it open in a browser would ask it on five days.
MOST_WORDS: Final = 5
# "kerkstraat 12" is where somebody lives; with a number behind it no such word is counted.
_STREET: Final = re.compile(r".+(?:straat|laan|weg|plein|kade|singel|dijk|pad|hof|gracht|steeg)")


def countable_words(text: str, page: SearchPage) -> tuple[str, ...]:
    """Return the folded words of `text` that may be counted, as typed, each once; () for none.

    A word counts when our word lists, the begrippen or the index hold it. So a name, a typo of one,
    a number, an e-mail address or a street with a number never does; a name that is a common word
    too ("Bakker") may.

    Args:
        page: what was found; it knows which words the index does not have.
    """
    if "@" in text:
        return ()
    content = [token for token in _without_addresses(analyse(text)) if not token.is_stop_word]
    telling = [token for token in content if not is_filler(token.folded)]
    if len(dict.fromkeys(telling)) > MOST_WORDS:
        return ()
    elsewhere = {*page.missing_words, *page.corrections}
    known = [token for token in telling if _is_word(token)]
    doubtful = [token for token in telling if token not in known and token.folded not in elsewhere]
    if doubtful:
        # A typo that a begrip explains is not missing, and no word either.
        guessed = frozenset().union(*(meant.words for meant in matcher().begrippen(text)))
        known += [token for token in doubtful if token.folded not in guessed]
    words = {token.folded for token in known if token.folded.isalpha()}
    return tuple(dict.fromkeys(token.folded for token in telling if token.folded in words))


def _is_word(token: Token) -> bool:
    return matcher().knows(token.stem) or is_known(token.folded)


def _without_addresses(tokens: list[Token]) -> Iterable[Token]:
    """Leave out every word with a digit, and a street in front of one."""
    for token, following in zip_longest(tokens, tokens[1:]):
        numbered = following is not None and following.folded[0].isdigit()
        if not any(map(str.isdigit, token.folded)) and not (
            numbered and _STREET.fullmatch(token.folded)
        ):
            yield token
