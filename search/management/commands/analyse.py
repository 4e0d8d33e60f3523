"""Shows what the Dutch analysis makes of words: stems, and the stems of the parts of compounds."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from search.analysis import analyse
from search.lists import versions


class Command(BaseCommand):
    help = "Toont per woord de stam en de delen, zoals zoeken ze gebruikt."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("words", nargs="+", metavar="WORD")
        parser.add_argument("--json", action="store_true", help="Print één JSON-lijst.")

    def handle(self, *args: Any, **options: Any) -> None:
        versions.current()  # Takes over the words that editors added.
        shown = [_row(word) for word in options["words"]]
        if options["json"]:
            self.stdout.write(json.dumps(shown, ensure_ascii=False))
            return
        for row in shown:
            parts = f" = {' + '.join(row['parts'])}" if row["parts"] else ""
            self.stdout.write(f"{row['word']}: {row['stem']}{parts}")


def _row(word: str) -> dict[str, Any]:
    """One row an argument; several words in one have no parts, and no word at all has no stem."""
    tokens = analyse(word)
    return {
        "word": word,
        "folded": " ".join(token.folded for token in tokens),
        "stem": " ".join(token.stem for token in tokens),
        "parts": list(tokens[0].parts) if len(tokens) == 1 else [],
    }
