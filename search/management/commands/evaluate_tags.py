"""Measure how well the begrippen that texts suggest agree with those that people confirmed."""

import json
from collections import defaultdict
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from django.core.management.base import BaseCommand, CommandError, CommandParser

from search.begrippen.tagging import Tagged, tagger
from search.begrippen.terms import broader_begrippen
from search.entry_texts import telling_texts
from search.relevance.agreement import Agreement, agreement
from search.relevance.sandbox import SandboxFailed, run_with_corpus
from socialmap.models import Voorziening, VoorzieningBegrip
from socialmap.serialisation import serialise

ALL: Final = "alle"
NATIONWIDE: Final = "landelijk"
_Found = tuple[Tagged, tuple[str, ...]]  # what the text of an entry suggests, what is confirmed


class Command(BaseCommand):
    help = "Meet hoe goed de begrippen uit teksten kloppen met de bevestigde, per gemeente."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--corpus",
            nargs="+",
            type=Path,
            metavar="GEMEENTE_FILE",
            help="Meet op deze bestanden, in een eigen database die daarna weg is.",
        )
        parser.add_argument("--json", action="store_true", help="Print JSON.")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["corpus"]:
            command = ["evaluate_tags", *(["--json"] if options["json"] else [])]
            try:
                self.stdout.write(run_with_corpus(options["corpus"], command).rstrip("\n"))
            except SandboxFailed as error:
                raise CommandError(str(error)) from error
            return
        found = _by_gemeente()
        if not found:
            raise CommandError("Er zijn geen voorzieningen met bevestigde begrippen.")
        scores = {gemeente: _scores(entries) for gemeente, entries in found.items()}
        if options["json"]:
            shapes = {
                gemeente: {name: asdict(one) for name, one in rows.items()}
                for gemeente, rows in scores.items()
            }
            self.stdout.write(json.dumps(shapes))
        else:
            self.stdout.write(_table(scores))


def _by_gemeente() -> dict[str, list[_Found]]:
    """Entries with a confirmed begrip, of each gemeente that keeps them and of all together."""
    found: dict[str, list[_Found]] = defaultdict(list)
    confirmed = Voorziening.objects.filter(
        live=True, begrippen__status=VoorzieningBegrip.Status.BEVESTIGD
    ).distinct()
    rows = confirmed.for_serialisation().select_related("beherende_gemeente").order_by("pk")
    for voorziening in rows:
        shape = serialise(voorziening)
        leefgebieden = [term["slug"] for term in shape["leefgebieden"]]
        entry = (
            tagger().tags(telling_texts(shape), leefgebieden),
            tuple(term["slug"] for term in shape["begrippen"]),
        )
        gemeente = voorziening.beherende_gemeente
        found[gemeente.slug if gemeente else NATIONWIDE].append(entry)
    every = [entry for entries in found.values() for entry in entries]
    return {**found, ALL: every} if every else {}


def _scores(entries: list[_Found]) -> dict[str, Agreement]:
    broader = broader_begrippen()
    strong = ((tagged.strong, confirmed) for tagged, confirmed in entries)
    every = ((tagged.strong + tagged.weak, confirmed) for tagged, confirmed in entries)
    return {"sterk": agreement(strong, broader), "sterk en zwak": agreement(every, broader)}


def _table(scores: dict[str, dict[str, Agreement]]) -> str:
    lines = [
        f"{'':<18} {'':<13}    n  precisie  recall   met breder of enger half: precisie  recall"
    ]
    for gemeente, rows in scores.items():
        for name, one in rows.items():
            lines.append(
                f"{gemeente:<18} {name:<13} {one.entries:>4}  {one.precision:>8.3f}"
                f"  {one.recall:>6.3f}   {one.near_precision:>34.3f}  {one.near_recall:>6.3f}"
            )
    return "\n".join(lines)
