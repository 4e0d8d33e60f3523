"""One brand colour becomes a whole theme: eight steps in OKLCH whose text stays readable.

Steps run from 50 (page tint) to 700 (footer); 500 is the brand itself, darkened until it can carry
text. Whatever colour a gemeente fills in, these pairs reach WCAG AA (4.5:1): 400 on white, 500 on
white and on 100, 600 on 200, and white on 500, 600 and 700. OKLCH keeps steps of different hues
equally light (https://bottosson.github.io/posts/oklab/).
"""

import hashlib
import math
import re
from collections.abc import Callable

STANDAARD_KLEUR = "#0b5563"
WIT = "#ffffff"
# Raise it when the meaning of the tokens below changes: browsers keep the file for a year.
THEME_VERSION = 1

_HEX = re.compile(r"#[0-9a-f]{6}")


def theme_css(kleur: str) -> str:
    """Return the style sheet that dresses the site in `kleur`.

    Args:
        kleur: the brand colour as "#rrggbb".
    Returns:
        One `:root` rule with `--sk-kleur-*`; frontend/css/tokens.css hands them to the design
        system.
    Raises:
        ValueError: `kleur` is not a colour of that form.
    """
    steps = theme_steps(kleur)
    return (
        ":root{" + "".join(f"--sk-kleur-{step}:{value};" for step, value in steps.items()) + "}\n"
    )


def theme_version(kleur: str) -> str:
    """Return the hash for the file name of this theme: eight hexadecimal digits."""
    css = f"{THEME_VERSION}:{theme_css(kleur)}"
    return hashlib.sha256(css.encode()).hexdigest()[:8]


def theme_steps(kleur: str) -> dict[int, str]:
    """Return the eight steps {50: "#…", …, 700: "#…"} of `kleur`; ValueError as in `theme_css`."""
    lightness, chroma, hue = _to_oklch(kleur)

    def step(light: float, share: float) -> str:
        return _from_oklch(light, chroma * share, hue)

    tint = step(0.955, 0.22)
    # 5.2 leaves room for text on the slightly darker hover tint.
    brand = _darkened_until(step, min(lightness, 0.52), tint, 5.2)
    border = _darkened_until(step, brand + 0.10, WIT, 4.6)
    hover = step(0.91, 0.38)
    return {
        50: step(0.985, 0.10),
        100: tint,
        200: hover,
        300: step(0.83, 0.60),
        400: step(border, 1.0),
        500: step(brand, 1.0),
        600: step(_darkened_until(step, max(0.2, brand - 0.09), hover, 4.6), 0.95),
        700: step(max(0.18, brand - 0.22), 0.60),
    }


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21, as WCAG 2.2 defines it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _darkened_until(
    step: Callable[[float, float], str], light: float, background: str, ratio: float
) -> float:
    """Return the first lightness from `light` down that reaches `ratio` on `background`."""
    while contrast(step(light, 1.0), background) < ratio:
        light -= 0.01
    return light


def _channels(kleur: str) -> tuple[float, float, float]:
    """Return linear-light red, green and blue, each 0 to 1."""
    if not _HEX.fullmatch(kleur.lower()):
        message = f"{kleur!r} is not a colour like #0b5563"
        raise ValueError(message)
    red, green, blue = (int(kleur[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return _linear(red), _linear(green), _linear(blue)


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _gamma(value: float) -> float:
    return 12.92 * value if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055


def _luminance(kleur: str) -> float:
    red, green, blue = _channels(kleur)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _to_oklch(kleur: str) -> tuple[float, float, float]:
    """Return lightness (0 to 1), chroma (0 to about 0.4) and hue (radians)."""
    red, green, blue = _channels(kleur)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return lightness, math.hypot(a, b), math.atan2(b, a)


def _from_oklch(lightness: float, chroma: float, hue: float) -> str:
    """Return "#rrggbb"; chroma shrinks until the colour fits in sRGB."""
    while True:
        a, b = chroma * math.cos(hue), chroma * math.sin(hue)
        long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
        medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
        short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
        rgb = (
            4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
            -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
            -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
        )
        if chroma < 0.002 or all(-0.0005 <= value <= 1.0005 for value in rgb):
            clipped = (min(1.0, max(0.0, value)) for value in rgb)
            return "#" + "".join(f"{round(255 * _gamma(value)):02x}" for value in clipped)
        chroma *= 0.95
