"""The drawings keep every stap reachable and every text inside its card."""

import pytest

from socialmap.drawings import Tekening, TekenStap, teken
from socialmap.drawings.regels import breedte, breek, hele_zinnen

SOORTEN = ["rotonde", "regenboog", "piramide", "keten"]


def stap(nummer: int, *, via_gemeente: bool = False, naam: str = "") -> TekenStap:
    return TekenStap(
        naam=naam or f"Algemene en voorliggende voorzieningen {nummer}",
        nummer=nummer,
        uitleg="Hulp en activiteiten waar iedereen gebruik van kan maken. Soms is er een toets.",
        url=f"/haren/zoeken/?stap=haren:stap-{nummer}",
        aantal=nummer * 7,
        via_gemeente=via_gemeente,
    )


def tekening(soort: str, aantal: int) -> Tekening:
    stappen = [stap(nummer) for nummer in range(1, aantal)] + [stap(aantal, via_gemeente=True)]
    return teken(soort, stappen)


@pytest.mark.parametrize("aantal", [1, 2, 3, 4, 6])
@pytest.mark.parametrize("soort", SOORTEN)
def test_each_stap_gets_one_card_in_the_order_of_the_model(soort: str, aantal: int) -> None:
    getekend = tekening(soort, aantal)

    assert [deel.stap.nummer for deel in getekend.delen] == list(range(1, aantal + 1))


@pytest.mark.parametrize("aantal", [1, 2, 3, 4, 6])
@pytest.mark.parametrize("soort", SOORTEN)
def test_no_card_leaves_the_picture_or_covers_another(soort: str, aantal: int) -> None:
    getekend = tekening(soort, aantal)

    kaarten = [deel.kaart for deel in getekend.delen]
    for kaart in kaarten:
        assert kaart.x >= 0
        assert kaart.y >= 0
        assert kaart.x + kaart.breedte <= getekend.breedte
        assert kaart.y + kaart.hoogte <= getekend.hoogte
    for een in kaarten:
        for ander in kaarten:
            naast = een.x + een.breedte <= ander.x or ander.x + ander.breedte <= een.x
            onder = een.y + een.hoogte <= ander.y or ander.y + ander.hoogte <= een.y
            assert een is ander or naast or onder


@pytest.mark.parametrize("soort", SOORTEN)
def test_the_lines_of_a_card_stay_within_it(soort: str) -> None:
    for deel in tekening(soort, 4).delen:
        for regel in (*deel.kaart.titel, *deel.kaart.uitleg):
            assert deel.kaart.x < regel.x
            assert deel.kaart.y < regel.y < deel.kaart.y + deel.kaart.hoogte


def test_the_first_exit_of_the_rotonde_is_the_lowest_on_the_right() -> None:
    delen = tekening("rotonde", 4).delen

    hoogtes = [deel.kaart.y for deel in delen[:3]]
    assert hoogtes == sorted(hoogtes, reverse=True)


def test_what_goes_via_the_gemeente_lies_left_of_the_rotonde() -> None:
    *rechts, links = tekening("rotonde", 4).delen

    assert all(links.kaart.x + links.kaart.breedte < deel.kaart.x for deel in rechts)


def test_only_a_stap_via_the_gemeente_names_the_desk() -> None:
    *vrij, maatwerk = tekening("piramide", 3).delen

    assert maatwerk.kaart.loket is not None
    assert all(deel.kaart.loket is None for deel in vrij)


def test_the_base_of_the_piramide_is_the_first_stap() -> None:
    eerste, *hoger = tekening("piramide", 4).delen

    assert all(eerste.kaart.y > deel.kaart.y for deel in hoger)


def test_a_model_of_an_unknown_kind_is_drawn_as_a_keten() -> None:
    assert teken("spiraal", [stap(1)]).soort == "keten"


def test_lines_break_at_spaces_and_fit() -> None:
    regels = breek("Hulp en activiteiten waar iedereen gebruik van kan maken", 200, 17)

    assert " ".join(regels) == "Hulp en activiteiten waar iedereen gebruik van kan maken"
    assert all(breedte(regel, 17) <= 200 for regel in regels)


def test_a_sentence_that_does_not_fit_any_more_is_left_out_whole() -> None:
    regels = hele_zinnen("Kort. " + "Een heel lange tweede zin " * 9, 200, 17, hoogstens=3)

    assert regels == ["Kort."]


def test_a_first_sentence_that_is_too_long_ends_in_an_ellipsis() -> None:
    regels = hele_zinnen("Een heel lange eerste zin " * 9, 200, 17, hoogstens=3)

    assert len(regels) == 3
    assert regels[-1].endswith("…")
