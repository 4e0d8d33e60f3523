"""The version of the analysis: that of the code and of what editors added to the word lists."""

from search.analysis import ANALYSIS_VERSION
from search.analysis.additions import additions
from search.lists import versions


def analysis_version() -> str:
    """Return the version as it stands in a manifest: another one means a rebuild."""
    versions.current()  # Takes over what editors changed.
    return ANALYSIS_VERSION + additions().version()
