"""Many invented listings from a seed, to measure with. `listings` needs no database."""
