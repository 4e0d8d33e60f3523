"""Build, follow, verify and show the search index."""

import signal
import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from search import lifecycle, verification, watch
from search.engines.base import EngineBusy, EngineUnavailable, State
from search.locks import LockTimeout


class Command(BaseCommand):
    help = "Bouwt, volgt of controleert de zoekindex."

    def add_arguments(self, parser: CommandParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True)
        build = actions.add_parser("build", help="Bouw de index opnieuw en schakel dan over.")
        build.add_argument(
            "--if-needed", action="store_true", help="Alleen als de index ontbreekt of oud is."
        )
        verify = actions.add_parser("verify", help="Vergelijk de index met de database.")
        verify.add_argument("--repair", action="store_true", help="Herstel wat verschilt.")
        actions.add_parser("status", help="Toon hoe het met de index gaat.")
        follow = actions.add_parser("watch", help="Werk de index bij zodra er iets verandert.")
        follow.add_argument("--interval", type=float, default=watch.INTERVAL, help="In seconden.")

    def handle(self, *args: Any, action: str, **options: Any) -> None:
        try:
            getattr(self, action)(options)
        except (EngineUnavailable, EngineBusy, LockTimeout) as error:
            raise CommandError(f"De index is niet bereikbaar: {error}") from error

    def build(self, options: dict[str, Any]) -> None:
        started = time.perf_counter()
        if options["if_needed"] and not lifecycle.needs_build():
            self.stdout.write("De index is in orde.")
            return
        generation = lifecycle.build()
        health = lifecycle.status()
        self.stdout.write(
            f"Index {generation}: {health.documents} voorzieningen "
            f"in {time.perf_counter() - started:.1f} s ({health.engine})."
        )

    def verify(self, options: dict[str, Any]) -> None:
        report = verification.verify()
        self._show(report)
        if options["repair"] and report.differing:
            verification.rewrite(report)
            self.stdout.write(f"Hersteld: {len(report.differing)}.")
            report = verification.verify()
            self._show(report)
        if report.triggers:
            raise CommandError("De outbox mist triggers. Draai: manage.py migrate")
        if not report.in_order:
            raise CommandError(
                "Index en database verschillen. Draai: manage.py searchindex verify --repair"
            )

    def _show(self, report: verification.Verification) -> None:
        self.stdout.write(
            f"Ontbreekt: {len(report.missing)}. Te veel: {len(report.superfluous)}. "
            f"Verouderd: {len(report.stale)}. Ontbrekende triggers: {len(report.triggers)}."
        )
        for public_id in sorted(report.differing):
            self.stdout.write(f"  {public_id}")

    def status(self, options: dict[str, Any]) -> None:
        health = lifecycle.status()
        self.stdout.write(
            f"{health.engine} {health.generation or '-'}: {health.state}, "
            f"{health.documents} voorzieningen, {lifecycle.backlog()} wijzigingen wachten."
        )
        if health.state is State.UNREACHABLE:
            self.stdout.write(health.detail)  # names the setting to look at

    def watch(self, options: dict[str, Any]) -> None:
        stop = watch.StopSignal()
        signal.signal(signal.SIGTERM, stop.set)
        signal.signal(signal.SIGINT, stop.set)
        watch.follow(stop, interval=options["interval"])
