"""An answer to several words is narrowed when it may be a large part of all entries."""

from search.begrippen.tokens import strong_token, weak_token
from search.text.breadth import narrowed
from search.text.plan import TextPlan, Word
from tests.search.text.vocabulary import Words

OUDEREN = Word((("ouder",),), 40)
VERVOER = Word((("vervoer",),), 30)
BELBUS = Word((("belbus",),), 2)
STRONG, WEAK, OTHER = strong_token("vervoer"), weak_token("vervoer"), weak_token("eenzaam")


def plan(*words: Word, begrippen: tuple[str, ...] = ()) -> TextPlan:
    rarest = min(words, key=lambda word: word.frequency, default=None)
    return TextPlan(words, rarest, (len(words) + 1) // 2, (), begrippen)


def test_what_leads_to_few_entries_stays_as_it_is() -> None:
    narrow = plan(BELBUS, begrippen=(STRONG,))

    assert narrowed(narrow, 2, Words(**{STRONG: 8})) == narrow


def test_the_least_certain_begrippen_go_first_and_one_stays() -> None:
    words = Words(**{STRONG: 15, WEAK: 10, OTHER: 4})
    wide = plan(begrippen=(WEAK, STRONG, OTHER))

    assert narrowed(wide, 2, words).begrippen == (STRONG,)
    assert narrowed(plan(begrippen=(WEAK,)), 2, Words(**{WEAK: 60})).begrippen == (WEAK,)


def test_a_frequent_word_finds_nothing_by_itself_beside_a_begrip() -> None:
    words = Words(**{STRONG: 8})

    alone = narrowed(plan(OUDEREN, begrippen=(STRONG,)), 2, words)
    together = narrowed(plan(OUDEREN, VERVOER, begrippen=(STRONG,)), 2, words)

    assert (alone.words, alone.rarest) == ((), None)
    assert (together.rarest, together.at_least) == (None, 2)


def test_a_rare_word_still_finds_by_itself() -> None:
    found = narrowed(plan(OUDEREN, BELBUS, begrippen=(STRONG,)), 2, Words(**{STRONG: 8}))

    assert (found.rarest, found.at_least) == (BELBUS, 2)


def test_who_types_one_word_gets_every_entry_with_it() -> None:
    wide = plan(OUDEREN, begrippen=(STRONG,))

    assert narrowed(wide, 1, Words(**{STRONG: 8})) == wide


def test_without_a_begrip_words_are_all_there_is() -> None:
    wide = plan(OUDEREN, VERVOER)

    assert narrowed(wide, 2, Words()) == wide
