"""What a good password is (OWASP ASVS 5.0, 6.2)."""

import string
from functools import cache

from ..errors import Invalid

SHORTEST, LONGEST = 12, 1000
ORNAMENT = string.digits + string.punctuation + string.whitespace


def check_password(password: str, *, own_words: tuple[str, ...] = ()) -> None:
    """Raise Invalid unless the password is long enough and hard to guess.

    There are no rules about kinds of characters, and nothing is trimmed or folded in what is kept
    (6.2.5, 6.2.8). `own_words` are the person's name and address, which others know (6.2.11).
    """
    if len(password) < SHORTEST:
        raise Invalid(f"Use at least {SHORTEST} characters. A few words in a row are easy to remember.")
    if len(password) > LONGEST:
        raise Invalid(f"Use at most {LONGEST} characters.")
    known = {_core(word) for word in ("docket", *own_words) if word}
    if {_core(password), _unit(_core(password))} & known:
        raise Invalid("Others could guess this from your name, your address or the name of this app.")
    if is_common(password):
        raise Invalid("Many people use this password, so it is among the first to be tried. Choose another.")


def is_common(password: str) -> bool:
    """Whether it is on the list of common ones: as it is, without ornament, or one of them repeated."""
    folded = password.casefold()
    forms = {folded, _core(folded), _unit(folded), _unit(_core(folded))}
    return not forms.isdisjoint(_common()) or len(set(folded)) <= 2


def _core(password: str) -> str:
    """`!!Password2024` is a `password` with ornament."""
    return password.casefold().strip(ORNAMENT)


def _unit(password: str) -> str:
    """`qwertyqwerty` is `qwerty` said twice."""
    period = (password + password).find(password, 1)
    return password[:period]


@cache
def _common() -> frozenset[str]:
    # Loaded at first use: the list is large and only sign-up and a change of password need it.
    from zxcvbn.frequency_lists import FREQUENCY_LISTS  # noqa: PLC0415

    return frozenset(FREQUENCY_LISTS["passwords"]) | {""}
