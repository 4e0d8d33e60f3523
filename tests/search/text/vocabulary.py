"""A small vocabulary for the tests of the planner."""

from search.vocabulary import Similar

ENTRIES = 100


class Words:
    """A vocabulary made of a few frequencies; words together occur when each does."""

    def __init__(self, **frequencies: int) -> None:
        self._frequencies = frequencies

    def frequency(self, tokens: tuple[str, ...]) -> int:
        if not tokens:
            return ENTRIES
        return min(self._frequencies.get(token, 0) for token in tokens)

    def similar(self, word: str) -> list[Similar]:
        likely = {"vervoor": Similar("vervoer", 1, 5), "dolor": Similar("door", 1, 90)}
        likely["poetsvrouw"] = Similar("postvrouw", 1, 2)
        return [likely[word]] if word in likely else []

    def completions(self, beginning: str) -> list[Similar]:
        return [Similar("alarmknop", 0, 2)] if beginning == "alarmk" else []
