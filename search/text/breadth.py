"""How wide an answer may be: several words are not about a large part of all entries.

What matches is narrowed by a rule over frequencies, never by score, so that totals and facet counts
are exact and equal on every engine.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from search.begrippen.tokens import is_weak
from search.text.plan import TextPlan
from search.vocabulary import Vocabulary

PART: Final = 0.2  # of the entries in sight
FEW: Final = 5  # are never too many


def narrowed(plan: TextPlan, typed: int, vocabulary: Vocabulary) -> TextPlan:
    """Return `plan` with less to match by, when that may be more than PART of the entries in sight.

    Begrippen go from the least certain on, the first stays. A word that many entries have finds
    nothing by itself beside a begrip that does; who types one word gets every entry with it.

    Args:
        typed: number of content words that were typed.
    """
    most = max(FEW, PART * vocabulary.frequency(()))
    begrippen = _certain(plan.begrippen, most, vocabulary)
    plan = replace(plan, begrippen=begrippen)
    if typed < 2 or not begrippen or not plan.words:
        return plan
    if sum(word.frequency for word in plan.words) <= most:
        return plan
    if len(plan.words) == 1:
        return replace(plan, words=(), rarest=None, at_least=0)
    rarest = plan.rarest if plan.rarest and plan.rarest.frequency <= most else None
    return replace(plan, rarest=rarest, at_least=max(2, plan.at_least))


def _certain(tokens: Sequence[str], most: float, vocabulary: Vocabulary) -> tuple[str, ...]:
    kept: list[str] = []
    together = 0
    for token in sorted(tokens, key=is_weak):  # sorting keeps the order among equals
        together += vocabulary.frequency((token,))
        if kept and together > most:
            break
        kept.append(token)
    return tuple(kept)
