"""One question of a visitor as few requests: plan, ask, and check that nothing changed meanwhile.

A search of which the words are known costs one request. New words cost one more, and a typing error
another; what lies on the edge of a circle or box, and whether the index is still the one the words
were counted in, goes along.
"""

import time
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Any, Final, NamedTuple

from search.engines.base import EngineUnavailable
from search.engines.elastic.connection import Away, Connection, Missing
from search.engines.elastic.edges import edge_body, on_the_edge, regions_of
from search.engines.elastic.finding import Body, Finding
from search.engines.elastic.generations import AliasedIndices
from search.engines.elastic.known import Known
from search.engines.elastic.surfaces import Stamp, Surfaces, SurfaceStore
from search.engines.elastic.turns import turn_of
from search.engines.elastic.vocabulary import (
    AskedVocabulary,
    answers_in,
    questions_body,
)
from search.plan import build_plan
from search.query import SearchQuery

# Rounds of questions, about words and because the index changed meanwhile.
_ROUNDS: Final = 10
_EXACT_ROUNDS: Final = 6  # from here on words may be counted in the state before the last change
_SUBSTITUTE_SECONDS: Final = 5.0  # how long another generation answers before we look for our own

_STAMP: Final[Body] = {
    "query": {"match_all": {}},
    "size": 1,
    "stored_fields": "_none_",
    "track_total_hits": True,
    "aggs": {"changed": {"max": {"field": "_seq_no"}}},
}


class Answered(NamedTuple):
    finding: Finding
    answer: Mapping[str, Any]
    stamp: Stamp


class Asker:
    """Asks one alias; remembers, per process, what it was told about words."""

    def __init__(
        self,
        connection: Connection,
        generations: AliasedIndices,
        today: Callable[[], date],
    ) -> None:
        self._today = today
        self._connection = connection
        self._generations = generations
        self._surfaces = SurfaceStore()
        self._known: Known | None = None
        self._substitute: tuple[str, float] | None = None  # alias, until when

    def answer(self, query: SearchQuery, body_of: Callable[[Finding], Body]) -> Answered:
        """Work out `query` and ask what `body_of` makes of it.

        Raises:
            EngineUnavailable: no index, or no server.
        """
        gemeente = query.scope.gemeente
        for attempt in range(_ROUNDS):
            state = self._latest()
            known = state.of(gemeente)
            words = AskedVocabulary(known.answers, partial(self._surfaces_at, state.stamp))
            plan = build_plan(query, words)
            regions = regions_of(plan)
            finding = Finding(
                plan,
                # As a rule nothing lies on an edge.
                {region: known.edges.get(region, frozenset()) for region in regions},
                turn_of(state.day, self._today()),
            )
            questions = list(words.open)
            new = [region for region in regions if region not in known.edges]
            asked = questions_body(questions, plan.gemeente) if questions else body_of(finding)
            bodies = [_STAMP, *(edge_body(region, plan) for region in new), asked]
            stamped, *edge_answers, last = self.ask(bodies)
            stamp = self._stamp_in(stamped)
            changed = stamp != state.stamp
            if changed:
                self._known = self._known_at(stamp)
                known = self._known.of(gemeente)
            edges = dict(zip(new, map(on_the_edge, new, edge_answers), strict=True))
            known.edges |= edges
            if questions:
                known.answers |= answers_in(questions, last)
            elif not any(edges.values()) and (not changed or attempt >= _EXACT_ROUNDS):
                return Answered(finding, last, stamp)
        raise EngineUnavailable("the index changes faster than it can be asked")

    def ask(self, bodies: list[Body]) -> list[Mapping[str, Any]]:
        """Send requests together; return their answers."""
        try:
            return self._send(bodies, self.alias)
        except Missing:
            substitute = self._generations.substitute()
            if substitute is None:
                self._substitute = None
                raise
            self._substitute = substitute, time.monotonic() + _SUBSTITUTE_SECONDS
            return self._send(bodies, substitute)

    def prefer_own(self) -> None:
        """Ask our own index again, from now on."""
        self._substitute = None

    @property
    def alias(self) -> str:
        """What answers now: our own alias, or for a while another one."""
        if self._substitute is not None and time.monotonic() < self._substitute[1]:
            return self._substitute[0]
        return self._generations.alias

    def _send(self, bodies: list[Body], alias: str) -> list[Mapping[str, Any]]:
        lines = [line for body in bodies for line in ({"index": alias}, body)]
        with self._connection.reading() as client:
            responses = client.msearch(searches=lines)["responses"]
        for response in responses:
            if "error" in response:
                raise _error_in(response)
        answers: list[Mapping[str, Any]] = responses
        return answers

    def _latest(self) -> Known:
        if self._known is None:
            (answer,) = self.ask([_STAMP])
            self._known = self._known_at(self._stamp_in(answer))
        return self._known

    def _known_at(self, stamp: Stamp) -> Known:
        with self._connection.reading() as client:
            return Known(stamp, self._generations.built(client, stamp.index).day)

    def _surfaces_at(self, stamp: Stamp) -> Surfaces:
        return self._surfaces.at(stamp, lambda body: self.ask([body])[0])

    def _stamp_in(self, answer: Mapping[str, Any]) -> Stamp:
        hits, changed = answer["hits"], answer["aggregations"]["changed"]["value"]
        if hits["hits"]:
            index = hits["hits"][0]["_index"]
        else:
            with self._connection.reading() as client:
                index = next(iter(client.indices.get_alias(name=self.alias)))
        return Stamp(index, -1 if changed is None else int(changed), hits["total"]["value"])


def _error_in(response: Mapping[str, Any]) -> EngineUnavailable:
    """Return the error of one of several requests; its reason may hold what was asked."""
    if response["status"] == 404:
        return Missing("there is no index yet")
    if response["status"] >= 429:
        return Away("Elasticsearch cannot answer now")
    return EngineUnavailable(f"Elasticsearch refuses the question ({response['status']})")
