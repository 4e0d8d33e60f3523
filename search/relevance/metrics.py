"""nDCG, MRR, success and zero share over judged rankings; pure functions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log2
from typing import Final

DEPTH: Final = 10
HELPFUL: Final = 2
EXACT: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """Averages over `queries` judged queries; every value lies between 0 and 1."""

    queries: int
    ndcg: float
    mrr: float
    success: float
    zero: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One query with its grades and the first slugs that search gave."""

    id: str
    soorten: tuple[str, ...]
    grades: Mapping[str, int]  # slug → 1 marginal, 2 helpful, 3 exactly what is meant
    ranking: Sequence[str]


def ndcg(judged: Judged) -> float:
    """Gain 2^grade - 1, discount log2(rank + 1), over the first ten."""
    gains = [judged.grades.get(slug, 0) for slug in judged.ranking[:DEPTH]]
    ideal = _dcg(sorted(judged.grades.values(), reverse=True)[:DEPTH])
    return _dcg(gains) / ideal if ideal else 0.0


def reciprocal_rank(judged: Judged) -> float:
    """One over the rank of the first helpful entry among the first ten."""
    for rank, slug in enumerate(judged.ranking[:DEPTH], 1):
        if judged.grades.get(slug, 0) >= HELPFUL:
            return 1 / rank
    return 0.0


def success(judged: Judged) -> float:
    """1 when an entry that is exactly meant stands in the first three."""
    return float(any(judged.grades.get(slug) == EXACT for slug in judged.ranking[:3]))


def score(judged: Sequence[Judged]) -> Scores:
    """The averages over all of `judged`, which is not empty."""
    count = len(judged)
    return Scores(
        queries=count,
        ndcg=sum(map(ndcg, judged)) / count,
        mrr=sum(map(reciprocal_rank, judged)) / count,
        success=sum(map(success, judged)) / count,
        zero=sum(not query.ranking for query in judged) / count,
    )


def score_by_soort(judged: Sequence[Judged]) -> dict[str, Scores]:
    """{"alle": …, soort: …}, the soorten in alphabetical order."""
    soorten = sorted({soort for query in judged for soort in query.soorten})
    per_soort = {
        soort: score([query for query in judged if soort in query.soorten]) for soort in soorten
    }
    return {"alle": score(judged), **per_soort}


def _dcg(grades: Sequence[int]) -> float:
    return sum((2**grade - 1) / log2(rank + 1) for rank, grade in enumerate(grades, 1))
