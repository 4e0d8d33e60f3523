"""The total and the page asked for, in each of the orders."""

from datetime import date
from typing import Final

import numpy as np
import tantivy
from numpy.typing import NDArray
from tantivy import Occur, Query

from search.engines.embedded import translate
from search.engines.embedded.finding import Finding
from search.engines.embedded.nearby import nearest
from search.engines.embedded.reader import Addresses
from search.engines.embedded.schema import BOOST, NAAM
from search.engines.ordering import Values, daily_ties, ranks, window
from search.query import Hit, Near, Sort
from search.text import TextPlan

# Hits fetched beyond the page, to see where equal scores end.
_LOOK_AHEAD: Final = 32

Page = tuple[int, tuple[Hit, ...]]


class Paging:
    """Pages of one finding; equal entries in the order of `day`."""

    def __init__(self, finding: Finding, day: date) -> None:
        self._finding = finding
        self._reader = finding.reader
        self._plan = finding.plan
        self._day = day

    def page(self) -> Page:
        """Return the number of matches and the hits of the page asked for."""
        plan = self._plan
        if plan.sort is Sort.NAAM:
            return self._by_name()
        if plan.sort is Sort.AFSTAND and plan.near is not None:
            return self._by_distance(plan.near)
        if plan.text is None:
            return self._shuffled()
        return self._by_relevance(plan.text)

    def _by_name(self) -> Page:
        total = self._reader.count(self._finding.matches)
        addresses = self._named(self._finding.matches, self._plan.start, self._plan.size)
        return total, self._hits(addresses)

    def _by_distance(self, near: Near) -> Page:
        plan = self._plan
        addresses, distances = self._measured(near)
        order = np.argsort(distances, kind="stable")  # NaN, no point, comes last
        placed = order[: np.count_nonzero(~np.isnan(distances))]
        groups = np.cumsum(np.diff(distances[placed], prepend=-1.0) > 0, dtype=np.int64)
        chosen = placed[self._window(groups, addresses, placed)]
        found, km = [addresses[i] for i in chosen], distances[chosen]
        missing = plan.size - len(found)
        if missing and len(placed) < len(addresses):
            without = [translate.with_points(self._reader.most_points)]
            nowhere = translate.all_of([self._finding.matches], without=without)
            rest = self._named(nowhere, max(0, plan.start - len(placed)), missing)
            found, km = found + rest, np.concatenate((km, np.full(len(rest), np.nan)))
        return len(addresses), self._hits(found, km=km)

    def _measured(self, near: Near) -> tuple[Addresses, Values]:
        """Return every match with its distance in km."""
        survey = self._finding.survey
        if survey is None:
            addresses = self._reader.addresses(self._finding.matches)
            return addresses, nearest(self._reader, addresses, near.lat, near.lon)
        kept = np.flatnonzero(survey.inside & survey.filtered)
        return [survey.addresses[i] for i in kept], survey.distances[kept]

    def _shuffled(self) -> Page:
        """Without words every entry is as relevant as any other."""
        addresses = self._reader.addresses(self._finding.matches)
        groups = np.zeros(len(addresses), dtype=np.int64)
        places = self._window(groups, addresses, np.arange(len(addresses)))
        return len(addresses), self._hits([addresses[i] for i in places])

    def _by_relevance(self, text: TextPlan) -> Page:
        plan, matches = self._plan, self._finding.matches
        shoulds = [(Occur.Should, query) for query in translate.scoring(text)]
        scored = Query.boolean_query([(Occur.Must, matches), *shoulds])
        wanted = plan.start + plan.size + _LOOK_AHEAD
        while True:
            found = self._reader.searcher.search(
                scored, min(wanted, self._reader.everything), weight_by_field=BOOST
            )
            total: int = found.count  # type: ignore[attr-defined]  # not in tantivy's stub
            scores = np.array([score for score, _ in found.hits], dtype=np.float64)
            groups = ranks(scores)
            last = min(plan.start + plan.size, len(scores)) - 1
            if len(scores) >= total or groups[last] != groups[-1]:
                break
            wanted *= 4  # the equal scores on the page may go on beyond what was fetched
        addresses = [address for _, address in found.hits]
        places = self._window(groups, addresses, np.arange(len(scores)))
        return total, self._hits([addresses[i] for i in places], scores=scores[places])

    def _named(self, query: Query, start: int, size: int) -> Addresses:
        if not size or start >= self._reader.documents:
            return []
        found = self._reader.searcher.search(
            query,
            size,
            count=False,
            order_by_field=NAAM,
            order=tantivy.Order.Asc,
            offset=start,
        )
        return [address for _, address in found.hits]

    def _window(
        self, groups: NDArray[np.int64], addresses: Addresses, order: NDArray[np.int64]
    ) -> NDArray[np.int64]:
        """Return which of `groups` fill the page; `order` leads from them to `addresses`."""

        def ties(touched: slice) -> NDArray[np.uint64]:
            numbers = self._reader.numbers([addresses[i] for i in order[touched]])
            return daily_ties(numbers, self._day)

        return window(groups, self._plan.start, self._plan.size, ties)

    def _hits(
        self, addresses: Addresses, *, scores: Values | None = None, km: Values | None = None
    ) -> tuple[Hit, ...]:
        near = self._plan.near
        if km is None and near is not None:
            km = nearest(self._reader, addresses, near.lat, near.lon)
        return tuple(
            Hit(
                id=id,
                score=0.0 if scores is None else float(scores[i]),
                km=None if km is None or np.isnan(km[i]) else float(km[i]),
            )
            for i, id in enumerate(self._reader.ids(addresses))
        )
