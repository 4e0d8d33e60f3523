"""Learning from searches that found little, without knowing who searched: see docs/privacy-zoeken.md."""
