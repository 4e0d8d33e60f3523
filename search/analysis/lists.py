"""The word lists that ship with the analysis."""

from importlib import resources

from search.analysis.fold import fold


def read_words(name: str) -> frozenset[str]:
    """Return the folded words of a file in `data/`; lines that start with # are comments."""
    text = resources.files("search.analysis").joinpath("data", name).read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(fold(word) for line in lines for word in line.split())
