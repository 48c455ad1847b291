"""What is refused as a password because it is among the first to be tried."""

import pytest

from tests.builders import Person
from tests.crawling import reset_path
from tests.pages import Browser
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
    "password password",
    "pass-word, pass-word",
    "abcdefghijkl",
    "zyxwvutsrqpo",
    "abcdef123456",
    "dockettaskmanager",
    "Docket Docket Docket",
    "docketpassword1",
    "pass\u200bword\u200b\u2060\ufeff1",
    "\u00ad\u200d\u200bdragon\u2060\u2060\u2060\ufe0f",
    "ｐａｓｓｗｏｒｄ１２３４",
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


@pytest.mark.parametrize(
    "password",
    [
        "Mira Lind 2024",
        "mira-mira-mira",
        "MiraLindMiraLind",
        "!!mira@example.org!!",
        "mira.example.org",
        "M\u200bi\u200br\u200ba\u200bLind\u200b!!",
        "mira12345678",
        "lind password",
    ],
)
def test_ones_own_words_are_no_secret_however_they_are_dressed_up(password: str) -> None:
    with pytest.raises(Invalid, match="Others could guess"):
        check_password(password, own_words=("Mira Lind", "mira@example.org", "mira"))


@pytest.mark.parametrize(
    "password", ["Mira likes green tea", "🦊🐻🐼🐨🐯🦁🐮🐷🐸🐵🐔🐧", "docket of blue whales"]
)
def test_a_word_that_others_know_may_be_part_of_a_good_password(password: str) -> None:
    check_password(password, own_words=("Mira Lind", "mira@example.org", "mira"))


def test_a_link_knows_for_whom_it_was_made(alice: Person) -> None:
    browser = Browser(alice.app)
    browser.open(reset_path(alice.app, alice))

    page = browser.submit("form", password="alice@example.org!")

    assert page.status == 422
    assert page.words("#password-error") == [
        "Others could guess this from your name, your address or the name of this app."
    ]
