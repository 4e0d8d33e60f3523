"""What the planner asks an index about words."""

from typing import NamedTuple, Protocol


class Similar(NamedTuple):
    """A word of the index that looks like a typed one."""

    word: str  # folded
    distance: int  # letters inserted, removed, replaced or swapped
    frequency: int  # documents that hold it


class Vocabulary(Protocol):
    """The words of one state of an index, as far as the visitor may see; nothing deleted counts."""

    def frequency(self, tokens: tuple[str, ...]) -> int:
        """Return how many documents hold each of `tokens` (stems) in some field; all for ()."""
        ...

    def completions(self, beginning: str) -> list[Similar]:
        """Return the few most frequent words that go on after `beginning`; distance 0."""
        ...

    def similar(self, word: str) -> list[Similar]:
        """Return the few words that `word` may have been meant as, the likeliest first."""
        ...
