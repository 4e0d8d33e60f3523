"""PostgreSQL full text search by hand, as somebody would write it without a search engine."""

from typing import Any, Self

from django.db import connection

_MAKE = """
CREATE TEMPORARY TABLE fulltext AS
SELECT id,
       setweight(to_tsvector('dutch', naam), 'A')
       || setweight(to_tsvector('dutch', samenvatting), 'B')
       || setweight(to_tsvector('dutch', regexp_replace(omschrijving, '<[^>]*>', ' ', 'g')), 'C')
       AS words
FROM socialmap_voorziening WHERE live
"""
_ASK = """
SELECT id, count(*) OVER () FROM fulltext, to_tsquery('dutch', %s) AS question
WHERE words @@ question ORDER BY ts_rank(words, question) DESC LIMIT 20
"""


class FullText:
    """A table of words with a GIN index, gone with the connection."""

    @classmethod
    def made(cls) -> Self:
        """Fill the table and its index from the live voorzieningen."""
        with connection.cursor() as cursor:
            cursor.execute(_MAKE)
            cursor.execute("CREATE INDEX ON fulltext USING gin (words)")
            cursor.execute("ANALYZE fulltext")
        return cls()

    def ask(self, text: str) -> list[tuple[Any, ...]]:
        """Return the first twenty for any of the words of `text`, with the number of all."""
        with connection.cursor() as cursor:
            cursor.execute(_ASK, [" | ".join(text.split())])
            return cursor.fetchall()
