"""The typed words worked out: what matches, what scores, what was not found."""

from search.text.plan import Bonus, Phrase, Scored, TextAnswer, TextPlan, Tokens, Word
from search.text.planning import ordering, plan_text

__all__ = [
    "Bonus",
    "Phrase",
    "Scored",
    "TextAnswer",
    "TextPlan",
    "Tokens",
    "Word",
    "ordering",
    "plan_text",
]
