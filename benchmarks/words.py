"""Questions of a number of words, taken from the entries themselves; the same at every run."""

import random
from functools import cache

from search.analysis import analyse
from socialmap.models import Voorziening


@cache
def _vocabulary() -> tuple[str, ...]:
    texts = Voorziening.objects.live().order_by("public_id").values_list("naam", "samenvatting")
    words: dict[str, None] = {}
    for text in texts[:500]:
        for token in analyse(" ".join(text)):
            if not token.is_stop_word and token.folded.isalpha():
                words[token.folded] = None
    return tuple(words)


def questions(words: int, count: int) -> list[str]:
    """Return `count` texts of `words` words each."""
    source = random.Random(words)  # noqa: S311 - not for secrets
    return [" ".join(source.sample(_vocabulary(), words)) for _ in range(count)]
