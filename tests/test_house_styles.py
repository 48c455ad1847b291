"""The laws of the house for style sheets: colours from one place, no force."""

import re
from pathlib import Path

import pytest

from .sources import STATIC, blanked, files, matches, place

SHEETS = files(STATIC / "css", "*.css")
COMMENT = r"/\*.*?\*/"
COLOUR = r"#[0-9a-fA-F]{3,8}\b|\b(rgba?|hsla?|hwb|(ok)?lab|(ok)?lch|color)\(|(?<!-)\b(white|black)\b(?!-)"


def rules(path: Path) -> str:
    return blanked(path.read_text(), COMMENT)


def test_colours_stand_only_with_the_tokens() -> None:
    found = [at for path in SHEETS if path.name != "tokens.css" for at in matches(path, COLOUR, rules(path))]

    assert not found, "\n".join(found)


def test_no_rule_is_forced_without_saying_why() -> None:
    """`!important` needs a comment on its line or on the one above."""
    forced = [
        place(path, number + 1)
        for path in SHEETS
        for lines in [path.read_text().splitlines()]
        for number, line in enumerate(lines)
        if "!important" in re.sub(COMMENT, "", line) and "*/" not in line + lines[max(number - 1, 0)]
    ]

    assert not forced, "\n".join(forced)


def test_no_selector_names_an_id() -> None:
    selector_with_id = r"(?<=[{};])[^{};]*#[\w-]+[^{};]*(?=\{)|^[^{};]*#[\w-]+[^{};]*(?=\{)"
    found = [at for path in SHEETS for at in matches(path, selector_with_id, rules(path))]

    assert not found, "\n".join(found)


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_every_sheet_stands_in_a_layer(path: Path) -> None:
    outside = re.sub(r"\{(?:[^{}]|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\})*\}", "{}", rules(path))

    assert [
        rule.strip() for rule in re.split(r"\{\}|;", outside) if "@layer" not in rule and rule.strip()
    ] == []
