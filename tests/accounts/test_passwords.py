"""What is refused as a password because it is among the first to be tried."""

import pytest

from webapp.accounts.passwords import check_password
from webapp.errors import Invalid

COMMON = [
    "123456789012",
    "password1234",
    "PASSWORD1234",
    "!!Password2024!!",
    "  sunshine  2026 ",
    "qwertyqwerty",
    "dragondragondragon",
    "!!monkeymonkey!!",
    "aaaaaaaaaaaa",
    "abababababab",
    "............",
    "111111111111",
]


@pytest.mark.parametrize("password", COMMON)
def test_a_common_password_is_refused_however_it_is_dressed_up(password: str) -> None:
    with pytest.raises(Invalid, match=r"Many people|Others could guess"):
        check_password(password)


@pytest.mark.parametrize(
    "password",
    ["three blue bicycles", "a" * 6 + "b" * 6 + "c", "ключ под ковриком", "x7!Kd0-qLw2m", "zebra quilt 88"],
)
def test_there_are_no_rules_about_kinds_of_characters(password: str) -> None:
    check_password(password, own_words=("Mira Lind", "mira@example.org", "mira"))


@pytest.mark.parametrize(("length", "fits"), [(11, False), (12, True), (1000, True), (1001, False)])
def test_twelve_to_a_thousand_characters(length: int, fits: bool) -> None:
    password = ("vivid walrus, " * 72)[:length]

    if fits:
        check_password(password)
    else:
        with pytest.raises(Invalid, match=r"at (least|most)"):
            check_password(password)
