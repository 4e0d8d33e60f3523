"""Print why an entry stands where it stands for a question."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.http import QueryDict

from search.engines import get_engine
from search.engines.base import EngineUnavailable
from search.engines.explaining import Explanation
from search.filters import ZoekFilterSet
from socialmap.models import Gemeente, Voorziening


class Command(BaseCommand):
    help = "Toon waaruit de score van een voorziening bij een zoekvraag bestaat."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("text", help="De zoekvraag, zoals getypt.")
        parser.add_argument("slug", help="De voorziening.")
        parser.add_argument("--gemeente", help="Zoek als op de pagina's van deze gemeente (slug).")

    def handle(self, *args: Any, **options: Any) -> None:
        gemeente = _gemeente(options["gemeente"])
        voorziening = Voorziening.objects.live().filter(slug=options["slug"]).first()
        if voorziening is None:
            raise CommandError(f"Er is geen gepubliceerde voorziening {options['slug']}.")
        params = QueryDict(mutable=True)
        params["q"] = options["text"]
        query = ZoekFilterSet(params, gemeente=gemeente).to_query(facets=())
        explain = getattr(get_engine(), "explain", None)
        if explain is None:
            raise CommandError("Deze zoekmachine legt geen score uit. Gebruik embedded.")
        try:
            found = explain(query, str(voorziening.public_id))
        except EngineUnavailable as error:
            raise CommandError("Er is geen index. Maak die met: manage.py searchindex") from error
        if found is None:
            raise CommandError("De zoekvraag is leeg, of de index kent deze voorziening niet.")
        self.stdout.write("\n".join(_lines(found)))


def _gemeente(slug: str | None) -> Gemeente | None:
    if slug is None:
        return None
    gemeente = Gemeente.objects.filter(slug=slug).first()
    if gemeente is None:
        raise CommandError(f"Er is geen gemeente {slug}.")
    return gemeente


def _lines(found: Explanation) -> list[str]:
    lines = [f"{'wat':40} {'veld':20} {'gewicht':>8} {'BM25':>8} {'punten':>9}"]
    for part in sorted(found.parts, key=lambda part: -part.points):
        bm25 = f"{part.points / part.weight:8.3f}" if part.where else " " * 8
        lines.append(
            f"{part.what:40} {part.where or 'vast':20} {part.weight:8.3f} {bm25} {part.points:9.3f}"
        )
    lines.append(f"maal {found.boost:.3f} (volledig en pas gecontroleerd) is {found.sum:.3f}")
    told = f"{found.score:.3f}" if found.score else "niet gevonden"
    return [*lines, f"score van de zoekmachine: {told}"]
