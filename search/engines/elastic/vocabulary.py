"""The words of the index for the planner, many questions to a request.

The planner is a pure function that asks one thing at a time. Here it runs against what is known;
what is not known yet gets a guess and is written down. All that was written down goes to the server
at once, and the planner runs again, until it asks nothing new.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from elasticsearch.dsl import aggs
from elasticsearch.dsl import query as q

from search.engines.elastic import translate
from search.engines.elastic.mapping import SURFACES
from search.engines.elastic.surfaces import Surfaces
from search.text import Tokens
from search.typos import MAX_CANDIDATES, allowed_distance
from search.vocabulary import Similar

# A word that is found asks for no corrections: most words are.
_GUESS: Final = 1_000
# More than are used, since words with digits are left out afterwards.
_COMPLETIONS: Final = 50
_GROUP: Final = "counted"


@dataclass(frozen=True, slots=True)
class Holding:
    """In how many documents are all of these stems?"""

    tokens: Tokens


@dataclass(frozen=True, slots=True)
class Written:
    """In how many documents is this word as written?"""

    word: str


@dataclass(frozen=True, slots=True)
class Beginning:
    """Which words go on after this beginning?"""

    letters: str


Question = Holding | Written | Beginning
Answers = dict[Question, Any]  # int, and for Beginning a list of Similar


class AskedVocabulary:
    """A Vocabulary that writes down what it cannot answer.

    Args:
        answers: what is known of the words within the scope.
        surfaces: gives the words of the index, for corrections.
    """

    def __init__(self, answers: Mapping[Question, Any], surfaces: Callable[[], Surfaces]) -> None:
        self._answers = answers
        self._surfaces = surfaces
        self.open: set[Question] = set()

    def frequency(self, tokens: Tokens) -> int:
        count: int = self._answer(Holding(tokens), _GUESS)
        return count

    def completions(self, beginning: str) -> list[Similar]:
        if not self._surfaces().completes(beginning):
            return []
        found: list[Similar] = self._answer(Beginning(beginning), [])
        return found

    def similar(self, word: str) -> list[Similar]:
        if not allowed_distance(word):  # no need to read the words of the index
            return []
        return self._surfaces().similar(word, self._written)

    def _written(self, word: str) -> int:
        count: int = self._answer(Written(word), 1)
        return count

    def _answer(self, question: Question, guess: Any) -> Any:
        answer = self._answers.get(question)
        if answer is None:
            self.open.add(question)
            return guess
        return answer


def questions_body(questions: list[Question], gemeente: str | None) -> dict[str, Any]:
    """Return the request that answers `questions` about the documents of one gemeente, or all."""
    counted = {
        str(number): _condition(question).to_dict()
        for number, question in enumerate(questions)
        if not isinstance(question, Beginning)
    }
    asked: dict[str, Any] = {
        str(number): _going_on(question).to_dict()
        for number, question in enumerate(questions)
        if isinstance(question, Beginning)
    }
    if counted:
        asked[_GROUP] = {"filters": {"filters": counted}}
    within = translate.all_of([] if gemeente is None else [translate.term("gemeente", gemeente)])
    return {"query": within.to_dict(), "size": 0, "track_total_hits": False, "aggs": asked}


def answers_in(questions: list[Question], answer: Mapping[str, Any]) -> Answers:
    """Return what the answer to `questions_body` says."""
    found = answer["aggregations"]
    answers: Answers = {}
    for number, question in enumerate(questions):
        if isinstance(question, Beginning):
            answers[question] = _words(found[str(number)]["words"]["buckets"], question.letters)
        else:
            answers[question] = found[_GROUP]["buckets"][str(number)]["doc_count"]
    return answers


def _condition(question: Holding | Written) -> q.Query:
    if isinstance(question, Holding):
        return translate.holding(question.tokens)
    return translate.term(SURFACES, question.word)


def _going_on(question: Beginning) -> aggs.Filter:
    begins = q.Prefix(SURFACES, {"value": question.letters})
    group = aggs.Filter(begins)
    # Letters only: there is nothing to escape in the expression.
    order = [{"_count": "desc"}, {"_key": "asc"}]
    include = f"{question.letters}.*"
    group.bucket("words", "terms", field=SURFACES, include=include, size=_COMPLETIONS, order=order)
    return group


def _words(buckets: list[dict[str, Any]], beginning: str) -> list[Similar]:
    found = [
        Similar(bucket["key"], 0, bucket["doc_count"])
        for bucket in buckets
        if bucket["key"].isalpha() and bucket["key"].startswith(beginning)
    ]
    return found[:MAX_CANDIDATES]
