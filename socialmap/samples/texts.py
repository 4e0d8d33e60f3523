"""Names and sentences of one invented listing."""

import random
from typing import Any

from socialmap.samples.world import read_json


class Texts:
    """Draws texts for one kind of help at one place."""

    def __init__(
        self, source: random.Random, soort: dict[str, Any], plaats: str, organisatie: str
    ) -> None:
        self.source, self.soort = source, soort
        self.plaats, self.organisatie = plaats, organisatie
        self.woorden = read_json("woorden.json")

    def naam(self) -> str:
        kern: str = self.source.choice(self.soort["namen"])
        roll = self.source.random()
        if roll < 0.3:
            return kern
        if roll < 0.6:
            return f"{kern} {self.plaats}"
        if roll < 0.75:
            return f"{kern} {self.source.choice(self.woorden['toevoegingen'])}"
        if roll < 0.88 or not self.organisatie:
            return f"{kern} De {self.source.choice(self.woorden['kleuren_namen'])}"
        return f"{kern} van {self.organisatie}"

    def samenvatting(self) -> str:
        text: str = self.source.choice(self.soort["samenvattingen"])
        if self.source.random() < 0.3:
            text = f"{text} In {self.plaats} en omgeving."
        return text

    def omschrijving(self) -> str:
        """Two to six sentences in one or two paragraphs; two of five listings have none."""
        if self.source.random() < 0.4:
            return ""
        pool = [*self.soort["zinnen"], *self.woorden["zinnen"]]
        chosen = self.source.sample(pool, self.source.randint(2, 6))
        middle = (len(chosen) + 1) // 2
        parts = [chosen[:middle], chosen[middle:]]
        return "".join(f"<p>{' '.join(part)}</p>" for part in parts if part)

    def maybe(self, soort: str, share: float) -> str:
        if self.source.random() >= share:
            return ""
        text: str = self.source.choice(self.woorden[soort])
        return text

    def trefwoorden(self) -> list[str]:
        if self.source.random() < 0.25:
            return []
        words = self.soort["woorden"]
        return self.source.sample(words, min(len(words), self.source.randint(1, 5)))
