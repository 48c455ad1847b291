"""Merging texts by words, and finding what is new in one of them."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from merge3 import Merge3

# Of as many pieces the slowest text takes some hundredths of a second; the lock is held as long.
MOST_PIECES = 1_000


class MergedText(NamedTuple):
    """Both changes in one text; where they meet and it is not clean, it holds both versions of the place."""

    text: str
    is_clean: bool


class Piece(NamedTuple):
    """A part of a text, and whether it is new."""

    text: str
    is_new: bool


def merge_words(was: str, mine: str, theirs: str) -> MergedText | None:
    """Both changes of a text in one: word by word or, in a long one, line by line.

    None where even the lines that changed are too many.
    """
    for split in (words, lines):
        texts = [split(text) for text in (was, mine, theirs)]
        start, end = _common_ends(texts)
        middles = [text[start : len(text) - end] for text in texts]
        if max(map(len, middles)) <= MOST_PIECES:
            between, is_clean = _merge(middles)
            first = texts[0]
            whole = [*first[:start], *between, *first[len(first) - end :]]
            return MergedText("".join(whole), is_clean)
    return None


def pieces(was: str, now: str) -> list[Piece]:
    """A text in parts, of which those are new that it did not have before."""
    texts = words(was), words(now)
    if max(map(len, texts)) > MOST_PIECES:
        return [Piece(now, is_new=False)]
    matcher = SequenceMatcher(None, *texts, autojunk=False)
    return [
        piece
        for tag, _, _, start, end in matcher.get_opcodes()
        for piece in _marked("".join(texts[1][start:end]), is_new=tag != "equal")
    ]


def _marked(text: str, *, is_new: bool) -> list[Piece]:
    """A part of a text, with nothing blank at the ends of what is new."""
    core = text.strip() if is_new else text
    before, after = text.split(core, 1) if core else (text, "")
    parts = [Piece(before, is_new=False), Piece(core, is_new), Piece(after, is_new=False)]
    return [piece for piece in parts if piece.text]


def words(text: str) -> list[str]:
    """The text cut between words and what is between them."""
    return re.findall(r"\s+|\S+", text)


def lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


def _common_ends(texts: Sequence[list[str]]) -> tuple[int, int]:
    """How many pieces all begin with, and how many they end with behind these."""
    shortest = min(map(len, texts))
    start = next((at for at in range(shortest) if len({text[at] for text in texts}) > 1), shortest)
    behind = range(shortest - start)
    end = next((at for at in behind if len({text[-1 - at] for text in texts}) > 1), len(behind))
    return start, end


def _merge(texts: Sequence[list[str]]) -> tuple[list[str], bool]:
    was, mine, theirs = texts
    merged: list[str] = []
    is_clean = True
    for kind, *groups in Merge3(was, mine, theirs).merge_groups():
        if kind != "conflict":
            merged.extend(groups[0])
            continue
        is_clean = False
        both = ["".join(group) for group in groups[1:] if group]
        merged.append(("\n" if "\n" in "".join(both) else " / ").join(both))
    return merged, is_clean
