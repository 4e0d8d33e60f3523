"""What visitors type reaches what they mean."""

import pytest

from search.begrippen.matching import Matcher, matcher
from search.begrippen.thesaurus import Begrip, Thesaurus

SMALL = Thesaurus(
    [
        Begrip(slug="hulp", term="Hulp", leefgebied="gezondheid", vraag=("ik heb hulp nodig",)),
        Begrip(
            slug="vervoer",
            term="Vervoer",
            leefgebied="vervoer",
            vraag=("ik kom nergens meer", "taxi voor oma"),
            aanbod=("ouderenvervoer",),
        ),
        Begrip(
            slug="rolstoelvervoer",
            term="Rolstoelvervoer",
            leefgebied="vervoer",
            breder="vervoer",
            vraag=("vervoer in de rolstoel",),
        ),
        Begrip(slug="eenzaamheid", term="Eenzaamheid", leefgebied="sociale-contacten"),
    ]
)


def first(text: str, found: Matcher | None = None) -> str:
    return next((meant.slug for meant in (found or Matcher(SMALL)).begrippen(text)), "")


def test_a_way_to_say_it_leads_to_its_begrip() -> None:
    assert first("taxi voor oma") == "vervoer"


def test_words_that_every_question_holds_do_not_decide() -> None:
    assert first("wie kan mij helpen met een taxi, ik heb hulp nodig") == "vervoer"


def test_a_question_of_nothing_but_such_words_still_means_something() -> None:
    assert first("ik heb hulp nodig") == "hulp"


def test_another_word_of_the_family_is_enough() -> None:
    assert first("eenzaam") == "eenzaamheid"


def test_a_part_of_a_compound_is_enough() -> None:
    assert first("schoolvervoer") == "vervoer"


def test_a_typo_is_understood() -> None:
    assert first("rolstoelvervor") == "rolstoelvervoer"


def test_a_denial_stays_with_what_it_denies() -> None:
    bewegen = Begrip(slug="bewegen", term="Bewegen", leefgebied="sport", vraag=("graag lopen",))
    valt = Begrip(slug="valt", term="Vallen", leefgebied="zorg", vraag=("niet meer lopen",))
    found = Matcher(Thesaurus([*SMALL.begrippen, bewegen, valt]))

    assert first("graag lopen", found) == "bewegen"
    assert first("hij kan niet meer lopen", found) == "valt"


def test_neighbours_come_after_and_explain_no_word() -> None:
    meant = {found.slug: found for found in Matcher(SMALL).begrippen("taxi")}

    assert meant["rolstoelvervoer"].weight < meant["vervoer"].weight
    assert meant["rolstoelvervoer"].words == frozenset()
    assert meant["vervoer"].words == {"taxi"}


@pytest.mark.parametrize("text", ["", "  ", "???", "🙂", "qzxwv", "\x00"])
def test_what_means_nothing_reaches_nothing(text: str) -> None:
    assert matcher().begrippen(text) == []


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("geld", "geldzorgen"),
        ("praten", "maatschappelijk-werk"),
        ("hulp", "weet-niet-waar-terecht"),
        ("ik weet niet waar ik moet zijn", "weet-niet-waar-terecht"),
        ("HH1", "hulp-bij-het-huishouden"),
        ("respijt", "respijtzorg-thuis"),
        ("voorliggende voorziening", "consulent-zoekt-aanbod"),
        ("mijn man vergeet alles", "dementie"),
        ("taxi voor oma", "ritje-nodig"),
    ],
)
def test_vague_questions_and_jargon_have_an_entrance(typed: str, slug: str) -> None:
    assert slug in [meant.slug for meant in matcher().begrippen(typed)[:3]]


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("learn dutch", "nederlands-leren"),
        ("borç yardımı", "schulden"),
        ("تعلم الهولندية", "nederlands-leren"),
        ("szukam pracy", "werk-zoeken"),
        ("шукаю житло", "woning-zoeken"),
    ],
)
def test_other_languages_reach_the_begrip_too(typed: str, slug: str) -> None:
    assert matcher().begrippen(typed)[0].slug == slug
