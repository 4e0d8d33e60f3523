"""The measures, against values worked out by hand."""

import pytest

from search.relevance.metrics import Judged, ndcg, reciprocal_rank, score, score_by_soort, success


def judged(
    grades: dict[str, int], ranking: list[str], soorten: tuple[str, ...] = ("exact",)
) -> Judged:
    return Judged(id="q", soorten=soorten, grades=grades, ranking=ranking)


class TestNdcg:
    def test_the_best_order_is_one(self) -> None:
        assert ndcg(judged({"a": 3, "b": 1}, ["a", "b", "x"])) == pytest.approx(1.0)

    def test_the_wrong_order_by_hand(self) -> None:
        # Gains 1 and 7 (2^1 - 1, 2^3 - 1): (1/1 + 7/1.58496) / (7/1 + 1/1.58496) = 5.4165 / 7.6309
        assert ndcg(judged({"a": 3, "b": 1}, ["b", "a"])) == pytest.approx(0.70981, abs=1e-5)

    def test_what_is_missed_counts_in_the_ideal(self) -> None:
        # 7 / (7 + 3/1.58496) = 7 / 8.8928
        assert ndcg(judged({"a": 3, "b": 2}, ["a"])) == pytest.approx(0.78715, abs=1e-5)

    def test_only_the_first_ten_count(self) -> None:
        ranking = [f"x{number}" for number in range(10)] + ["a"]

        assert ndcg(judged({"a": 3}, ranking)) == 0.0

    def test_the_tenth_counts(self) -> None:
        ranking = [f"x{number}" for number in range(9)] + ["a"]

        assert ndcg(judged({"a": 3}, ranking)) == pytest.approx(1 / 3.45943, abs=1e-5)

    def test_a_query_without_judgements_is_zero(self) -> None:
        assert ndcg(judged({}, ["a"])) == 0.0


class TestRankAndSuccess:
    def test_the_first_helpful_entry_decides(self) -> None:
        assert reciprocal_rank(judged({"a": 1, "b": 2}, ["x", "a", "b"])) == pytest.approx(1 / 3)

    def test_marginal_entries_do_not_help(self) -> None:
        assert reciprocal_rank(judged({"a": 1}, ["a"])) == 0.0

    def test_success_is_an_exact_entry_in_the_first_three(self) -> None:
        assert success(judged({"a": 3}, ["x", "y", "a"])) == 1.0
        assert success(judged({"a": 3}, ["x", "y", "z", "a"])) == 0.0
        assert success(judged({"a": 2}, ["a"])) == 0.0


class TestAverages:
    def test_they_are_means_over_the_queries(self) -> None:
        scores = score([judged({"a": 3}, ["a"]), judged({"a": 3}, [])])

        assert (scores.queries, scores.ndcg, scores.mrr, scores.success, scores.zero) == (
            2,
            0.5,
            0.5,
            0.5,
            0.5,
        )

    def test_a_query_of_two_soorten_counts_in_both(self) -> None:
        found = score_by_soort(
            [judged({"a": 3}, ["a"], ("vraag", "exact")), judged({"a": 3}, [], ("exact",))]
        )

        assert list(found) == ["alle", "exact", "vraag"]
        assert (found["alle"].queries, found["exact"].queries, found["vraag"].queries) == (2, 2, 1)
        assert found["vraag"].ndcg == 1.0
