"""Places that are named among the words."""

import pytest

from search.whereabouts import Whereabouts, find_whereabouts
from socialmap.models import Gemeente
from tests.socialmap.factories import GemeenteFactory, PlaatsFactory, VoorzieningFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def places() -> None:
    westerkwartier = GemeenteFactory(slug="westerkwartier", naam="Westerkwartier")
    oldambt = GemeenteFactory(slug="oldambt", naam="Oldambt")
    tynaarlo = GemeenteFactory(slug="tynaarlo", naam="Tynaarlo")
    for naam, gemeente, inwoners in (
        ("Leek", westerkwartier, 18_000),
        ("Een", westerkwartier, 800),
        ("Winschoten", oldambt, 18_000),
        ("Zuidlaren", tynaarlo, 10_000),
        ("De Punt", tynaarlo, 100),
        ("Nieuwe Pekela", None, 5_000),
        ("Huizen", None, 41_000),
        ("De Wijk", None, 2_600),
        ("Amsterdam", None, 900_000),
        ("Dalfsen", None, 9_000),
    ):
        PlaatsFactory(naam=naam, gemeente=gemeente, inwoners=inwoners)


def acting(text: str, gemeente: str | None = None, as_word: str = "") -> tuple[str, str] | None:
    """The place that acts, with the words that are left; None when every word stays a word."""
    found = find_whereabouts(text, gemeente_slug=gemeente, as_word=as_word)
    if found is None or not found.acts:
        return None
    assert found.lookup.plek is not None
    return found.lookup.plek.naam.split(" (")[0], found.rest


def offered(text: str, gemeente: str | None = None, as_word: str = "") -> str | None:
    found: Whereabouts | None = find_whereabouts(text, gemeente_slug=gemeente, as_word=as_word)
    return found.typed if found is not None and not found.acts else None


@pytest.mark.parametrize(
    ("text", "naam", "rest"),
    [
        ("eetclub in Winschoten", "Winschoten", "eetclub"),
        ("eetclub winschoten", "Winschoten", "eetclub"),
        ("Winschoten eetclub", "Winschoten", "eetclub"),
        ("ik woon in winschoten en zoek een maatje", "Winschoten", "ik woon en zoek een maatje"),
        ("taxi in de buurt van Zuidlaren", "Zuidlaren", "taxi"),
        ("taxi omgeving zuidlaren", "Zuidlaren", "taxi"),
        ("hulp in de gemeente Oldambt", "gemeente Oldambt", "hulp"),
        ("taalles in nieuwe pekela", "Nieuwe Pekela", "taalles"),
        ("koffie in dalfsen", "Dalfsen", "koffie"),
        ("zwemmen amsterdam", "Amsterdam", "zwemmen"),
        ("vervoer in leek", "Leek", "vervoer"),
        ("vervoer bij Leek", "Leek", "vervoer"),
        ("vervoer Leek", "Leek", "vervoer"),
        ("koffie in De Punt", "De Punt", "koffie"),
        ("Zuidlaren", "Zuidlaren", ""),
        ("eetclub in Winschoten?", "Winschoten", "eetclub"),
    ],
)
def test_a_place_among_the_words_acts_as_place(text: str, naam: str, rest: str) -> None:
    assert acting(text) == (naam, rest)


@pytest.mark.parametrize(
    "text",
    [
        "het leek mij leuk",
        "ik ben een leek",
        "een rolstoel",
        "zorg in een huis",
        "hulp in huizen",
        "huizen",
        "oude huizen te huur",
        "activiteiten in de wijk",
        "iemand van de wijk",
        "op de punt van mijn tong",
        "vervoer naar zuidlaren",
        "koffie dalfsen",
        "eetclub",
        "",
        "?!",
    ],
)
def test_words_that_only_look_like_a_place_stay_words(text: str) -> None:
    assert acting(text) is None


def test_an_ordinary_word_is_a_place_at_home() -> None:
    assert acting("vervoer leek") is None
    assert acting("vervoer leek", gemeente="oldambt") is None
    assert acting("vervoer leek", gemeente="westerkwartier") == ("Leek", "vervoer")


def test_a_place_that_stays_a_word_is_offered() -> None:
    assert offered("vervoer leek") == "leek"
    assert offered("oude huizen te huur") is None


def test_the_visitor_decides() -> None:
    assert acting("eetclub in Winschoten", as_word="winschoten") is None
    assert offered("eetclub in Winschoten", as_word="Winschoten") == "Winschoten"
    assert offered("zwemmen amsterdam", as_word="amsterdam") == "amsterdam"


def test_the_name_of_an_entry_is_no_place() -> None:
    VoorzieningFactory(naam="Zuidlaren Huis", slug="zuidlaren-huis")

    assert acting("Zuidlaren huis") is None
    assert acting("huis Zuidlaren") == ("Zuidlaren", "huis")


def test_where_somebody_says_in_is_the_place() -> None:
    assert acting("vrouwen Zuidlaren in Winschoten") == ("Winschoten", "vrouwen Zuidlaren")


def test_other_places_of_the_name_are_told() -> None:
    PlaatsFactory(naam="Zuidlaren", slug="zuidlaren-2", provincie="Limburg", inwoners=100)

    found = find_whereabouts("eetclub in Zuidlaren")

    assert found is not None
    assert len(found.lookup.suggesties) == 1


def test_it_takes_one_query_without_a_place_and_few_with_one(
    django_assert_num_queries: object,
) -> None:
    with django_assert_num_queries(1):  # type: ignore[operator]
        find_whereabouts("hulp bij het huishouden voor mijn moeder")
    with django_assert_num_queries(4):  # type: ignore[operator]
        find_whereabouts("eetclub in Winschoten")


def test_text_without_letters_asks_nothing(django_assert_num_queries: object) -> None:
    with django_assert_num_queries(0):  # type: ignore[operator]
        find_whereabouts("12 34 ?!")


def test_a_gemeente_that_is_hidden_is_not_here() -> None:
    Gemeente.objects.filter(slug="tynaarlo").update(zichtbaar=False)

    assert acting("eetclub in zuidlaren") == ("Zuidlaren", "eetclub")
    assert acting("lage zuidlaren eetclub") is None
