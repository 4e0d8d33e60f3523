"""Measure how search orders real entries for judged queries."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from search import lifecycle
from search.engines import ENGINES, engine_chosen, engine_path, get_engine
from search.relevance.judging import UnreadableJudgements, judge
from search.relevance.metrics import Judged, Scores, score_by_soort
from search.relevance.sandbox import SandboxFailed, run_with_corpus


class Command(BaseCommand):
    help = "Meet met beoordeelde zoekvragen hoe goed de volgorde is."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="JSON met beoordeelde vragen.")
        parser.add_argument(
            "--corpus",
            nargs="+",
            type=Path,
            metavar="GEMEENTE_FILE",
            help="Meet op deze bestanden, in een eigen database en index die daarna weg zijn.",
        )
        parser.add_argument(
            "--without-confirmed",
            action="store_true",
            help="Met --corpus: zonder de begrippen die voor voorzieningen bevestigd zijn.",
        )
        parser.add_argument("--engine", help=f"{', '.join(ENGINES)} of een Python-pad.")
        parser.add_argument("--json", action="store_true", help="Print JSON.")
        parser.add_argument(
            "--rankings", type=Path, metavar="OUT", help="Schrijf de eerste tien slugs per vraag."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        engine = options["engine"]
        if options["corpus"]:
            self._elsewhere(options, engine)
            return
        with engine_chosen(engine):
            own = ENGINES.get(settings.SEARCH_ENGINE, settings.SEARCH_ENGINE)
            try:
                get_engine()
            except (ImportError, AttributeError) as error:
                raise CommandError(f"Er is geen zoekmachine {options['engine']}.") from error
            try:
                self._measure(options)
            finally:
                if engine_path() != own:
                    lifecycle.unregister()

    def _measure(self, options: dict[str, Any]) -> None:
        lifecycle.ensure_built()
        lifecycle.drain()
        try:
            judged = judge(options["file"])
        except UnreadableJudgements as error:
            raise CommandError(str(error)) from error
        if options["rankings"]:
            _write_rankings(options["rankings"], judged)
        scores = score_by_soort(judged)
        if options["json"]:
            shapes = {soort: asdict(values) for soort, values in scores.items()}
            self.stdout.write(json.dumps({"engine": lifecycle.status().engine, "scores": shapes}))
        else:
            self.stdout.write(_table(lifecycle.status().engine, scores))

    def _elsewhere(self, options: dict[str, Any], engine: str | None) -> None:
        command = ["evaluate_relevance", str(options["file"].resolve())]
        if options["json"]:
            command.append("--json")
        if options["rankings"]:
            command += ["--rankings", str(options["rankings"].resolve())]
        try:
            printed = run_with_corpus(
                options["corpus"],
                command,
                engine,
                confirmed=not options["without_confirmed"],
            )
        except SandboxFailed as error:
            raise CommandError(str(error)) from error
        self.stdout.write(printed.rstrip("\n"))


def _write_rankings(path: Path, judged: list[Judged]) -> None:
    rankings = {query.id: list(query.ranking) for query in judged}
    path.write_text(json.dumps(rankings, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _table(engine: str, scores: dict[str, Scores]) -> str:
    lines = [f"{engine:<18} vragen  nDCG@10  MRR@10  success@3   nul"]
    for soort, values in scores.items():
        lines.append(
            f"{soort:<18} {values.queries:>6}  {values.ndcg:>7.3f}  {values.mrr:>6.3f}"
            f"  {values.success:>9.3f}  {values.zero:>4.2f}"
        )
    return "\n".join(lines)
