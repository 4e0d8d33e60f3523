"""Finding places and postcodes in our own tables."""

from __future__ import annotations

import pytest

from socialmap.geo.gazetteer import Gazetteer
from socialmap.geo.place import Precisie, near_tokens
from socialmap.geo.suggestions import near_matches, suggest_places
from socialmap.models import Plaats, Postcode

pytestmark = pytest.mark.usefixtures("plaatsen")


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("HAREN", "haren"),
        ("  haren ", "haren"),
        ("Glimmen (Haren)", "glimmen"),
        ("Glimmen, Haren", "glimmen"),
        ("Glimmen, Groningen", "glimmen"),
        ("Haren Gn", "haren"),
        ("Haren (NB)", "haren-nb"),
        ("Haren, Noord-Brabant", "haren-nb"),
        ("Winschoten, Nederland", "winschoten"),
        ("'s-Hertogenbosch", "s-hertogenbosch"),
        ("’s Hertogenbosch", "s-hertogenbosch"),
        ("S-HERTOGENBOSCH", "s-hertogenbosch"),
        ("Den Bosch", "s-hertogenbosch"),
        ("Zeyen", "zeijen"),
        ("Zeĳen", "zeijen"),
        ("Feanwalden", "feanwalden"),
        ("Feanwa\u0302lden", "feanwalden"),
    ],
)
def test_a_name_is_found_however_it_is_written(text: str, slug: str) -> None:
    plek = Gazetteer().find(text)

    assert plek is not None
    assert plek.plaats_slug == slug


@pytest.mark.parametrize(
    "text", ["Voorbeeldlaan, Haren", "Haren, Voorbeeldlaan", "Haren 12", "Glimmen, Winschoten"]
)
def test_a_place_is_no_answer_to_something_more_exact_or_elsewhere(text: str) -> None:
    assert Gazetteer().find(text) is None


def test_of_places_with_one_name_the_largest_is_meant() -> None:
    match = Gazetteer().match_name("Haren")

    assert match.plek is not None
    assert match.plek.plaats_slug == "haren"
    assert match.others == ("Haren (Noord-Brabant)",)


def test_the_place_in_the_gemeente_of_the_page_goes_before_a_larger_one() -> None:
    small = Plaats.objects.get(slug="haren")
    small.inwoners = 1
    small.save()

    plek = Gazetteer().find("Haren", gemeente_slug="haren")

    assert plek is not None
    assert plek.plaats_slug == "haren"


def test_the_other_places_of_a_name_can_be_found_by_what_is_suggested() -> None:
    (other,) = Gazetteer().match_name("Haren").others

    plek = Gazetteer().find(other)

    assert plek is not None
    assert plek.plaats_slug == "haren-nb"


@pytest.mark.parametrize("text", ["Oldambt", "gemeente Oldambt", "Gemeente  oldambt"])
def test_a_gemeente_is_found_at_its_largest_place(text: str) -> None:
    plek = Gazetteer().find(text)

    assert plek is not None
    assert plek.gemeente_slug == "oldambt"
    assert plek.plaats_slug is None
    assert plek.lon == 7.03472


def test_the_word_gemeente_tells_a_gemeente_from_a_place() -> None:
    gazetteer = Gazetteer()

    gemeente, plaats = gazetteer.find("gemeente Haren"), gazetteer.find("Haren")

    assert gemeente is not None
    assert gemeente.plaats_slug is None
    assert plaats is not None
    assert plaats.plaats_slug == "haren"


@pytest.mark.parametrize("text", ["9756 AB", "9756ab", "9756 AB Glimmen", "Glimmen 9756AB"])
def test_a_postcode_is_found_with_or_without_space_and_place(text: str) -> None:
    plek = Gazetteer().find(text)

    assert plek is not None
    assert plek.naam == "9756 AB Glimmen"
    assert plek.precisie is Precisie.POSTCODE
    assert plek.gemeente_slug == "haren"


def test_a_full_postcode_falls_back_on_its_four_digits_and_says_so() -> None:
    plek = Gazetteer().find("9752 XX")

    assert plek is not None
    assert plek.naam == "9752 Haren"


def test_a_full_postcode_goes_before_its_four_digits() -> None:
    Postcode.objects.create(code="9752XX", lat=53.18, lon=6.6, bron="bag")

    plek = Gazetteer().find("9752 XX")

    assert plek is not None
    assert plek.naam == "9752 XX"


def test_a_place_of_which_the_province_is_unknown_is_found_with_any_province() -> None:
    Plaats.objects.filter(slug="glimmen").update(provincie="")

    plek = Gazetteer().find("Glimmen, Groningen")

    assert plek is not None
    assert plek.plaats_slug == "glimmen"


@pytest.mark.parametrize("text", ["0752", "9752 SS", "97", "975", "97521", "9756 ZZ"])
def test_what_is_no_known_postcode_is_not_found(text: str) -> None:
    Postcode.objects.filter(code="9752").delete()

    assert Gazetteer().find(text) is None


def test_reverse_names_the_nearest_place() -> None:
    nearest = Gazetteer().reverse(53.141, 6.630)

    assert nearest is not None
    assert nearest.slug == "glimmen"


def test_reverse_names_nothing_when_nothing_is_near() -> None:
    assert Gazetteer().reverse(51.5, 3.5) is None


def test_the_tokens_of_a_place_are_the_areas_that_hold_it() -> None:
    plek = Gazetteer().find("Glimmen")

    assert plek is not None
    assert near_tokens(plek) == {"landelijk", "gemeente:haren", "plaats:glimmen"}


def test_the_tokens_of_a_gemeente_name_no_place() -> None:
    plek = Gazetteer().find("gemeente Oldambt")

    assert plek is not None
    assert near_tokens(plek) == {"landelijk", "gemeente:oldambt"}


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("Glimen", "Glimmen"),
        ("glimmmen", "Glimmen"),
        ("Finsterwold", "Finsterwolde"),
        ("Voorbeeldlaan 1, Glimmen", "Glimmen"),
        ("Voorbeeldlaan 12 Winschoten", "Winschoten"),
        ("Harensestraat 3, Glimmen", "Glimmen"),
        ("Glimmen-Haren", "Haren"),
    ],
)
def test_near_matches_are_suggested(text: str, suggestion: str) -> None:
    assert near_matches(text)[0] == suggestion


def test_a_near_match_in_the_gemeente_of_the_page_goes_first(plaatsen: dict[str, Plaats]) -> None:
    Plaats(slug="harem", naam="Harem", lat=52, lon=5, inwoners=99999, bron="hand").save()

    assert near_matches("Harer")[0] == "Harem"
    assert near_matches("Harer", gemeente_slug="haren")[0] == "Haren"


@pytest.mark.parametrize("text", ["Zzzzzzz", "12345", "", "?", "a", "Glimmestraat 5"])
def test_nothing_is_suggested_for_what_looks_like_no_place(text: str) -> None:
    assert near_matches(text) == ()


def test_typing_suggests_the_largest_place_first() -> None:
    assert suggest_places("ha") == ("Haren", "Haren (Noord-Brabant)")


def test_typing_suggests_places_of_the_gemeente_of_the_page_before_larger_ones() -> None:
    Plaats.objects.filter(slug="haren-nb").update(inwoners=99999)

    assert suggest_places("ha", gemeente_slug="haren") == ("Haren", "Haren (Noord-Brabant)")


def test_typing_finds_names_and_postcodes_however_they_are_written() -> None:
    assert suggest_places("'s-h") == ("'s-Hertogenbosch",)
    assert suggest_places("FEANW") == ("Feanwâlden",)
    assert suggest_places("9756 a") == ("9756AB Glimmen",)
    assert suggest_places("975") == ("9752 Haren", "9756AB Glimmen")


@pytest.mark.parametrize("prefix", ["", "h", "%", "_a", "\x00", "9" * 500, "'" * 50])
def test_typing_something_odd_suggests_nothing(prefix: str) -> None:
    assert suggest_places(prefix) == ()
