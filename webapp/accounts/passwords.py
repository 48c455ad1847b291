"""What a good password is (OWASP ASVS 5.0, 6.2)."""

import string
import unicodedata
from functools import cache
from itertools import pairwise

from ..errors import Invalid

SHORTEST, LONGEST = 12, 1000
OF_THIS_APP = ("docket", "task", "todo", "manager", "list", "password", "login")
LEAST = 6  # letters and digits beside what others know


def check_password(password: str, *, own_words: tuple[str, ...] = ()) -> None:
    """Raise Invalid unless the password is long enough and hard to guess.

    There are no rules about kinds of characters, and nothing is trimmed or folded in what is kept
    (6.2.5, 6.2.8). `own_words` are the person's name and address, which others know (6.2.11).
    """
    if len(password) < SHORTEST:
        raise Invalid(f"Use at least {SHORTEST} characters; this has {len(password)}.")
    if len(password) > LONGEST:
        raise Invalid(f"Use at most {LONGEST} characters.")
    if is_of(password, own_words) or is_of(password, OF_THIS_APP):
        raise Invalid("Others could guess this from your name, your address or the name of this app.")
    if is_common(password):
        raise Invalid("Many people use this password, so it is among the first to be tried. Choose another.")


def is_of(password: str, words: tuple[str, ...]) -> bool:
    """Whether little or nothing hard to guess is left of it without these words."""
    plain = rest = _plain(password)
    known = {_plain(word) for phrase in words for word in (phrase, *phrase.split())}
    for word in sorted(known, key=len, reverse=True):
        rest = rest.replace(word, "") if len(word) > 2 else rest
    return rest != plain and (len(rest) < LEAST or is_common(rest))


def is_common(password: str) -> bool:
    """Whether it is on the list of common ones, in any dress or repeated, or a run along the alphabet."""
    folded, plain = password.casefold(), _plain(password)
    core = plain.strip(string.digits)
    forms = {folded, plain, core, _unit(plain), _unit(core)}
    return not forms.isdisjoint(_common()) or len(set(folded)) <= 2 or _is_run(plain)


def _plain(password: str) -> str:
    """Letters, digits and pictures: `!!Pass-word 1` is `password1`, and what is unseen counts for nothing."""
    folded = unicodedata.normalize("NFKC", password).casefold()
    return "".join(
        character
        for character in folded
        if unicodedata.category(character)[0] in "LNS" and character not in string.punctuation
    )


def _unit(password: str) -> str:
    """`qwertyqwerty` is `qwerty` said twice."""
    period = (password + password).find(password, 1)
    return password[:period]


def _is_run(plain: str) -> bool:
    """`abcdefghijkl`, `210987654321`: nearly every character is the next or the one before."""
    steps = [ord(after) - ord(before) for before, after in pairwise(plain)]
    return max(steps.count(1), steps.count(-1)) >= 0.75 * len(steps)


@cache
def _common() -> frozenset[str]:
    # Loaded at first use: the list is large and only sign-up and a change of password need it.
    from zxcvbn.frequency_lists import FREQUENCY_LISTS  # noqa: PLC0415

    return frozenset(FREQUENCY_LISTS["passwords"]) | {""}
