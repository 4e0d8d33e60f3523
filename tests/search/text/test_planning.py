"""The typed words worked out."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from search.analysis import Token
from search.text import Scored, plan_text
from search.text.alternatives import Expansion
from search.text.planning import NO_ANSWER
from search.text.words import MAX_WORDS
from tests.search.text.vocabulary import Words


def alternatives(text: str, words: Words) -> list[set[tuple[str, ...]]]:
    plan = plan_text(text, words).plan
    return [set(word.alternatives) for word in plan.words] if plan else []


def test_no_words_limit_nothing() -> None:
    assert plan_text("", Words()).plan is None
    assert plan_text(" -- ?! 🙂", Words()).plan is None


def test_a_word_that_nobody_has_matches_nothing_and_is_reported() -> None:
    answer = plan_text("kwijtschelding", Words(hulp=3))

    assert answer.plan is not None
    assert answer.plan.rarest is None
    assert answer.missing == ("kwijtschelding",)


def test_the_rarest_word_or_half_of_the_words_is_enough() -> None:
    plan = plan_text("folder formulier invul brief", Words(folder=90, formulier=4, invul=2)).plan

    assert plan is not None
    assert plan.rarest is not None
    assert plan.rarest.alternatives == (("invul",),)
    assert plan.at_least == 2


def test_a_compound_is_found_by_its_parts_together() -> None:
    words = Words(ouderenvervoer=2, oudere=9, vervoer=9)

    assert alternatives("ouderenvervoer", words) == [{("ouderenvervoer",), ("oudere", "vervoer")}]


def test_a_compound_that_nobody_has_is_found_by_any_part() -> None:
    assert alternatives("ouderenvervoer", Words(vervoer=9)) == [{("vervoer",)}]


def test_two_words_are_also_tried_as_one_compound() -> None:
    found = alternatives("alarm knop", Words(alarmknop=1, alarm=3))

    assert found == [{("alarm",), ("alarmknop",)}, {("alarmknop",)}]


def test_an_expansion_stands_for_each_word_it_spans() -> None:
    def expand(content: Sequence[Token]) -> list[Expansion]:
        return [Expansion(1, 3, ("schoonmaakhulp",), 0.7)]

    words = Words(aanvraag=1, huishoudelijk=1, hulp=9, schoonmaakhulp=2)
    plan = plan_text("aanvraag huishoudelijke hulp", words, expand).plan

    assert plan is not None
    stands = [("schoonmaakhulp",) in word.alternatives for word in plan.words]
    assert stands.count(True) == 1  # the other words are fillers
    assert Scored(("schoonmaakhulp",), 0.7) in plan.scored


def test_relatives_count_for_less() -> None:
    plan = plan_text("mantelzorger", Words(mantelzorger=3, mantelzorg=9)).plan

    assert plan is not None
    weights = {scored.tokens: scored.weight for scored in plan.scored}
    assert weights["mantelzorger",] > weights["mantelzorg",] > 0


def test_a_typing_error_is_corrected_and_reported() -> None:
    answer = plan_text("vervoor", Words(vervoer=5))

    assert answer.corrections == {"vervoor": "vervoer"}
    assert answer.missing == ()


def test_no_word_is_a_mistake_for_a_stop_word() -> None:
    answer = plan_text("dolor", Words(door=90))

    assert answer.corrections == {}
    assert answer.missing == ("dolor",)


def test_a_word_that_some_begrip_holds_is_no_mistake_for_another() -> None:
    answer = plan_text("poetsvrouw", Words(postvrouw=2))

    assert answer.corrections == {}
    assert answer.missing == ("poetsvrouw",)


def test_a_stop_word_inside_a_compound_finds_nothing() -> None:
    assert alternatives("zelfmoord", Words(zelf=9)) == []


def test_words_of_every_question_find_only_when_nothing_else_does() -> None:
    words = Words(hulp=90, zoek=40, fiets=3)

    assert alternatives("ik zoek hulp bij mijn fiets", words) == [{("fiets",)}]
    assert alternatives("ik zoek hulp", words) == [{("zoek",)}, {("hulp",)}]


def test_words_of_every_question_do_not_answer_for_a_word_that_nobody_has() -> None:
    answer = plan_text("ik zoek hulp bij kwijtschelding", Words(hulp=90, zoek=40))

    assert answer.plan is not None
    assert not answer.plan.words
    assert answer.missing == ("kwijtschelding",)


def test_a_begrip_explains_a_word_that_no_entry_holds() -> None:
    answer = plan_text("poetsvrouw", Words(**{"begrip:hulp-bij-het-huishouden": 2}))

    assert answer.plan is not None
    assert answer.plan.begrippen == ("begrip:hulp-bij-het-huishouden",)
    assert answer.missing == ()


def test_a_beginning_stands_for_the_whole_word() -> None:
    assert plan_text("alarmk", Words(alarmknop=2)).corrections == {"alarmk": "alarmknop"}


def test_stop_words_count_only_when_there_is_nothing_else() -> None:
    words = Words(wij=2, hulp=5)

    assert alternatives("wij hulp", words) == [{("hulp",)}]
    assert alternatives("wij", words) == [{("wij",)}]


def test_stop_words_are_a_name_when_all_are_there() -> None:
    plan = plan_text("doe mee", Words(doe=2, mee=5)).plan

    assert plan is not None
    assert (plan.rarest, plan.at_least, len(plan.words)) == (None, 2, 2)


def test_stop_words_that_are_no_name_find_nothing() -> None:
    assert plan_text("hoe en wat", Words(wij=2)).plan == NO_ANSWER
    assert plan_text("hoe laat is het", Words(het=36)).plan == NO_ANSWER


def test_what_comes_after_twelve_words_is_left_out() -> None:
    text = " ".join(f"w{number}x" for number in range(30))

    assert len(plan_text(text, Words()).missing) == MAX_WORDS


def test_a_repeated_word_counts_once() -> None:
    assert len(alternatives("hulp hulp Hulp", Words(hulp=5))) == 1


@given(st.text(st.characters(), max_size=300), st.integers(0, 3))
def test_any_text_gives_a_plan(text: str, frequency: int) -> None:
    class Everywhere(Words):
        def frequency(self, tokens: tuple[str, ...]) -> int:
            return frequency

    answer = plan_text(text, Everywhere())

    assert answer.plan is None or answer.plan.at_least <= len(answer.plan.words) or not frequency
