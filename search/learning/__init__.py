"""Learning from searches that found little, not from people: see docs/privacy-zoeken.md."""
