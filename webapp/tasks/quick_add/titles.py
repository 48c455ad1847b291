"""What is left for the title once the words that were understood are gone."""

from collections.abc import Callable, Collection

from .recognising import is_date_word
from .signs import PRIORITY
from .words import QUOTES, SIGNS, Word, Words

Meaning = Callable[[str], bool]

DASHES = {"-", "–", "—"}
STOPS = ",:;"
# These belong to the sentence, not to the word that went.
KEPT_STOPS = "!?…"


def title_without(words: Words, taken: Collection[int], means_something: Meaning) -> str:
    """The line without these words; the whole line if nothing would be left (rule 6).

    Quotes and backslashes leave the title where they kept something from being understood, which
    `means_something` says of a text; any others are the person's own.
    """
    return _trimmed(words, taken, means_something) or " ".join(words.raw.split())


def _trimmed(words: Words, taken: Collection[int], means_something: Meaning) -> str:
    kept = [at for at in range(len(words)) if at not in taken]
    while kept and kept[-1] < len(words) - 1 and _is_loose(words, kept[-1]):
        kept.pop()
    while kept and kept[0] > 0 and _is_loose(words, kept[0]):
        kept.pop(0)
    return "".join(_pieces(words, kept, means_something)).strip()


def _is_loose(words: Words, at: int) -> bool:
    """A dash that parted the title from what went."""
    word = words.all[at]
    return words.raw[word.start : word.end] in DASHES


def _pieces(words: Words, kept: list[int], means_something: Meaning) -> list[str]:
    pieces: list[str] = []
    before = -1
    for at in kept:
        if pieces:
            pieces[-1] = _with_stops(words, pieces[-1], range(before + 1, at))
            pieces.append("" if _touches(words, at) and before == at - 1 else " ")
        pieces.append(_shown(words, words.all[at], means_something))
        before = at
    if pieces and before < len(words) - 1:
        pieces[-1] = _closed(words, pieces[-1], before)
    return pieces


def _touches(words: Words, at: int) -> bool:
    return not words.raw[words.all[at].start - 1].isspace()


def _with_stops(words: Words, piece: str, gone: range) -> str:
    """A comma or a full stop behind words that went goes to the word before them."""
    stops = words.all[gone[-1]].behind.strip("'’") if gone else ""
    return piece if not stops or piece[-1] in ".,;:!?…" else piece + stops


def _closed(words: Words, piece: str, before: int) -> str:
    """The last word of the title, without the comma that led on, with the mark that ended the line."""
    stops = "".join(stop for stop in words.all[-1].behind if stop in KEPT_STOPS)
    behind = words.all[before].behind
    piece = piece.rstrip(STOPS) if behind and behind[-1] in STOPS else piece
    return piece + stops


def _shown(words: Words, word: Word, means_something: Meaning) -> str:
    """A word as typed, without what made it text."""
    text = words.raw[word.start : word.end]
    if not word.key and text[:1] == "\\" and text[1:] and _was_escaped(text[1:]):
        text = text[1:]
    elif not word.key and text[:1] in QUOTES:
        text = _unquoted(text, means_something)
    elif word.quoted is None:
        text = " ".join(text.split())
    return text + word.behind


def _unquoted(text: str, means_something: Meaning) -> str:
    end = text.index(QUOTES[text[0]], 1)
    inside = text[1:end]
    return f"{inside}{text[end + 1 :]}" if means_something(inside) else text


def _was_escaped(text: str) -> bool:
    """Whether the word could have meant something."""
    bare = text.casefold().rstrip(".,;:!?…'’}").replace("’", "'")
    if text[0] in f'{SIGNS}{{!"“„' or PRIORITY.fullmatch(bare):
        return True
    return any(is_date_word(part) for part in (bare, *bare.split("-"), *bare.split(":")))
