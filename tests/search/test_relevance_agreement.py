"""How suggestions are compared with what people confirmed."""

from search.relevance.agreement import Agreement, agreement

BROADER = {"schuldsanering": "schulden", "schulden": "geldzorgen", "zwemmen": "bewegen"}


def test_precision_is_of_what_was_suggested_and_recall_of_what_was_confirmed() -> None:
    found = agreement([(["schulden", "zwemmen"], ["schulden"]), (["koor"], ["koor"])], BROADER)

    assert found == Agreement(
        entries=2, precision=2 / 3, recall=1.0, near_precision=2 / 3, near_recall=1.0
    )


def test_a_broader_or_narrower_one_counts_as_half() -> None:
    broader = agreement([(["schulden"], ["schuldsanering"])], BROADER)
    narrower = agreement([(["schuldsanering"], ["schulden"])], BROADER)

    for found in (broader, narrower):
        assert (found.precision, found.recall) == (0.0, 0.0)
        assert (found.near_precision, found.near_recall) == (0.5, 0.5)


def test_further_away_is_not_near() -> None:
    found = agreement([(["geldzorgen"], ["schuldsanering"])], BROADER)

    assert found.near_precision == found.near_recall == 0.0


def test_nothing_suggested_is_neither_right_nor_wrong() -> None:
    found = agreement([([], ["schulden"])], BROADER)

    assert (found.precision, found.recall) == (0.0, 0.0)
