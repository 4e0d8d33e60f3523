"""Whatever colour a gemeente fills in, its texts stay readable."""

import re

import pytest

from socialmap.theme import (
    STANDAARD_KLEUR,
    WIT,
    contrast,
    theme_css,
    theme_steps,
    theme_version,
)

KLEUREN = [
    STANDAARD_KLEUR,
    "#e6a100",
    "#ffff00",
    "#ffffff",
    "#000000",
    "#ff0000",
    "#00ff00",
    "#0000ff",
    "#7fffd4",
    "#808080",
    "#7a1f5c",
]
# Every pair of text and background that the design system's tokens make of the steps.
PAREN = [(400, WIT), (500, WIT), (500, 50), (500, 100), (600, 200), (600, WIT), (700, WIT)]


@pytest.mark.parametrize("kleur", KLEUREN)
@pytest.mark.parametrize(("tekst", "grond"), PAREN)
def test_every_text_stands_out_from_its_background(
    kleur: str, tekst: int, grond: int | str
) -> None:
    stappen = theme_steps(kleur)

    achter = grond if isinstance(grond, str) else stappen[grond]

    assert contrast(stappen[tekst], achter) >= 4.5


def test_no_colour_of_a_coarse_cube_gives_unreadable_text() -> None:
    kanalen = range(0, 256, 51)

    laagste = min(
        contrast(stappen[tekst], grond if isinstance(grond, str) else stappen[grond])
        for rood in kanalen
        for groen in kanalen
        for blauw in kanalen
        for stappen in [theme_steps(f"#{rood:02x}{groen:02x}{blauw:02x}")]
        for tekst, grond in PAREN
    )

    assert laagste >= 4.5


def test_a_dark_brand_colour_is_used_as_it_is() -> None:
    assert theme_steps("#0b5563")[500] == "#0b5563"


def test_a_capital_letter_in_the_colour_makes_no_difference() -> None:
    assert theme_css("#0B5563") == theme_css("#0b5563")


def test_the_style_sheet_is_one_rule_with_the_eight_steps() -> None:
    css = theme_css("#7a1f5c")

    assert re.fullmatch(r":root\{(--sk-kleur-\d+:#[0-9a-f]{6};){8}\}\n", css)


def test_another_colour_gives_another_version() -> None:
    assert theme_version("#0b5563") != theme_version("#0b5564")


def test_the_same_colour_keeps_its_version() -> None:
    assert theme_version("#0b5563") == theme_version("#0b5563")


@pytest.mark.parametrize("kleur", ["", "rood", "#fff", "#12345g", "#0b5563;}body{display:none"])
def test_what_is_no_colour_is_refused(kleur: str) -> None:
    with pytest.raises(ValueError, match="is not a colour"):
        theme_css(kleur)


def test_black_and_white_differ_the_most() -> None:
    assert contrast("#000000", WIT) == pytest.approx(21)
