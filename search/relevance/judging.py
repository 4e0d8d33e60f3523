"""Ask the results page the judged queries of a file."""

import json
from pathlib import Path
from typing import Any

from django.http import QueryDict

from search.filters import ZoekFilterSet
from search.find import find
from search.relevance.metrics import DEPTH, Judged
from socialmap.models import Gemeente, Voorziening


class UnreadableJudgements(Exception):
    """The file is not a list of judged queries; the message says where it goes wrong, in Dutch."""


def judge(path: Path) -> list[Judged]:
    """Rank every query of `path` as the results page of its gemeente would.

    Raises:
        UnreadableJudgements: not JSON, not of the right form, or a gemeente that is not loaded.
    """
    gemeenten = {gemeente.slug: gemeente for gemeente in Gemeente.objects.all()}
    judged = []
    for number, row in enumerate(_read(path), 1):
        try:
            slug = row["gemeente"]
            if slug is not None and slug not in gemeenten:
                raise UnreadableJudgements(
                    f"{path.name}, vraag {number}: gemeente {slug} is niet geladen."
                )
            soorten = row["soort"] if isinstance(row["soort"], list) else [row["soort"]]
            judged.append(
                Judged(
                    id=row["id"],
                    soorten=tuple(soorten),
                    grades=dict(row["relevant"]),
                    ranking=_ranking(row["query"], gemeenten[slug] if slug else None),
                )
            )
        except (KeyError, TypeError) as error:
            raise UnreadableJudgements(
                f"{path.name}, vraag {number}: veld {error} ontbreekt of klopt niet."
            ) from error
    return judged


def _read(path: Path) -> list[dict[str, Any]]:
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UnreadableJudgements(f"{path.name} is niet te lezen: {error}") from error
    if not isinstance(rows, list) or not rows:
        raise UnreadableJudgements(f"{path.name} bevat geen lijst met vragen.")
    return rows


def _ranking(text: str, gemeente: Gemeente | None) -> list[str]:
    params = QueryDict(mutable=True)
    params["q"] = text
    filters = ZoekFilterSet(params, gemeente=gemeente)
    hits = find(filters.to_query(size=DEPTH, facets=())).hits
    slugs = {
        str(public_id): slug
        for public_id, slug in Voorziening.objects.live()
        .filter(public_id__in=[hit.id for hit in hits])
        .values_list("public_id", "slug")
    }
    return [slugs[hit.id] for hit in hits if hit.id in slugs]
