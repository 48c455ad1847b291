"""The colours of projects by name, for whoever does not see them."""

from ..errors import Invalid

# Every 15 degrees around the wheel, at the lightness and chroma of `--dot` in tokens.css.
HUE_NAMES = (
    *("Rose", "Raspberry", "Red", "Vermilion", "Copper", "Orange", "Amber", "Mustard"),
    *("Olive", "Moss", "Leaf", "Green", "Jade", "Teal", "Turquoise", "Lagoon"),
    *("Sky", "Blue", "Cobalt", "Indigo", "Violet", "Purple", "Magenta", "Pink"),
)


def clean_hue(number: int) -> int:
    """The number of a colour. Raises Invalid."""
    if number not in range(len(HUE_NAMES)):
        raise Invalid("Choose one of the colours.")
    return number
