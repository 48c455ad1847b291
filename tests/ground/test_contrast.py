"""Contrast, computed from the tokens: WCAG 2.2, 1.4.3 for text and 1.4.11 for what one has to see to act."""

import pytest

from tests.contrast import THEMES, contrast, hue_tokens, tokens
from webapp.projects.models import HUES

GROUNDS = ("paper", "side", "sunken", "card", "wash")
INKS = ("ink", "ink-2", "ink-3", "accent", "accent-strong", "red", "green", "orange-text", "blue-text")
TEXT = {
    *((ink, ground) for ink in INKS for ground in GROUNDS),
    ("ink", "raised"),
    ("on-accent", "accent"),
    ("on-accent", "accent-strong"),
    ("on-toast", "toast"),
    ("toast-action", "toast"),
}
CONTROLS = {
    *((line, ground) for line in ("ring", "accent", "red", "blue") for ground in GROUNDS),
    *(("edge", ground) for ground in ("paper", "card")),
    *(("orange", ground) for ground in ("paper", "card")),
    ("card", "green"),
    ("toast-action", "toast"),
}


@pytest.mark.parametrize("more_contrast", [False, True], ids=["usual", "more contrast"])
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("pairs", "least"), [(TEXT, 4.5), (CONTROLS, 3)], ids=["text", "controls"])
def test_every_pair_of_colours_can_be_told_apart(
    theme: str, more_contrast: bool, pairs: set[tuple[str, str]], least: float
) -> None:
    colours = tokens(theme, more_contrast=more_contrast)

    ratios = {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in pairs}

    assert {pair: round(ratio, 2) for pair, ratio in ratios.items() if ratio < least} == {}


@pytest.mark.parametrize("theme", THEMES)
def test_every_colour_is_paired_or_only_decorates(theme: str) -> None:
    paired = {name for pair in TEXT | CONTROLS for name in pair}

    assert tokens(theme).keys() - paired == {"line"}


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("name", "least"), [("hue-text", 4.5), ("dot", 3)])
def test_every_hue_of_projects_and_labels_can_be_told_from_its_ground(
    theme: str, name: str, least: float
) -> None:
    grounds = {ground: tokens(theme)[ground] for ground in ("paper", "card", "side", "wash")}

    ratios = {
        (hue, ground): contrast(hue_tokens(theme, hue)[name], colour)
        for hue in range(HUES)
        for ground, colour in grounds.items()
    }

    assert {pair: round(ratio, 2) for pair, ratio in ratios.items() if ratio < least} == {}


def test_the_formula_knows_black_on_white() -> None:
    assert contrast("oklch(0% 0 0)", "oklch(100% 0 0)") == pytest.approx(21, abs=0.01)
