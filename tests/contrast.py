"""Colours as tokens.css gives them, in the numbers of WCAG 2.2."""

import math
import re

from .sources import STATIC, blanked

THEMES = ("light", "dark")
OPAQUE = r"oklch\(([\d.]+)% ([\d.]+) ([\d.]+)\)"


def tokens(theme: str, *, more_contrast: bool = False) -> dict[str, str]:
    """Every opaque colour of a theme by its name, as `oklch(…)`."""
    sheet = blanked((STATIC / "css" / "tokens.css").read_text(), r"/\*.*?\*/")
    usual, _, contrasting = sheet.partition("(prefers-contrast: more)")
    found = dict(re.findall(r"--([\w-]+):\s*(.+?);", usual))
    if more_contrast:
        found |= dict(re.findall(r"--([\w-]+):\s*(.+?);", contrasting))
    colours = {name: resolved(value, found, theme) for name, value in found.items()}
    return {name: colour for name, colour in colours.items() if re.fullmatch(OPAQUE, colour)}


def hue_tokens(theme: str, hue: int) -> dict[str, str]:
    """The colours of one of the hues of projects and labels by their names, as `oklch(…)`."""
    sheet = blanked((STATIC / "css" / "tokens.css").read_text(), r"/\*.*?\*/")
    angled = re.findall(r"--([\w-]+):\s*(.+var\(--hue\).+);", sheet)
    turned = {name: value.replace("calc(var(--hue) * 15deg)", str(15 * hue)) for name, value in angled}
    return {name: resolved(value, {}, theme) for name, value in turned.items()}


def resolved(value: str, found: dict[str, str], theme: str) -> str:
    """A value without `var()` and `light-dark()`."""
    while name := re.fullmatch(r"var\(--([\w-]+)\)", value):
        value = found[name[1]]
    both = re.fullmatch(r"light-dark\((oklch\(.+?\)), (oklch\(.+?\))\)", value)
    return both[1 + THEMES.index(theme)] if both else value


def rgb(colour: str) -> tuple[float, float, float]:
    """Linear-light sRGB of an opaque `oklch()`, clipped (CSS Color 4, section 18)."""
    lightness, chroma, hue = (float(number) for number in re.findall(r"[\d.]+", colour))
    light, angle = lightness / 100, math.radians(hue)
    a, b = chroma * math.cos(angle), chroma * math.sin(angle)
    long = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (light - 0.0894841775 * a - 1.2914855480 * b) ** 3
    linear = (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )
    red, green, blue = (min(max(part, 0.0), 1.0) for part in linear)
    return red, green, blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two opaque colours, 1 to 21."""
    dark, light = sorted(
        0.2126 * red + 0.7152 * green + 0.0722 * blue for red, green, blue in (rgb(one), rgb(other))
    )
    return (light + 0.05) / (dark + 0.05)


def hexadecimal(colour: str) -> str:
    """The colour as `#rrggbb`."""
    encoded = (
        12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055 for part in rgb(colour)
    )
    return "#" + "".join(f"{round(255 * part):02x}" for part in encoded)
