"""Lists that editors change and that every process keeps in memory: begrippen, synonyms, words."""
