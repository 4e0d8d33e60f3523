"""Ask the results page the judged queries of a file."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NoReturn

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
    rows = [_Row(row, f"{path.name}, vraag {number}") for number, row in enumerate(_read(path), 1)]
    return [
        Judged(
            id=row.text("id"),
            soorten=row.soorten(),
            grades=row.grades(),
            ranking=_ranking(row.text("query"), row.gemeente(gemeenten)),
        )
        for row in rows
    ]


class _Row:
    """One judged query as it stands in the file; each reader checks what it reads."""

    def __init__(self, values: Any, where: str) -> None:
        if not isinstance(values, dict):
            raise UnreadableJudgements(f"{where}: dit is geen vraag met velden.")
        self._values, self._where = values, where

    def text(self, name: str) -> str:
        value = self._values.get(name)
        return value if isinstance(value, str) else self._refuse(name)

    def soorten(self) -> tuple[str, ...]:
        value = self._values.get("soort")
        several = value if isinstance(value, list) else [value]
        if not several or not all(isinstance(soort, str) for soort in several):
            self._refuse("soort")
        return tuple(several)

    def grades(self) -> dict[str, int]:
        value = self._values.get("relevant")
        if not isinstance(value, dict) or not all(
            grade in (0, 1, 2, 3) for grade in value.values()
        ):
            self._refuse("relevant")
        return dict(value)

    def gemeente(self, gemeenten: Mapping[str, Gemeente]) -> Gemeente | None:
        if self._values.get("gemeente") is None:
            return None
        slug = self.text("gemeente")
        if slug not in gemeenten:
            raise UnreadableJudgements(f"{self._where}: gemeente {slug} is niet geladen.")
        return gemeenten[slug]

    def _refuse(self, name: str) -> NoReturn:
        raise UnreadableJudgements(f"{self._where}: veld {name} ontbreekt of klopt niet.")


def _read(path: Path) -> list[Any]:
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
