"""The words that editors added to the analysis, from the database into the analysis."""

from search.analysis import use_additions
from search.analysis.additions import NOTHING, Additions
from search.models.woordlijstwoord import Woordlijstwoord


def load() -> None:
    """Let the analysis of this process use what the database holds.

    Raises:
        DatabaseError: nothing was changed.
    """
    words: dict[str, set[str]] = {soort: set() for soort in Woordlijstwoord.Soort.values}
    for soort, woord in Woordlijstwoord.objects.values_list("soort", "woord"):
        words.setdefault(soort, set()).add(woord)
    use_additions(
        Additions(
            parts=frozenset(words[Woordlijstwoord.Soort.WOORDDEEL]),
            protected=frozenset(words[Woordlijstwoord.Soort.BESCHERMD]),
            content=frozenset(words[Woordlijstwoord.Soort.INHOUD]),
        )
    )


def unload() -> None:
    use_additions(NOTHING)
